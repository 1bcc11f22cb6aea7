"""Papers in a real browser: a brief and the notices are taken, a filled notice comes back and decides; pictures of
charts are saved, and the page as one file opens without a network."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from data.audit import audit_journal, digest, read_audit
from data.decisions import journal_of, read_decisions
from tests.browser.browsing import Window, opened, settle
from tests.browser.dashboard import Dashboard

DONE, SAID, KEY = 7, 8, 9
WORDS = {
    "zh": {"brief": "简报（Word）", "notices": "全部整改通知（zip）", "read": "读入整改回复",
           "write": "记为已整改（1 处）", "yes": "是", "page": "本页离线网页"},
    "en": {"brief": "Brief (Word)", "notices": "All rectification notices (zip)", "read": "Read replies to notices",
           "write": "Set as rectified (1)", "yes": "yes", "page": "This page offline (HTML)"},
}  # fmt: skip
CHARTS = ("county_scores", "county_lost", "county_quadrant")


def take(page: Page, words: str, folder: Path) -> Path:
    """Click the link so called and keep what it delivers."""
    with page.expect_download() as coming:
        page.get_by_role("link", name=words).first.click()
    target = folder / coming.value.suggested_filename
    coming.value.save_as(target)
    settle(page)
    return target


def written_down(store: Path, path: Path) -> bool:
    """The last act says who took exactly these bytes."""
    acts = read_audit(audit_journal(store))
    return any((one.sha256, one.result) == (digest(path.read_bytes()), "done") for one in acts)


def open_findings(page: Page) -> tuple[int, int]:
    """Open, rectified."""
    buttons = page.locator(".st-key-choice_state button")
    texts = [re.sub(r"\D", "", buttons.nth(at).inner_text()) for at in (0, 2)]
    return int(texts[0] or 0), int(texts[1] or 0)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_from_the_notice_to_the_state_of_the_finding(
    demo: Dashboard, browser: Browser, tmp_path: Path, language: str
) -> None:
    words = WORDS[language]
    with opened(browser, language) as window:
        page = window.open(demo.address("county"))
        brief = take(page, words["brief"], tmp_path)
        assert docx.Document(str(brief)).tables and written_down(demo.store, brief)
        page = window.open(demo.address("findings"))
        notices = take(page, words["notices"], tmp_path)
        assert written_down(demo.store, notices)
        before = open_findings(page)
        filled = tmp_path / "回复.docx"
        key = fill_in(notices, filled, words["yes"])
        page.get_by_text(words["read"]).click()
        page.locator("[data-testid='stFileUploaderDropzoneInput']").set_input_files(filled)
        settle(page)
        assert open_findings(page) == before, "nothing is written down before the button is pressed"
        page.get_by_role("button", name=words["write"]).click()
        settle(page)
        assert open_findings(page) == (before[0] - 1, before[1] + 1)
    last = read_decisions(journal_of(demo.store))[-1]
    assert (last.state, last.reason, last.document[:8]) == ("rectified", "已按算式改正", key[:8])


def fill_in(notices: Path, target: Path, yes: str) -> str:
    """Answer the first place of the first notice; its key."""
    with zipfile.ZipFile(notices) as archive:
        word = docx.Document(BytesIO(archive.read(archive.namelist()[0])))
    row = word.tables[-1].rows[1]
    row.cells[DONE].text, row.cells[SAID].text = yes, "已按算式改正"
    word.save(str(target))
    return row.cells[KEY].text


def test_what_is_no_notice_is_refused_with_a_sentence(demo: Dashboard, window: Window, tmp_path: Path) -> None:
    foreign, damaged = tmp_path / "别的文件.docx", tmp_path / "坏文件.docx"
    docx.Document().save(str(foreign))
    damaged.write_bytes(foreign.read_bytes()[:2000])
    page = window.open(demo.address("findings"))
    before = open_findings(page)
    page.get_by_text(WORDS["zh"]["read"]).click()
    page.locator("[data-testid='stFileUploaderDropzoneInput']").set_input_files([foreign, damaged])
    settle(page)
    for name in (foreign.name, damaged.name):
        expect(page.get_by_text(f"《{name}》")).to_be_visible()
    assert page.get_by_role("button", name=re.compile("记为已整改")).count() == 0
    assert open_findings(page) == before


@pytest.mark.parametrize("key", CHARTS)
def test_a_chart_is_saved_as_a_picture(demo: Dashboard, window: Window, tmp_path: Path, key: str) -> None:
    page = window.open(demo.address("county"))
    chart = page.locator(f".st-key-{key} .js-plotly-plot").first
    button = page.locator(f".st-key-under_{key} .jx-picture")
    with page.expect_download() as coming:
        button.focus()
        page.keyboard.press("Enter")  # by the keyboard as well as by a click
    target = tmp_path / coming.value.suggested_filename
    coming.value.save_as(target)
    box = chart.bounding_box()
    assert box is not None and target.suffix == ".png"
    with Image.open(target) as picture:
        assert picture.width >= 2 * box["width"] - 4
        assert len(picture.convert("RGB").getcolors(maxcolors=10**6) or ()) > 20, "something is drawn"


def test_the_page_as_one_file_without_a_network(
    demo: Dashboard, browser: Browser, window: Window, tmp_path: Path
) -> None:
    file = take(window.open(demo.address("county")), WORDS["zh"]["page"], tmp_path)
    assert written_down(demo.store, file)
    context = browser.new_context(offline=True)
    asked: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    page.wait_for_selector(".js-plotly-plot .bars path, .js-plotly-plot .points path")
    assert page.locator(".js-plotly-plot").count() == len(CHARTS)
    assert page.locator("table").count() >= 3
    assert all(one.startswith(("file:", "data:", "blob:")) for one in asked)
    context.close()

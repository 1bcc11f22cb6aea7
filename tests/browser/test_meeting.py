"""The meeting: reached by one button, turned by keys, nothing to scroll, left by Esc, five sheets of A4 on paper."""

from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.browsing import Window, settle
from tests.browser.dashboard import Dashboard
from tests.browser.walking import Theme, walking

ACROSS_A4 = (842, 595)  # points
KEYS = (("ArrowRight", 2), ("PageDown", 3), ("5", 5), ("ArrowRight", 5), ("ArrowLeft", 4), ("PageUp", 3), ("1", 1))
# What of the screen that is shown hangs out of the window.
HANGING = """at => {
    const stage = document.querySelector(`.st-key-meeting_${at}`);
    const texts = [...stage.querySelectorAll('p, h2, h3, li, b, small, .jx-name, text')];
    return texts.filter(e => e.textContent.trim()).filter(e => { const r = e.getBoundingClientRect();
        return r.width && (r.left < -1 || r.top < -1 || r.right > innerWidth + 1 || r.bottom > innerHeight + 1);
    }).map(e => e.textContent.slice(0, 40));
}"""


def shown(page: Page) -> str:
    return page.locator(".st-key-meeting_steps .jx-count").inner_text()


def test_it_is_turned_by_keys_and_left_by_esc(demo: Dashboard, window: Window) -> None:
    page = window.open(demo.address("county"))
    page.locator(".st-key-meeting_way button").first.click()
    page.wait_for_url("**/meeting?*")
    settle(page)
    expect(page.locator("[data-testid='stSidebar']")).to_be_hidden()
    for key, at in KEYS:
        page.keyboard.press(key)
        expect(page.locator(".st-key-meeting_steps .jx-count")).to_have_text(f"{at} / 5")
        expect(page.locator(f".st-key-meeting_{at} h2")).to_be_visible()
        for other in {1, 2, 3, 4, 5} - {at}:
            expect(page.locator(f".st-key-meeting_{other} h2")).to_be_hidden()
    page.keyboard.press("Escape")
    page.wait_for_url("**/county?*")
    assert "screen" not in page.url


def test_a_department_is_left_for_its_own_page(demo: Dashboard, window: Window) -> None:
    page = window.open(demo.address("department", "scheme=strict"))
    page.locator(".st-key-meeting_way button").first.click()
    page.wait_for_url("**/meeting?*")
    settle(page)
    assert "department=" in page.url and "scheme=strict" in page.url
    page.keyboard.press("Escape")
    page.wait_for_url("**/department?*")
    assert "department=" in page.url and "scheme=strict" in page.url
    page.go_back()
    page.wait_for_url("**/meeting?*")


SEEN = (("zh", 1920, 1080, "light", ""), ("en", 1280, 720, "dark", ""), ("en", 1920, 1080, "dark", "department"),
        ("zh", 1280, 720, "light", "department"))  # fmt: skip


@pytest.mark.parametrize(("language", "width", "height", "theme", "of"), SEEN)
def test_every_screen_fits(
    demo: Dashboard, browser: Browser, tmp_path: Path, language: str, width: int, height: int, theme: Theme, of: str
) -> None:
    name = "meeting" + (f"-{of}" if of else "")
    with walking(browser, tmp_path, name, language, width, height, theme) as walk:
        walk.open(demo.address(of or "county"))
        walk.page.keyboard.press("m")
        walk.page.wait_for_url("**/meeting?*")
        settle(walk.page)
        for at in range(1, 6):
            walk.page.keyboard.press(str(at))
            expect(walk.page.locator(".st-key-meeting_steps .jx-count")).to_have_text(f"{at} / 5")
            settle(walk.page)
            assert walk.page.evaluate(HANGING, at) == []
            down = "(m => m.scrollHeight - m.clientHeight)(document.querySelector('[data-testid=stMain]'))"
            assert walk.page.evaluate(down) <= 0
            walk.look(f"screen{at}")


def test_it_prints_five_sheets_of_a4_across(demo: Dashboard, browser: Browser, tmp_path: Path) -> None:
    with walking(browser, tmp_path, "meeting-paper", "zh", 1920, 1080, "dark") as walk:
        walk.open(demo.address("meeting", "screen=3"))
        sentences = [walk.page.locator(f".st-key-meeting_{at} h2").text_content() for at in range(1, 6)]
        printed = walk.folder / "meeting.pdf"
        walk.page.pdf(path=printed, prefer_css_page_size=True, print_background=True)
    document = pypdfium2.PdfDocument(printed)
    assert [tuple(round(side) for side in document[at].get_size()) for at in range(len(document))] == [ACROSS_A4] * 5
    for at, sentence in enumerate(sentences):
        text = "".join(document[at].get_textpage().get_text_range().split())
        assert "".join(str(sentence).split()) in text and f"{at + 1}/5" in text
        document[at].render(scale=1.5).to_pil().save(walk.folder / f"meeting-sheet{at + 1}.png")

"""The reviewer loads files in a real browser: what comes of each is counted, held forms wait, and all can be undone."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from data.store import Store
from tests.browser.browsing import opened, settle
from tests.browser.dashboard import PROJECT, Dashboard, started

SAMPLE = PROJECT / "data" / "samples" / "yanchi-2022.txt"
COUNTED = {
    "zh": "共 4 个文件 = 导入 1 + 未变 1 + 待确认 1 + 未能读取 1;新增自评表 4 份,其中更正 0 份。",
    "en": "4 files = 1 imported + 1 unchanged + 1 held + 1 not readable; 4 forms added, 0 of them corrections.",
}
WORDS = {
    "zh": {
        "load": "导入",
        "check": "只检查",
        "checked": "只检查,没有入库。",
        "all": "全部 3 份计入",
        "undo": "撤销上一次导入",
    },
    "en": {
        "load": "Import",
        "check": "Check only",
        "checked": "Checked only, nothing stored.",
        "all": "Let all 3 count",
        "undo": "Undo the last import",
    },
}


@pytest.fixture
def dashboard(tmp_path: Path) -> Iterator[Dashboard]:
    with started(tmp_path / "store", tmp_path / "log") as one:
        yield one


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A zip with a new form, one that is known, one whose name contradicts it, and one that is broken."""
    text = SAMPLE.read_text(encoding="utf-8")
    path = tmp_path / "各单位报送.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(PROJECT / "tests" / "documents" / "family-b.xlsx", "水务局/自评表.xlsx")
        archive.write(SAMPLE, "县委办/自评表.txt")
        archive.writestr("县委办/2019年.txt", text.replace("业务运行费", "机关运行费").replace("租用费", "维护费"))
        archive.writestr("坏.xlsx", b"PK\x03\x04 broken")
    return path


def upload(page: Page, path: Path, button: str) -> None:
    page.locator("[data-testid='stFileUploaderDropzoneInput']").set_input_files(path)
    page.get_by_role("button", name=button, exact=True).click()
    settle(page)


def forms(dashboard: Dashboard) -> int:
    current = Store(dashboard.store).current()
    assert current is not None
    return current.counts["evaluation"]


def body(page: Page) -> str:
    return page.locator("[data-testid='stMainBlockContainer']").inner_text()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_files_are_loaded_confirmed_and_undone(
    dashboard: Dashboard, inbox: Path, browser: Browser, language: str
) -> None:
    said = WORDS[language]
    with opened(browser, language) as window:
        page = window.open(dashboard.address("imports"))
        upload(page, inbox, said["check"])
        expect(page.get_by_text(said["checked"])).to_be_visible()
        assert forms(dashboard) == 3
        page.get_by_role("button", name=said["load"], exact=True).click()
        expect(page.get_by_text(COUNTED[language], exact=True)).to_be_visible()
        assert forms(dashboard) == 7
        page.get_by_role("button", name=said["all"]).click()
        expect(page.get_by_role("button", name=said["all"])).to_be_hidden()
        assert len(Store(dashboard.store).acts.entries()) == 3
        page.get_by_role("button", name=said["undo"]).click()
        expect(page.get_by_role("button", name=said["all"])).to_be_visible()
        assert Store(dashboard.store).current_number() == 2


def test_an_upload_that_is_cancelled_changes_nothing(dashboard: Dashboard, browser: Browser, tmp_path: Path) -> None:
    path, text = tmp_path / "很多.zip", SAMPLE.read_text(encoding="utf-8")
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(400):
            archive.writestr(f"{number}.txt", text.replace("业务运行费", f"业务运行费{number}"))
    with opened(browser) as window:
        page = window.open(dashboard.address("imports"))
        page.locator("[data-testid='stFileUploaderDropzoneInput']").set_input_files(path)
        page.get_by_role("button", name="导入", exact=True).click()
        expect(page.get_by_text(re.compile(r"已读取 \d+ / 400"))).to_be_visible()
        page.get_by_role("button", name="取消", exact=True).click()
        expect(page.get_by_text("上一次导入没有完成(已取消),数据没有变化。")).to_be_visible()
        settle(page)
        assert Store(dashboard.store).numbers() == [1]
        assert "已载入 3 份自评表" in body(page)

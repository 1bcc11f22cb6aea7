"""The reviewer loads files in a real browser: what comes of each is counted, held forms wait, and all can be undone."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Locator, Page, expect

from data.store import Store
from tests.browser.browsing import PATIENCE, opened, settle
from tests.browser.dashboard import PROJECT, Dashboard, started

SAMPLE = PROJECT / "data" / "samples" / "yanchi-2022.txt"
COUNTED = {
    "zh": "共 4 个文件 = 导入 1 + 未变 1 + 待确认 1 + 未能读取 1；新增自评表 4 份，其中更正 0 份。",
    "en": "4 files = 1 imported + 1 unchanged + 1 held + 1 not readable; 4 forms added, 0 of them corrections.",
}
WORDS = {
    "zh": {
        "load": "导入",
        "check": "只检查",
        "checked": "只检查，没有入库。",
        "all": "全部 3 份计入",
        "let in": "3 份自评表已计入。",
        "undo": "撤销上一步",
        "lost": "由第 3 代改用第 2 代后：现在计入的 3 份自评表不再计入；3 份回到待确认。",
        "back": "改用第 2 代",
        "done": "已改用第 2 代数据，自评表 7 份。",
    },
    "en": {
        "load": "Import",
        "check": "Check only",
        "checked": "Checked only, nothing stored.",
        "all": "Let all 3 count",
        "let in": "3 forms count now.",
        "undo": "Undo the last step",
        "lost": "generation 2: 3 forms that count now will count no more; 3 will wait again.",
        "back": "Go to generation 2",
        "done": "Generation 2 is in force now, with 7 forms.",
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
    box(page).set_input_files(path)
    page.get_by_role("button", name=button, exact=True).click()
    settle(page)


def box(page: Page, list_: bool = False) -> Locator:
    """The box for forms, or the one for lists."""
    boxes = page.locator("[data-testid='stFileUploaderDropzoneInput']")
    return boxes.last if list_ else boxes.first


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
        expect(page.get_by_text(said["checked"])).to_be_visible(timeout=PATIENCE)
        assert forms(dashboard) == 3
        page.get_by_role("button", name=said["load"], exact=True).click()
        expect(page.get_by_text(re.compile(f"^{re.escape(COUNTED[language])}"))).to_be_visible(
            timeout=PATIENCE
        )  # nothing before it
        assert forms(dashboard) == 7
        page.get_by_role("button", name=said["all"]).click()
        expect(box_of(page, said["let in"])).to_be_visible(timeout=PATIENCE)
        assert len(Store(dashboard.store).acts.entries()) == 3
        page.get_by_role("button", name=said["undo"]).dblclick()
        expect(page.get_by_text(said["lost"])).to_be_visible(timeout=PATIENCE)
        assert Store(dashboard.store).current_number() == 3
        page.get_by_role("button", name=said["back"]).dblclick()  # a second click takes nothing more back
        expect(box_of(page, said["done"])).to_be_visible(timeout=PATIENCE)
        expect(page.get_by_role("button", name=said["all"])).to_be_visible(timeout=PATIENCE)
        assert Store(dashboard.store).current_number() == 2


def box_of(page: Page, sentence: str) -> Locator:
    """The box in which it is said what was done; it is called out beside for a moment too."""
    return page.locator(".st-key-imports_told").get_by_text(sentence)


def test_an_upload_that_is_cancelled_changes_nothing(dashboard: Dashboard, browser: Browser, tmp_path: Path) -> None:
    path, text = tmp_path / "很多.zip", SAMPLE.read_text(encoding="utf-8")
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(400):
            archive.writestr(f"{number}.txt", text.replace("业务运行费", f"业务运行费{number}"))
    with opened(browser) as window:
        page = window.open(dashboard.address("imports"))
        box(page).set_input_files(path)
        page.get_by_role("button", name="导入", exact=True).click()
        expect(page.get_by_text(re.compile(r"已读取 \d+ / 400"))).to_be_visible(timeout=PATIENCE)
        page.get_by_role("button", name="取消", exact=True).click()
        expect(box_of(page, "上一次导入没有完成（已取消），数据没有变化。")).to_be_visible(timeout=PATIENCE)
        settle(page)
        assert Store(dashboard.store).numbers() == [1]
        assert "已载入 3 份自评表" in body(page)


def test_a_double_click_loads_once(dashboard: Dashboard, browser: Browser, inbox: Path) -> None:
    with opened(browser) as window:
        page = window.open(dashboard.address("imports"))
        box(page).set_input_files(inbox)
        page.get_by_role("button", name="导入", exact=True).dblclick()
        expect(page.get_by_text(COUNTED["zh"])).to_be_visible(timeout=PATIENCE)
        settle(page)
        assert "没有完成" not in body(page)
        assert Store(dashboard.store).numbers() == [1, 2]


def test_a_folder_is_loaded_with_its_ways(dashboard: Dashboard, browser: Browser, tmp_path: Path) -> None:
    folder = tmp_path / "报送" / "2019年"
    folder.mkdir(parents=True)
    (folder / "自评表.txt").write_text(SAMPLE.read_text(encoding="utf-8").replace("费", "费用"), encoding="utf-8")
    (folder.parent / "自评表.txt").write_bytes(SAMPLE.read_bytes())
    with opened(browser) as window:
        page = window.open(dashboard.address("imports"))
        page.get_by_text("选择整个文件夹").click()
        settle(page)
        upload(page, folder.parent, "导入")
        expect(page.get_by_text("共 2 个文件 = 导入 0 + 未变 1 + 待确认 1 + 未能读取 0")).to_be_visible(
            timeout=PATIENCE
        )
        told = page.get_by_text("文件名写的是 2019 年，表内为 2022 年（见 第5行第1列）")
        expect(told).to_be_visible(timeout=PATIENCE)


def test_the_blank_form_comes_back_filled_in(dashboard: Dashboard, browser: Browser, tmp_path: Path) -> None:
    with opened(browser) as window:
        page = window.open(dashboard.address("imports"))
        with page.expect_download() as coming:
            page.get_by_text("下载空白自评表").click()
        path = tmp_path / coming.value.suggested_filename
        coming.value.save_as(path)
        settle(page)
        book = load_workbook(path)
        sheet = book.active
        assert sheet is not None
        for cell, value in {
            "A2": "(2023年度)",
            "C3": "办公费",
            "C4": "水务局",
            "D13": "指标1:办文",
            "E13": "≥12件",
        }.items():
            sheet[cell] = value
        book.save(path)
        upload(page, path, "导入")
        expect(page.get_by_text("共 1 个文件 = 导入 1")).to_be_visible(timeout=PATIENCE)
        assert forms(dashboard) == 4


def test_a_task_list_says_who_has_not_filed(dashboard: Dashboard, browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "任务.csv"
    path.write_text("年度,主管部门,项目名称\n2022,水务局,河道清淤\n", encoding="gb18030")
    with opened(browser) as window:
        page = window.open(dashboard.address("imports"))
        box(page, list_=True).set_input_files(path)
        expect(page.get_by_text("《任务.csv》是自评任务清单：启用后新增 1 条，去掉 0 条，不变 0 条")).to_be_visible(
            timeout=PATIENCE
        )
        page.get_by_role("button", name="启用这份清单").dblclick()
        expect(box_of(page, "自评任务清单已启用，共 1 条。")).to_be_visible(timeout=PATIENCE)
        expect(page.get_by_text("2022 年度：应报 1 份 = 已报 0 + 待确认 0 + 未报 1")).to_be_visible(timeout=PATIENCE)
        assert Store(dashboard.store).numbers() == [1, 2]

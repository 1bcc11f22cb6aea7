"""The import page as a reviewer clicks it: every action is said, asked once where it takes back, and done once."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.audit import audit_journal, read_audit
from data.forms import read_forms
from data.load import Batch, ensure_samples, load_paths
from data.readers import read_document
from data.registry import DepartmentName, ExpectedFiling
from data.registry.rows import rows_in_force
from data.registry.template import template
from data.rights import LOCAL, Actor
from data.store import Store, attach
from pages.shared import exports
from tests.pages.test_pages import opened

SAMPLE = Path("data/samples/yanchi-2022.txt")
TEXT = SAMPLE.read_text(encoding="utf-8")
OFFICE = "中共盐池县委办公室"
LINE, OTHER = "76条\t74条\t9.8\t9.8", "76条\t73条\t9.8\t9.54"
TASKS = f"年度,主管部门,项目名称\n2022,{OFFICE},业务运行费\n2022,{OFFICE},政务内网线路租赁费\n2022,水务局,河道清淤\n"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    store = Store(tmp_path / "store")
    ensure_samples(store)
    monkeypatch.setenv("JIXIAO_STORE", str(store.folder))
    yield store


def page(lang: str = "zh") -> AppTest:
    return sound(opened("imports", lang=lang))


def sound(at: AppTest) -> AppTest:
    assert not at.exception, at.exception
    return at


def click(at: AppTest, label: str) -> AppTest:
    return sound(next(button for button in at.button if button.label == label).click().run())


def said(at: AppTest) -> str:
    """What stands in boxes: what was done, what is to be done. The escapes of Markdown are taken off."""
    kinds = (at.success, at.warning, at.error, at.info)
    return re.sub(r"\\(.)", r"\1", " ".join(str(element.value) for kind in kinds for element in kind))


def body(at: AppTest) -> str:
    kinds = (at.subheader, at.markdown, at.html, at.caption)
    return said(at) + re.sub(r"\\(.)", r"\1", " ".join(str(element.value) for kind in kinds for element in kind))


def upload(at: AppTest, name: str, content: str | bytes, box: int = 0) -> AppTest:
    data = content.encode() if isinstance(content, str) else content
    at.file_uploader[box].set_value(
        [(name, data, "application/octet-stream")] if box == 0 else (name, data, "text/csv")
    )
    return sound(at.run())


def in_force(store: Store) -> int:
    current = store.current()
    assert current is not None
    with attach(current) as connection:
        asked = "select count(*) from facts.evaluation where superseded_by is null and held is null"
        return int(connection.execute(asked).fetchall()[0][0])


def hold(store: Store, folder: Path) -> None:
    """The three forms, put on hold as a batch of another year."""
    path = folder / "另一批.txt"
    path.write_text(TEXT.replace("费", "费用"), encoding="utf-8")
    load_paths([path], Store(store.folder, Actor("王某", "reviewer")), batch=Batch(2021, None))


# --- files in -------------------------------------------------------------------------------------------------------


def test_a_correction_is_told_field_by_field_before_and_after_it_is_stored(store: Store) -> None:
    at = click(upload(page(), "更正.txt", TEXT.replace(LINE, OTHER)), "只检查")
    assert "只检查，没有入库。 共 1 个文件 = 导入 1 + 未变 0 + 待确认 0 + 未能读取 0" in said(at)
    assert "1 份更正了此前报送的自评表，改动 2 处" in body(at)
    assert store.current_number() == 1
    at = click(at, "导入")
    assert "共 1 个文件 = 导入 1" in said(at) and "其中更正 1 份" in said(at)
    assert "74条" in body(at) and "73条" in body(at) and "form?" in body(at)
    assert store.current_number() == 2


def test_many_files_refused_for_one_reason_are_one_row(store: Store) -> None:
    at = page()
    broken = [(f"坏{n}.xlsx", b"PK\x03\x04 broken" + bytes([n]), "application/octet-stream") for n in range(30)]
    at.file_uploader[0].set_value([*broken, ("自评表.txt", SAMPLE.read_bytes(), "text/plain")])
    at = click(at.run(), "导入")
    assert "共 31 个文件 = 导入 0 + 未变 1 + 待确认 0 + 未能读取 30" in said(at)
    assert "30 个文件因同一原因未能读取" in body(at)
    assert body(at).count("《…》已损坏") == 2  # in the result, and in the list of what could not be read
    assert [(pill.key, pill.options) for pill in at.button_group if pill.key == "import_result_shown"] == [
        ("import_result_shown", ["未能读取 30", "未变 1"])
    ]
    assert store.current_number() == 2


def test_a_second_importer_gets_a_sentence_and_loses_nothing(store: Store) -> None:
    at = upload(page(), "更正.txt", TEXT.replace(LINE, OTHER))
    with store.locked():
        at = click(at, "导入")
        assert "另一个导入正在进行" in said(at)
    at = click(at, "导入")
    assert "导入 1" in said(at) and in_force(store) == 3


# --- the blank form -------------------------------------------------------------------------------------------------


def test_the_blank_form_is_of_this_county_and_its_taking_is_written_down(store: Store) -> None:
    at = page()
    at.number_input[0].set_value(2024)
    at = sound(at.run())
    (link,) = [one for one in at.get("link_button") if one.proto.label == "下载空白自评表"]
    parcel = exports.collect(link.proto.url.rpartition("/")[2], LOCAL.name, LOCAL)
    assert parcel is not None
    (form,) = read_forms(read_document(parcel.name, parcel.build()))
    assert (form.county, form.year, parcel.name) == ("盐池县", 2024, "空白自评表.xlsx")
    act = read_audit(audit_journal(store.folder))[-1]
    assert (act.what, act.result, dict(act.detail)["file"]) == ("export", "done", "空白自评表.xlsx")


# --- forms that wait ------------------------------------------------------------------------------------------------


def test_a_held_form_says_both_sides_and_its_cell(store: Store, tmp_path: Path) -> None:
    hold(store, tmp_path)
    at = page()
    assert "本批次指定为 2021 年，表内为 2022 年（见 第" in body(at)
    assert "导入人：王某，随批次指定：2021" in body(at)


@pytest.mark.parametrize(
    ("lang", "button", "sentence"),
    [("zh", "全部 3 份计入", "3 份自评表已计入。"), ("en", "Let all 3 count", "3 forms count now.")],
)
def test_several_are_let_in_at_once_and_it_is_said(
    store: Store, tmp_path: Path, lang: str, button: str, sentence: str
) -> None:
    hold(store, tmp_path)
    at = click(page(lang), button)
    assert sentence in said(at) and [toast.value for toast in at.toast]
    assert in_force(store) == 6
    at = sound(at.run())
    assert sentence in said(at) and not at.toast  # it stays until it is put away, and is called out once
    at = click(at, "知道了" if lang == "zh" else "Got it")
    assert sentence not in said(at)


def test_leaving_out_needs_a_reason_and_can_be_taken_back(store: Store, tmp_path: Path) -> None:
    hold(store, tmp_path)
    at = click(page(), "全部 3 份不计入")
    assert "请先写明不计入的理由" in said(at) and store.current_number() == 2
    at.text_input(key="held_reason_several_2").set_value("不是本县的表").run()
    at = click(at, "全部 3 份不计入")
    assert "3 份自评表不计入" in said(at)
    assert [act["reason"] for act in store.acts.entries()[-1]["acts"]] == ["不是本县的表"] * 3
    assert "没有待确认的自评表" in body(at)
    assert any(button.label == "选中要改为计入的" for button in at.button)


def test_one_form_is_put_right_and_let_in(store: Store, tmp_path: Path) -> None:
    hold(store, tmp_path)
    at = page()
    number = next(box.key for box in at.number_input if box.key and box.key.startswith("held_year"))
    at.number_input(key=number).set_value(2021)
    at = click(at, "计入")
    assert "》已计入。" in said(at) and any(button.label == "打开自评表" for button in at.button)
    acts = store.acts.entries()[-1]["acts"]
    assert [(act["act"], act.get("field"), act.get("text")) for act in acts] == [
        ("repair", "year", "2021"),
        ("confirmed", None, None),
    ]


def test_what_it_would_correct_is_shown_before_it_counts(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "2020年更正.txt"
    path.write_text(TEXT.replace(LINE, OTHER), encoding="utf-8")
    load_paths([path], store)
    at = page()
    assert "计入后将更正在用的第 1 版，改动 2 处" in re.sub(r"\\(.)", r"\1", " ".join(one.label for one in at.expander))


# --- who has not filed ----------------------------------------------------------------------------------------------


def test_without_a_task_list_the_page_says_what_to_do(store: Store) -> None:
    assert store.current_number() == 1
    assert "还没有自评任务清单" in body(page()) and "模板在下面" in said(page())


def test_a_task_list_is_shown_before_it_counts_and_then_says_who_is_missing(store: Store) -> None:
    at = upload(page(), "任务.csv", TASKS, box=1)
    assert "《任务.csv》是自评任务清单：启用后新增 3 条，去掉 0 条，不变 0 条" in body(at)
    assert store.current_number() == 1
    at = click(at, "启用这份清单")
    assert "自评任务清单已启用，共 3 条。" in said(at)
    assert "2022 年度：应报 3 份 = 已报 1 + 待确认 0 + 未报 2，2 个部门还没有报齐" in body(at)
    assert "可能是《政务内网线路租用费》" in body(at)
    current = store.current()
    assert current is not None and len(rows_in_force(current, ExpectedFiling)) == 3


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("年度,主管部门,项目名称\n去年,水务局,修路", "有 1 行不能采用，什么也没有改变"),
        ("年度,主管部门,金额\n2022,水务局,5", "中没有“项目名称”列"),
        ("通知\n请各单位报送", "不是可以采用的清单"),
        (TEXT, "是自评表，不是清单"),
        ("", "是空文件"),
    ],
)
def test_a_list_that_cannot_be_used_says_why_and_changes_nothing(store: Store, content: str, sentence: str) -> None:
    at = upload(page(), "清单.csv", content, box=1)
    assert sentence in body(at)
    assert not any(button.label == "启用这份清单" for button in at.button)
    assert store.current_number() == 1


def test_the_templates_hold_what_is_in_force(store: Store) -> None:
    at = click(upload(page(), "任务.csv", TASKS, box=1), "启用这份清单")
    (link,) = [one for one in at.get("link_button") if one.proto.label == "自评任务清单（模板）"]
    parcel = exports.collect(link.proto.url.rpartition("/")[2], LOCAL.name, LOCAL)
    current = store.current()
    assert parcel is not None and current is not None
    at = upload(at, "模板.xlsx", parcel.build(), box=1)
    assert "与在用的完全相同" in body(at)
    assert parcel.name == "自评任务清单.xlsx" and template(DepartmentName, ())


# --- names ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def near(store: Store, tmp_path: Path) -> Store:
    for at, department in enumerate(("教育局", "教体局")):
        (tmp_path / f"{at}.txt").write_text(TEXT.replace(OFFICE, department), encoding="utf-8")
        load_paths([tmp_path / f"{at}.txt"], store)
    return store


def test_a_near_name_is_proposed_and_joined_by_one_click(near: Store) -> None:
    at = page()
    assert "“教体局”（3 份）可能就是“教育局”：只差一个字" in body(at) and near.current_number() == 3
    at = click(at, "是，归入“教育局”")
    assert "“教体局”已归入“教育局”，记入部门名称对照表。" in said(at)
    assert "可能就是" not in body(at)
    current = near.current()
    assert current is not None and rows_in_force(current, DepartmentName) == [DepartmentName("教体局", "教育局")]


@pytest.mark.usefixtures("near")
def test_two_departments_are_proposed_no_more() -> None:
    at = click(page("en"), "Two departments")
    assert "are kept as two departments" in said(at) and "may be" not in body(at)


# --- the way back ---------------------------------------------------------------------------------------------------


def test_an_undo_says_what_it_takes_back_and_asks_once(store: Store) -> None:
    load_paths([Path("tests/documents/family-b.xlsx")], store)
    at = click(page(), "撤销上一步")
    assert "由第 2 代改用第 1 代后：现在计入的 1 份自评表不再计入。" in body(at)
    assert store.current_number() == 2
    at = click(at, "不改变")
    assert "由第 2 代" not in body(at) and store.current_number() == 2
    at = click(click(at, "撤销上一步"), "改用第 1 代")
    assert "已改用第 1 代数据，自评表 3 份。" in said(at)
    assert store.current_number() == 1


def test_a_second_click_on_what_is_no_more_does_nothing(store: Store) -> None:
    load_paths([Path("tests/documents/family-b.xlsx")], store)
    at = click(page(), "撤销上一步")
    keys = [button.key for button in at.button if button.key and button.key.startswith("back_yes")]
    at = click(at, "改用第 1 代")
    assert keys == ["back_yes_1_2"] and not any(button.key in keys for button in at.button)


def test_a_change_made_elsewhere_is_noticed_and_a_stale_click_does_nothing(store: Store, tmp_path: Path) -> None:
    hold(store, tmp_path)
    at = page()
    load_paths([Path("tests/documents/family-b.xlsx")], store)
    at = click(at, "全部 3 份计入")
    assert "数据已在别处更新为第 3 代" in said(at) and store.current_number() == 3
    at = click(at, "全部 3 份计入")
    assert "3 份自评表已计入。" in said(at) and "在别处" not in said(at)


def test_the_list_of_generations_says_what_was_done(store: Store, tmp_path: Path) -> None:
    hold(store, tmp_path)
    at = click(page(), "全部 3 份计入")
    grid = next(one.value for one in at.dataframe if "built_on" in one.value.columns)
    assert list(grid["done"]) == ["待确认的计入 3 份", "导入文件 1 个", "导入文件 1 个"]
    assert list(grid["who"]) == ["本机使用者", "王某", "本机使用者"]


def test_a_refused_file_can_be_taken_off_the_list(store: Store, tmp_path: Path) -> None:
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04 broken")
    load_paths([tmp_path / "坏.xlsx"], store)
    at = page()
    assert "1 个文件未能读取" in body(at)
    assert any(button.label == "选中不再列出的文件" and button.disabled for button in at.button)

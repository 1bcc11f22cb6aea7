"""Small things that clerks do everywhere, each with what it must read as."""

import pytest

from data.documents import Cell, Document, Table
from data.forms import read_forms
from data.forms.fit import kind_of
from data.forms.headers import is_split_header
from data.forms.region import is_preface
from data.forms.title import money_unit
from tests.data.forms.test_other_layouts import FORM, codes, drawn


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("(2019年度)", True),
        ("(2019年度)              单位:万元", True),
        ("(2019年度)(金额单位:元)", True),
        ("2019年度  填报单位:某局", False),
    ],
)
def test_the_line_of_the_year_may_name_the_unit_of_money(text: str, is_one: bool) -> None:
    assert is_preface(text) is is_one


def test_year_and_unit_of_money_in_one_cell() -> None:
    form = drawn(
        FORM.replace("(2022年度)", "\n(2019年度)      单位:元").replace(
            "主管部门", "资金总额 | 120000 | 90000\n主管部门"
        )
    )
    assert form.year == 2019
    assert money_unit([["(2019年度)      单位:元"]]) == money_unit([["单位:元"]])


@pytest.mark.parametrize("name", ["不适用", "无", "指标3:", "……"])
def test_a_line_without_an_indicator_is_none(name: str) -> None:
    form = drawn(FORM + f"效益指标 | 生态效益指标 | {name} | 无 | 无 | 0 | 0\n")
    assert len(form.indicators) == 2


def test_a_line_that_scores_is_a_line_whatever_its_name() -> None:
    form = drawn(FORM + "效益指标 | 生态效益指标 | 无 | 无 | 无 | 5 | 5\n")
    assert [line.points for line in form.indicators][-1] == 5


@pytest.mark.parametrize("text", ["完成比率赋分法", "分档评分法", "比较法", "加权法"])
def test_the_name_of_a_method_is_a_method(text: str) -> None:
    assert kind_of(text) == "method"


def test_the_column_of_methods_is_not_taken_for_reasons() -> None:
    text = FORM.replace("得分\n", "得分 | 得分计算方法 | 偏差原因分析\n", 1)
    text = text.replace("60 | 60", "60 | 60 | 按完成率").replace("40 | 30", "40 | 30 | 分档 | 人手不足")
    form = drawn(text)
    assert [(line.method, line.reason) for line in form.indicators] == [("按完成率", None), ("分档", "人手不足")]


def test_a_sentence_behind_its_label_is_no_line() -> None:
    rows = FORM.strip().split("\n")
    cells = [
        *(
            Cell(r, c, part.strip(), f"{'ABCDEFG'[c]}{r + 1}")
            for r, row in enumerate(rows)
            for c, part in enumerate(row.split("|"))
        ),
        Cell(len(rows), 0, "年度目标2:(30分)", f"A{len(rows) + 1}"),
        Cell(len(rows), 1, "加强监管,规范秩序。", f"B{len(rows) + 1}", column_span=6),
        *(
            Cell(len(rows) + 1, c, part, f"{'ABCDEFG'[c]}{len(rows) + 2}")
            for c, part in enumerate(("满意度指标", "服务对象满意度指标", "满意率", "≥90%", "95%", "10", "10"))
        ),
    ]
    (form,) = read_forms(Document("表.xlsx", "", "xlsx", (Table("一", tuple(cells)),)))
    assert [line.name for line in form.indicators] == ["办文", "服务", "满意率"]
    assert {"unread_cell"} == codes(form)


def test_a_level_1_of_the_forms_own_ends_where_satisfaction_heads_the_lines() -> None:
    text = FORM.replace("产出指标", "部门管理").replace("数量指标", "财务管理")
    form = drawn(text.replace("效益指标 | 社会效益指标", "服务对象满意度 | 服务对象满意度"))
    assert [(line.level1, line.level2) for line in form.indicators] == [
        ("部门管理", "财务管理"),
        ("满意度指标", "服务对象满意度指标"),
    ]


def test_the_second_row_of_a_header_needs_no_known_word_where_all_others_are_drawn_down_beside_it() -> None:
    header = (Cell(0, 0, "三级指标", "A1", row_span=2), Cell(0, 1, "未完成原因分析", "B1", column_span=2))
    below = (Cell(1, 1, "经费保障", "B2"), Cell(1, 2, "人员保障", "C2"))
    assert is_split_header(header, below)
    assert not is_split_header((Cell(0, 0, "三级指标", "A1"), header[1]), below)


def test_a_row_labelled_as_a_note_is_a_note_however_many_cells_it_has() -> None:
    form = drawn(FORM + "说明 | 请在此处简要说明审计中发现的问题 | 无\n")
    assert len(form.indicators) == 2
    assert form.notes == "说明\n请在此处简要说明审计中发现的问题\n无"


@pytest.mark.parametrize(
    ("labels", "sources"),
    [
        (("总量", "其中:财政资金"), ["total", "appropriation"]),
        (("资金总额", "政府预算资金", "单位资金"), ["total", "appropriation", "other"]),
        (("资金总额", "一般公共预算", "政府性基金预算"), ["total", "appropriation", "appropriation"]),
        (("资金总额", "财政拨款", "一般公共预算", "政府性基金预算"), ["total", "appropriation"]),
    ],
)
def test_sources_of_funds(labels: tuple[str, ...], sources: list[str]) -> None:
    money = "".join(f"{label} | {100 - 10 * n} | {90 - 10 * n}\n" for n, label in enumerate(labels))
    form = drawn(FORM.replace("一级指标", f"项目资金(万元) | 全年预算数 | 全年执行数\n{money}一级指标", 1))
    assert [row.source_of_funds for row in form.funding] == sources


@pytest.mark.parametrize(
    ("label", "sources"), [("总盘子", ["total", "appropriation"]), ("基本支出", ["appropriation"])]
)
def test_a_whole_by_any_name_is_known_by_its_parts(label: str, sources: list[str]) -> None:
    parts = "其中:财政拨款" if label == "总盘子" else "财政拨款"
    money = f"项目资金(万元) | 全年预算数 | 全年执行数\n{label} | 100 | 90\n{parts} | 80 | 72\n"
    form = drawn(FORM.replace("一级指标", money + "一级指标", 1))
    assert [row.source_of_funds for row in form.funding] == sources
    assert ("funding_row_unknown" in codes(form)) is (label == "基本支出")

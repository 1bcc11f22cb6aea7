"""A level whose heading does not say it is found by its words, and by nothing less."""

import pytest

from data.documents import Cell, Document, Table
from data.forms import read_forms
from tests.data.forms.test_other_layouts import drawn

FORM = """
项目支出绩效自评表(2022年度)
项目名称 | 办公费
主管部门 | 某局
一级指标 | 指标类型 | 三级指标 | 年度指标值 | 全年实际值 | 分值 | 得分
产出指标 | 数量指标 | 办文 | 12 | 12 | 50 | 50
产出指标 | 质量指标 | 合格率 | 90% | 90% | 20 | 20
效益指标 | 社会效益指标 | 服务 | 提升 | 提升 | 30 | 20
"""


def test_level_2_under_a_heading_of_its_own() -> None:
    form = drawn(FORM)
    assert [line.level2 for line in form.indicators] == ["数量指标", "质量指标", "社会效益指标"]
    assert not form.issues


@pytest.mark.parametrize("words", [("核心", "一般", "一般"), ("数量指标", "核心", "一般")])
def test_other_words_stay_out(words: tuple[str, str, str]) -> None:
    text = FORM
    for level2, word in zip(("数量指标", "质量指标", "社会效益指标"), words, strict=True):
        text = text.replace(level2, word)
    form = drawn(text)
    assert all(line.level2 not in ("核心", "一般") for line in form.indicators)
    left = [issue.detail for issue in form.issues if issue.code == "not_recorded"]
    assert left == [word for word in words if word in ("核心", "一般")]


def test_an_operator_and_a_unit_under_headings_of_their_own() -> None:
    text = FORM.replace("| 年度指标值 |", "| 条件 | 年度指标值 | 口径 |")
    text = text.replace("| 12 | 12 |", "| ≥ | 12 | 件 | 12 |").replace("| 90% | 90% |", "| = | 90 | % | 90 |")
    form = drawn(text.replace("| 提升 | 提升 |", "| ≤ | 3 | 次 | 2 |"))
    assert [line.target for line in form.indicators] == ["≥12件", "=90%", "≤3次"]


def test_what_is_left_below_the_heading_of_targets_is_the_target() -> None:
    text = FORM.replace("| 年度指标值 |", "| 年度指标值 | | |")
    text = text.replace("产出指标 | 数量", "| | | 条件 | 数 | 量纲\n产出指标 | 数量", 1)
    text = text.replace("| 12 | 12 |", "| ≥ | 12 | 件 | 12 |").replace("| 90% | 90% |", "| = | 90 | % | 90 |")
    text = text.replace("| 提升 | 提升 |", "| ≤ | 3 | 次 | 2 |")
    rows = [line.split("|") for line in text.strip().split("\n")]
    spans = {"年度指标值": {"column_span": 3}}
    drawn_down = {"一级指标", "指标类型", "三级指标", "全年实际值", "分值", "得分"}
    cells = tuple(
        Cell(r, c, part.strip(), f"{'ABCDEFGHI'[c]}{r + 1}", **spans.get(part.strip(), {}))
        if part.strip() not in drawn_down
        else Cell(r, c, part.strip(), f"{'ABCDEFGHI'[c]}{r + 1}", row_span=2)
        for r, row in enumerate(rows)
        for c, part in enumerate(row)
        if part.strip()
    )
    (form,) = read_forms(Document("表.xlsx", "", "xlsx", (Table("一", cells),)))
    assert [line.target for line in form.indicators] == ["≥12件", "=90%", "≤3次"]

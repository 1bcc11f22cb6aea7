"""Two roles in one column: each half is a field of its own, and what is no pair is said."""

import pytest

from data.forms.joined import halves_of, joined_role
from tests.data.forms.test_other_layouts import codes, drawn

FORM = """
项目支出绩效自评表(2022年度)
项目名称 | 办公费
主管部门 | 某局
资金 | 全年预算数 | 全年执行数 | 执行率 | 分值/得分
年度资金总额 | 10 | 9 | 90% | 10/9
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 全年实际值 | 分值/得分 | 原因
产出指标 | 数量指标 | 办文 | 12 | 12 | 50/50 |
效益指标 | 社会效益指标 | 服务 | 2022/12 | 提升 | 40/30.5 | 未完
总分 | | | | | 100/89.5
"""


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("分值/得分", "points/score"),
        ("分值\n自评得分", "points/score"),
        ("权重及得分", "points/score"),
        ("年度指标值/全年实际值", "target/actual"),
        ("目标值与完成值", "target/actual"),
        ("得分/分值", None),
        ("全年\n实际值", None),
        ("权重得分", None),
        ("一级指标/二级指标", None),
    ],
)
def test_headers(header: str, role: str | None) -> None:
    assert joined_role(header) == role


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("10/9.5", ["10", "9.5"]),
        ("10分\n9.5分", ["10分", "9.5分"]),
        ("目标:≥90%;实际:92%", ["≥90%", "92%"]),
        ("年度指标值:12次 全年实际完成值:11次", ["12次", "11次"]),
        ("10", ["10"]),
        ("2022/12/31", ["2022", "12", "31"]),
    ],
)
def test_halves(text: str, halves: list[str]) -> None:
    assert halves_of(text) == halves


def test_points_and_score_of_lines_funding_and_total() -> None:
    form = drawn(FORM)
    assert [(line.points, line.filed_score, line.target, line.reason) for line in form.indicators] == [
        (50, 50, "12", None),
        (40, 30.5, "2022/12", "未完"),
    ]
    assert [(row.points, row.filed_score) for row in form.funding] == [(10, 9)]
    assert (form.total_points, form.filed_total) == (100, 89.5)
    assert not form.issues


def test_target_and_actual() -> None:
    text = FORM.replace("年度指标值 | 全年实际值", "目标值/完成值").replace("12 | 12", "≥12次/11次")
    form = drawn(text.replace("2022/12 | 提升", "目标:提升 实际:明显提升"))
    assert [(line.target, line.actual) for line in form.indicators] == [("≥12次", "11次"), ("提升", "明显提升")]


def test_what_is_no_pair_is_said() -> None:
    form = drawn(FORM.replace("40/30.5", "40"))
    assert [line.points for line in form.indicators] == [50, None]
    assert "unread_cell" in codes(form)

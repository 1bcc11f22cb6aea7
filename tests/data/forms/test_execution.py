"""预算执行率 among the lines is the money's: counted once, wherever it is printed; under a level it is an indicator."""

import pytest

from tests.data.forms.test_other_layouts import codes, drawn

HEAD = """
项目支出绩效自评表(2022年度)
项目名称 | 公路养护
主管部门 | 某局
"""
WITHOUT_POINTS = """资金来源 | 预算数 | 到位数 | 执行数 | 执行进度
合计 | 100 | 100 | 90 | 90%
"""
WITH_POINTS = """项目资金 | 全年预算数 | 全年执行数 | 执行率 | 分值 | 得分
年度资金总额 | 100 | 90 | 90% | 10 | 9
"""
LINES = """一级指标 | 二级指标 | 三级指标 | 年度指标值 | 全年实际值 | 分值 | 得分
产出指标 | 数量指标 | 养护里程 | ≥12公里 | 12公里 | 60 | 60
效益指标 | 社会效益指标 | 优良路率 | ≥85% | 86% | 30 | 30
"""
ROWS = {
    "first cell alone": "预算执行率(10分) | | | | 90% | 10 | 9\n",
    "in every column of labels": "预算执行率 | 预算执行率 | 预算执行率 | 100% | 90% | 10 | 9\n",
}
TOTAL = "总计 | | | | | 100 | 99\n"


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
@pytest.mark.parametrize("money", [WITHOUT_POINTS, WITH_POINTS], ids=["given", "repeated"])
def test_its_points_are_those_of_the_money(money: str, row: str) -> None:
    form = drawn(HEAD + money + LINES + row + TOTAL)
    assert [line.name for line in form.indicators] == ["养护里程", "优良路率"]
    assert [(one.points, one.filed_score) for one in form.funding if one.source_of_funds == "total"] == [(10, 9)]
    assert (form.total_points, form.filed_total) == (100, 99)
    assert not codes(form) & {"unread_cell", "doubtful_row"}


def test_other_points_than_those_of_the_money_stay_a_line() -> None:
    form = drawn(HEAD + WITH_POINTS + LINES + "预算执行率 | 预算执行率 | 预算执行率 | 100% | 90% | 20 | 18\n" + TOTAL)
    assert [line.points for line in form.indicators] == [60, 30, 20]
    assert [one.points for one in form.funding] == [10]


def test_without_money_it_stays_a_line() -> None:
    form = drawn(HEAD + LINES + ROWS["in every column of labels"] + TOTAL)
    assert [line.points for line in form.indicators] == [60, 30, 10]


def test_under_a_level_it_is_an_indicator() -> None:
    form = drawn(HEAD + WITHOUT_POINTS + LINES + "部门管理 | 资金投入 | 预算执行率 | 100% | 90% | 10 | 9\n" + TOTAL)
    assert [(line.level1, line.name) for line in form.indicators][-1] == ("部门管理", "预算执行率")
    assert [one.points for one in form.funding] == [None]

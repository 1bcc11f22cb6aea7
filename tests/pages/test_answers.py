"""What is asked first, answered from tables made by hand."""

from decimal import Decimal
from typing import Any

from pages.county.answers import answers
from pages.shared.scope import Scope, address, way
from pages.shared.table import Table

D = Decimal
NAMES = ("year", "execution_rate", "unspent_wan", "recomputed_score_100", "errors")
COUNTY = Table("county_summary", NAMES, ((2022, D("0.9"), None, None, 3),))
BEFORE = Table("county_summary", NAMES, ((2021, D("0.8"), None, None, 3),))
MONEY = ("department", "unspent_wan", "execution_rate")
CLAIMS = ("department", "inflation_per_form", "projects")
LINES = ("name", "lost_points", "level2", "department", "evaluation", "n")


def told(money: tuple[Any, ...] = (), claims: tuple[Any, ...] = (), lines: tuple[Any, ...] = ()) -> dict[str, str]:
    tables = [Table("x", names, rows) for names, rows in ((MONEY, money), (CLAIMS, claims), (LINES, lines))]
    return {one.key: one.answer for one in answers(COUNTY, BEFORE, *tables)}


def test_the_first_row_answers() -> None:
    found = told(
        (("甲", D(12), D("0.4")), ("乙", D(3), D("0.9"))),
        ((None, D("1.5"), 2),),
        (("受益人口", D(9), "社会效益指标", "甲", 7, 3),),
    )
    assert found["unspent"] == "甲：未执行 12 万元，执行率 40%"
    assert found["claimed"] == "未填写：自评每份高出规则允许 1.50 分，只有 2 份"
    assert found["lost"] == "受益人口：失 9.00 分（社会效益指标，甲）"


def test_a_change_is_said_with_its_figure() -> None:
    assert told()["changed"] == "与 2021 年相比：执行率上升 10 个百分点，核查错误持平"


def test_nothing_to_answer_is_said_and_opens_nothing() -> None:
    nothing = [Table("x", names, ()) for names in (MONEY, CLAIMS, LINES)]
    empty = Table("county_summary", NAMES, ())
    found = answers(empty, empty, *nothing)
    assert [one.answer for one in found] == ["预算都已执行完", "复算没有失分", "没有虚高的自评分", "没有上一年度可比"]
    assert [one.page for one in found[:3]] == [None] * 3


def test_a_screen_stands_in_the_address_and_is_not_carried() -> None:
    assert address(Scope(year=2022, screen=3)) == {"year": "2022", "screen": "3"}
    assert way(Scope(year=2022, screen=3)) == {"year": "2022"}

"""The five screens, from tables made by hand: what is drawn, what is said, in which order."""

from decimal import Decimal
from typing import Any

import pytest

from pages.meeting import figures, words
from pages.meeting.matter import Claim, Lost, Matter, Part
from pages.meeting.reasons import CODES, own_reasons, reasons
from pages.meeting.work import steps, worst_projects
from pages.meeting.year import five
from pages.shared.changes import changes
from pages.shared.criteria import criteria
from pages.shared.table import Table

D = Decimal
NONE = Table("rule", ("rule", "zh_todo", "en_todo"), ())


def year(**figures_of_it: Any) -> Table:
    names = (
        "adjusted_budget_wan",
        "execution_rate",
        "unspent_wan",
        "filed_score_100",
        "recomputed_score_100",
        "errors",
    )
    return Table("county_summary", names, (tuple(figures_of_it.get(name) for name in names),))


THIS = year(adjusted_budget_wan=D(200), execution_rate=D("0.9"), unspent_wan=D(20), filed_score_100=D(100),
            recomputed_score_100=D("97.5"), errors=7)  # fmt: skip
LAST = year(adjusted_budget_wan=D(100), execution_rate=D("0.95"), unspent_wan=D(5), filed_score_100=D(100),
            recomputed_score_100=D("97.5"), errors=9)  # fmt: skip
EMPTY = Table("county_summary", THIS.columns, ())


def matter(**told: Any) -> Matter:
    usual = {"year": 2022, "department": None, "whole": THIS, "before": LAST, "county": THIS, "projects": EMPTY,
             "parts": (), "claims": (), "levels": (), "league": EMPTY, "standing": EMPTY, "findings": EMPTY,
             "rules": NONE}  # fmt: skip
    return Matter(**(usual | told))


def part(name: str, unspent: str, budget: str = "100") -> Part:
    left, whole = D(unspent), D(budget)
    return Part(name, ("department", "department", name), left, whole, (whole - left) / whole if whole else None)


def test_last_year_is_compared_in_words() -> None:
    assert changes(THIS, LAST, 2022) == (
        "与 2021 年相比：执行率下降 5 个百分点，未执行上升 15 万元，复算平均分持平，核查错误下降 2"
    )


@pytest.mark.parametrize("before", [EMPTY, year()])
def test_without_a_last_year_nothing_is_compared(before: Table) -> None:
    assert changes(THIS, before, 2022) == "没有上一年度可比"
    assert [card.beside for card in five(matter(before=before))] == [()] * 5


def test_a_change_too_small_to_be_written_is_none() -> None:
    assert "执行率持平" in changes(year(execution_rate=D("0.90001")), year(execution_rate=D("0.9")), 2022)


def test_a_department_has_its_share_of_the_county() -> None:
    cards = five(matter(department="甲", whole=LAST, before=EMPTY))
    assert [card.beside[-1] for card in cards] == ["占全县 50%", "全县 90%", "占全县 25%", "全县 97.5", "占全县 128.6%"]


def test_eight_are_drawn_by_name_and_the_rest_as_one() -> None:
    many = (*(part(f"局{at}", str(20 - at)) for at in range(10)), part("满", "0"))
    rows = figures.rows_of_money(many)
    assert [row.name for row in rows] == [*(f"局{at}" for at in range(8)), "其余 3 个"]
    assert (rows[-1].unspent_wan, rows[-1].rate) == (D(23), D(277) / D(300))
    assert words.unspent_title(matter(parts=many)) == "未执行 155 万元，前 8 个占 85.2%"


def test_who_left_nothing_is_not_named_and_overspending_stays_in_the_sum() -> None:
    rows = figures.rows_of_money((part("甲", "5"), part("乙", "0"), part("丙", "-2")))
    assert [(row.name, row.unspent_wan) for row in rows] == [("甲", D(5)), ("其余 2 个", D(-2))]
    assert figures.rows_of_money((part("乙", "0"), part("丙", "-2"))) == ()
    assert words.money(matter(parts=(part("乙", "0"),))) == "预算都已执行完"


RATES = """
0.7999 | ▼
0.8    | ◆
0.8999 | ◆
0.9    | ●
1      | ●
1.0001 | ◆
"""


@pytest.mark.parametrize(("share", "shape"), [line.split("|") for line in RATES.strip().splitlines()])
def test_a_rate_stands_on_its_side_of_the_bounds(share: str, shape: str) -> None:
    assert figures.shape(D(share.strip())) == shape.strip()


def test_no_rate_has_no_side() -> None:
    assert figures.shape(None) == "" and list(figures.rates((part("甲", "3", "0"),)).data[0].x) == [0]


def test_the_money_in_one_sentence() -> None:
    said = words.money(matter(parts=(part("甲", "30"), part("乙", "15"), part("丙", "1"))))
    assert said == "1 个部门执行率低于 80%，2 个低于 90%；未执行最多的是甲：30 万元，执行 70%"
    assert words.money(matter(department="甲", parts=(part("x", "30"),))).startswith("1 个项目")


CLAIMS = (Claim("甲", (), D(100), D(98), D(2)), Claim("乙", (), D(99), D("98.5"), D("0.5")))


def test_claims_without_ground_in_one_sentence() -> None:
    assert words.points(matter(claims=CLAIMS)) == "2 个部门自评高于规则允许；高出最多的是甲：平均每份 2.00 分"
    assert words.points(matter()) == "没有虚高的自评分"
    assert list(figures.claims(CLAIMS).data[1].x) == [100, 98, 99, 98.5]


def test_points_lost_beyond_eight_kinds_are_one() -> None:
    levels = tuple(Lost(f"类{at}", D(10), D(9 - at), D(1)) for at in range(9))
    drawn = figures.lost(levels).data[0]
    assert list(drawn.x) == [9, 8, 7, 6, 5, 4, 3, 2, 1]
    assert words.lost_title(matter(levels=levels)) == "失分最多：类0（◇ 为自评所扣）"
    assert words.lost_title(matter()) == "复算没有失分"


@pytest.mark.parametrize("draw", [lambda: figures.unspent(()), lambda: figures.claims(()), lambda: figures.lost(())])
def test_nothing_is_drawn_of_nothing(draw: Any) -> None:
    assert not any(len(trace.x or ()) for trace in draw().data)


def lagging(**told: Any) -> Table:
    of_criteria = {one.value: D("0.5") for one in criteria()} | {one.median: D("0.9") for one in criteria()}
    row = {"department": "甲", "lags": True, "repeat": False, "small_number": False, "reasons": "", "lag_rank": 1}
    row |= of_criteria | told
    return Table("lagging_department", tuple(row), (tuple(row.values()),))


def test_reasons_are_said_with_figure_and_median() -> None:
    assert reasons(lagging(reasons="execution_rate")) == "执行率 50%（中位数 90%）"
    assert reasons(lagging(reasons="inflation;errors_per_form", repeat=True, small_number=True)) == (
        "每份虚高分 0.50（中位数 0.90），每份错误数 0.50（中位数 0.90）；上年也滞后；不足 3 份，仅供参考"
    )


def test_of_many_reasons_three_are_said_and_the_rest_counted() -> None:
    said = reasons(lagging(reasons=";".join(CODES)))
    assert said.count("中位数") == 3 and said.endswith("等 6 项")


def test_each_criterion_stands_beside_the_county() -> None:
    worse = [bad for _, _, bad in own_reasons(lagging())]
    assert worse == [True, True, False, False, False, False]  # less is better of the last four


FINDINGS = Table(
    "counted_finding",
    ("rule", "severity", "evaluation", "state"),
    (
        ("shortfall_unexplained", "warning", 1, "open"),
        ("shortfall_unexplained", "warning", 1, "accepted"),
        ("shortfall_unexplained", "warning", 2, "rectified"),
        ("score_overstated", "error", 3, "open"),
    ),
)
RULES = Table(
    "rule", ("rule", "zh_todo", "en_todo"), (("shortfall_unexplained", "写", "w"), ("score_overstated", "改", "c"))
)


def test_errors_come_first_and_what_was_put_right_is_done() -> None:
    found = steps(matter(findings=FINDINGS, rules=RULES))
    assert [(one.severity, one.todo, one.findings, one.forms) for one in found] == [
        ("error", "改", 1, 1),
        ("warning", "写", 2, 1),
    ]
    assert words.todo(matter(findings=FINDINGS)) == "核查发现 4 处，其中错误 1 处，涉及 3 份自评表；待处理 2 处"


def test_the_worst_projects_have_most_errors_then_most_points_too_many() -> None:
    names = ("project", "evaluation", "errors", "inflation")
    rows = (("a", 1, 0, D(9)), ("b", 2, 1, None), ("c", 3, 1, D(2)), ("d", 4, 3, D(0)), ("e", 5, 1, D(2)))
    assert worst_projects(Table("project_summary", names, rows), 3).column("project") == ("d", "c", "e")

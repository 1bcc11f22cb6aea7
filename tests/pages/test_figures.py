"""Figures and sentences of the pages, from tables made by hand."""

from decimal import Decimal
from typing import Any

import plotly.graph_objects as go

from pages.county import figures as county
from pages.county import words as county_words
from pages.departments import figures as departments
from pages.execution import figures as execution
from pages.execution import words as execution_words
from pages.indicators import figures as indicators
from pages.indicators import words as indicators_words
from pages.shared.criteria import criteria
from pages.shared.scope import Scope
from pages.shared.table import Table

D = Decimal


def projects(*rows: tuple[Any, ...]) -> Table:
    names = (
        "evaluation",
        "project",
        "department",
        "filed_score_100",
        "recomputed_score_100",
        "inflation",
        "execution_rate",
        "adjusted_budget_wan",
        "unspent_wan",
        "errors",
    )
    return Table("project_summary", names, rows)


THREE = projects(
    (1, "业务运行费", "甲", D(100), D(100), D(0), D(1), D(23), D(0), 1),
    (2, "保密业务运行费", "甲", D(100), D(100), D(0), D(1), D(2), D(0), 2),
    (3, "政务内网线路租用费", "甲", D("97.5"), D("97.27"), D("0.23"), D("0.773026"), D("28.272"), D("6.417"), 4),
)


def test_bands_give_the_lower_end_to_the_band() -> None:
    values = (D(100), D("99.99"), D(95), D("94.99"), D(90), D(80), D(60), D("59.99"), None)
    assert county.by_band(values) == [1, 2, 2, 1, 1, 1]


def test_few_forms_are_drawn_each_many_in_bands() -> None:
    assert len(county.scores(THREE).data[1].x) == 6
    many = projects(*(THREE.rows * 5))
    assert list(county.scores(many).data[0].x) == [10, 5, 0, 0, 0, 0]


def test_a_band_that_was_clicked_narrows_to_its_forms() -> None:
    assert county.within(THREE, "95").column("evaluation") == (3,)
    assert county.within(THREE, "0").column("evaluation") == ()
    assert county.within(THREE, None) is THREE


def test_the_county_says_how_many_keep_full_marks() -> None:
    assert county_words.scores(THREE) == "3 份自评表中 2 份自评满分，复算后 2 份仍为满分"


def test_money_left_and_a_high_score_stand_out() -> None:
    assert county.outrunning(THREE).column("evaluation") == (3,)
    assert county_words.quadrant(THREE) == "1 个项目执行率低于 80%，复算仍在 90 分以上，未执行 6.42 万元"


def test_a_rate_of_exactly_the_bound_does_not_lag() -> None:
    exact = projects((1, "x", "甲", D(100), D(100), D(0), D("0.8"), D(10), D(2), 0))
    assert len(county.outrunning(exact)) == 0


def test_a_project_without_a_rate_is_not_drawn_as_zero() -> None:
    blank = projects((1, "x", None, D(100), D(100), D(0), None, None, None, 0))
    assert len(county.quadrant(blank).data[0].x or ()) == 0


def test_points_lost_are_of_every_hundred() -> None:
    lost = Table(
        "points_lost",
        ("level1", "points", "lost_points", "filed_lost_points"),
        (("效益", D(40), D(0), D(0)), ("产出", D(60), D(3), D(0)), ("产出", D(40), D(2), D(1))),
    )
    assert county.shares_lost(lost) == [("产出", D(5), D(1)), ("效益", D(0), D(0))]


def test_lists_name_only_what_there_is_to_say() -> None:
    assert county.most_unspent(THREE).column("evaluation") == (3,)
    assert county.most_inflated(THREE).column("evaluation") == (3,)


def funding(*rows: tuple[Any, ...]) -> Table:
    names = (
        "evaluation",
        "department",
        "project",
        "initial_budget_wan",
        "adjusted_budget_wan",
        "executed_wan",
        "unspent_wan",
        "budget_change_wan",
        "execution_rate",
    )
    return Table("project_funding", names, rows)


def test_one_department_is_shown_by_its_projects() -> None:
    forms = funding((1, "甲", "x", D(5), D(5), D(3), D(2), D(0), D("0.6")))
    own = Table("department_execution", ("department",), (("甲",),))
    two = Table("department_execution", ("department",), (("甲",), ("乙",)))
    assert execution.level(own, forms) is forms and execution.level(two, forms) is two
    assert execution_words.lead(forms) == "1 个项目执行率低于 80%，未执行 2 万元。"


def test_bars_of_money_leave_out_what_was_spent_whole() -> None:
    forms = funding(
        (1, "甲", "x", D(5), D(5), D(3), D(2), D(0), D("0.6")),
        (2, "甲", "y", D(5), D(5), D(5), D(0), D(0), D(1)),
        (3, "甲", "z", None, None, D(5), None, None, None),
    )
    assert list(execution.unspent(forms).data[0].x) == [2.0]
    assert list(execution.rates(forms, forms.head(0)).data[0].x) == [0.6, 1.0]


def test_equal_budgets_of_a_source_add_up_where_one_says_nothing_of_spending() -> None:
    names = ("source_of_funds", "adjusted_budget_wan", "executed_wan")
    rows = (("other", D(5), None), ("other", D(5), D(3)), ("other", None, D(1)), ("other", None, None))
    drawn = execution.sources(Table("funding_source", names, rows)).data[0]
    assert list(drawn.x) == [4.0]


def test_a_rate_stands_beside_that_of_the_year_before() -> None:
    forms = funding((1, "甲", "x", D(5), D(5), D(3), D(2), D(0), D("0.6")))
    before = funding(
        (2, "甲", "x", D(5), D(5), D(4), D(1), D(0), D("0.8")),
        (3, "乙", "x", D(5), D(5), D(5), D(0), D(0), D(1)),
    )
    drawn = execution.rates(forms, before)
    assert diamonds(drawn) == [[0.8]]
    assert any("上年 80%" in str(trace.text) for trace in drawn.data)


def test_a_project_that_stands_twice_in_the_year_before_has_no_rate_of_it() -> None:
    forms = funding((1, "甲", "x", D(5), D(5), D(3), D(2), D(0), D("0.6")))
    before = funding(
        (2, "甲", "x", D(5), D(5), D(4), D(1), D(0), D("0.8")),
        (3, "甲", "x", D(5), D(5), D(5), D(0), D(0), D(1)),
    )
    assert diamonds(execution.rates(forms, before)) == []


def diamonds(figure: go.Figure) -> list[list[float]]:
    """Where the second values stand."""
    return [
        list(trace.x) for trace in figure.data if trace.to_plotly_json().get("marker", {}).get("symbol") == "diamond"
    ]


def test_a_rate_has_a_colour_for_each_side_of_its_bounds() -> None:
    colors = [execution.rate_color(D(rate)) for rate in ("0.79", "0.8", "0.9", "1", "1.01")]
    assert len(set(colors)) == 3 and colors[1] == colors[4] and colors[2] == colors[3]


LEVELS = Table(
    "level2_summary",
    ("department", "level2", "indicators", "points", "filed_score", "recomputed_score"),
    (
        ("甲", "数量指标", 2, D(20), D(20), D(15)),
        (None, "质量指标", 1, D(10), D(9), D(9)),
        ("甲", None, 1, D(5), D(5), D(5)),
    ),
)


def test_the_basis_chooses_what_is_ranked() -> None:
    filed, recomputed = indicators.basis(Scope(basis="filed", order="rate")), indicators.basis(Scope())
    assert filed.order == "filed_score_rate, filed_lost_points desc, evaluation, n"
    assert indicators.grouped(LEVELS, "level2", recomputed)[0][:3] == ("数量指标", D(20), D(15))
    assert indicators.grouped(LEVELS, "level2", filed)[0][0] == "质量指标"


def test_a_heat_map_has_a_cell_for_each_pair_and_none_for_what_is_missing() -> None:
    figure = indicators.heat(LEVELS, indicators.basis(Scope()))
    assert [list(ids) for ids in figure.data[0].customdata] == [
        ["", "department", "甲", "level2", "数量指标"],
        ["", "department", "未填写", "level2", "质量指标"],
    ]
    assert list(figure.data[1].text) == ["75", "90"]


def test_a_list_that_was_cut_says_so() -> None:
    lines = Table("recomputed_indicator", ("lost_points",), ((D(1),),) * indicators.LISTED)
    assert indicators_words.at_least(lines) == "前 500"


def test_the_usual_order_of_kinds() -> None:
    assert sorted(["质量指标", "别的指标", "数量指标"], key=indicators.level_place) == [
        "数量指标",
        "质量指标",
        "别的指标",
    ]


def test_moves_are_ranked_by_their_size() -> None:
    league = Table(
        "lagging_department",
        ("department", "previous_lag_rank", "lag_rank"),
        (("甲", 1, 2), ("乙", 9, 1), ("丙", None, 3), ("丁", 4, 4)),
    )
    assert departments.moved(league) == [("乙", 9, 1), ("甲", 1, 2)]


def test_tied_departments_each_have_their_own_row() -> None:
    names = ("department", "lag_rank", "lags", *(one.value for one in criteria()), *(one.median for one in criteria()))
    figures = (D("0.9"),) * (2 * len(criteria()))
    league = Table("lagging_department", names, tuple((name, 1, True, *figures) for name in ("甲局", "乙局")))
    drawn = departments.why(league)
    assert (drawn.count("甲局"), drawn.count("乙局")) == (1, 1)

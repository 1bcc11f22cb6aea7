"""What if other numbers were in force: exactly what depends on them changes, and nothing is stored."""

from decimal import Decimal
from functools import cache
from typing import Any

import duckdb
import pytest

from analytics.ordering import ordered_views
from analytics.schemes.choice import CHANGED
from analytics.schemes.limits import FLAGS, NUMBERS, WORDS
from analytics.schemes.loader import ImpossibleScheme, UnknownScheme
from analytics.session import open_session_on
from analytics.what_if import COMPARISONS, WhatIf, compare, parse_what_if, read_what_if
from data.records import Evaluation
from tests.analytics.made import CLEAN, form, line, money, table

D = Decimal

LINES = """
目标        | 实际       | 得分 | 二级     | 项目
达标        | 达标       | 15   | 质量指标 | 达成
达标        | 部分达标   | 15   | 质量指标 | 部分达成
达标        | 未达标     | 15   | 质量指标 | 未达成
≥10次       | 8次        | 10   | 数量指标 | 正向
≥10次       | 14次       | 10   | 数量指标 | 远超
≤50万元     | 55万元     | 10   | 成本指标 | 反向
30万元      | 20万元     | 10   | 成本指标 | 成本少
30万元      | 33万元     | 10   | 成本指标 | 成本多
"""

# One row for each line that the changed number moves, and no other: its score before and after.
MOVED = """
改动                              | 指标     | 原最低 | 原最高 | 新最低 | 新最高
agreed_from_rate:0.9              | 达成     | 16.00  | 20.00  | 18.00  | 20.00
agreed_from_rate:0.9              | 部分达成 | 10.00  | 16.00  | 10.00  | 18.00
partly_from_rate:0.6              | 部分达成 | 10.00  | 16.00  | 12.00  | 16.00
partly_from_rate:0.6              | 未达成   | 0.00   | 10.00  | 0.00   | 12.00
reverse_formula:linear            | 反向     | 9.09   | 9.09   | 9.00   | 9.00
far_exceeded_deduction:2          | 远超     | 10.00  | 10.00  | 8.00   | 8.00
unsigned_cost:positive            | 成本少   | 6.67   | 10.00  | 6.67   | 6.67
unsigned_cost:reverse             | 成本少   | 6.67   | 10.00  | 10.00  | 10.00
unsigned_cost:reverse             | 成本多   | 10.00  | 10.00  | 9.09   | 9.09
"""


def lines_form() -> Evaluation:
    rows = list(table(LINES))
    points = ["20" if row["二级"] == "质量指标" else "10" for row in rows]
    made = [
        line(row["目标"], row["实际"], point, row["得分"], row["二级"], row["项目"])
        for row, point in zip(rows, points, strict=True)
    ]
    return form(*made, total_points="110")


@cache
def session(*changes: tuple[str, str]) -> duckdb.DuckDBPyConnection:
    return open_session_on([lines_form()], changes=dict(changes))


@pytest.mark.parametrize("change", sorted({row["改动"] for row in table(MOVED)}))
def test_a_changed_number_moves_exactly_its_lines(change: str) -> None:
    asked = read_what_if(f"own,{change}")
    found = compare(COMPARISONS["lines"], session(), session(*asked.changes), 2022)
    names = ("name", "low_score", "high_score", "what_if_low_score", "what_if_high_score")
    places = [COMPARISONS["lines"].columns.index(name) for name in names]
    expected = [row for row in table(MOVED) if row["改动"] == change]
    assert sorted(tuple(str(row[at]) for at in places) for row in found) == sorted(
        (row["指标"], row["原最低"], row["原最高"], row["新最低"], row["新最高"]) for row in expected
    )


@pytest.mark.parametrize("name", COMPARISONS)
def test_changing_nothing_changes_nothing(name: str) -> None:
    same = open_session_on([lines_form()], changes={"agreed_from_rate": "0.8"})
    assert compare(COMPARISONS[name], session(), same, 2022) == ()


def test_the_change_is_what_if_less_now() -> None:
    found = compare(COMPARISONS["lines"], session(), session(("far_exceeded_deduction", "2")), 2022)
    assert [row[-1] for row in found] == [D(-2)]


def test_the_total_by_the_forms_own_notes_stays() -> None:
    then = session(("reverse_formula", "linear"))
    sql = "select notes_total, recomputed_total, scheme, notes_scheme from project_summary"
    (before,), (after,) = session().execute(sql).fetchall(), then.execute(sql).fetchall()
    assert before[0] == after[0] and before[1] - after[1] == D("0.09")
    assert after[2:] == (f"yanchi-2022{CHANGED}", "yanchi-2022")


EXECUTION = """
总分如何计执行率 | 执行 | 复算得分 | 说明
form             | 10   | 100.00   | 表上总分只计指标
outside          | 10   | 100.00   | 同上
inside           | 10   | 95.45    | (100 + 5) ÷ 110 × 100
inside           | 20   | 100.00   | (100 + 10) ÷ 110 × 100
"""


@pytest.mark.parametrize("row", list(table(EXECUTION)), ids=lambda row: f"{row['总分如何计执行率']}-{row['执行']}")
def test_execution_inside_the_total_or_outside(row: dict[str, str]) -> None:
    rate = str(D(row["执行"]) / 20)
    made = form(funding=(money(executed=row["执行"], rate=rate, score=str(D(rate) * 10)),))
    then = open_session_on([made], changes={"execution_in_total": row["总分如何计执行率"]})
    found = then.execute("select recomputed_score_100, filed_score_100 from project_summary").fetchall()
    assert found == [(D(row["复算得分"]), D(100))]


def test_execution_leaves_a_total_that_holds_it() -> None:
    lines = [line(points="90", score="90", level1_points="90")]
    made = form(*lines, funding=(money(executed="10", rate="0.5", score="5"),), total="95")
    for placed, score in (("form", D(95)), ("inside", D(95)), ("outside", D(100))):
        then = open_session_on([made], changes={"execution_in_total": placed})
        assert then.execute("select recomputed_score_100 from project_summary").fetchall() == [(score,)]


# Each number with a value that changes something; weights and bands that must agree are changed together.
LIVE = (
    "agreed_from_rate:0.9", "partly_from_rate:0.7", "reverse_formula:linear", "unsigned_cost:reverse",
    "execution_in_total:inside", "far_exceeded_rate:1.5", "far_exceeded_deduction:2", "excellent_from:99",
    "good_from:89", "fair_from:79", "low_scoring_below_rate:1", "explain_below_rate:1", "lagging_below_rate:0.3",
    "money_gap_rate:0.9", "budget_change_rate:0.5", "lagging_reasons:1",
    "lag_weight_execution:30,lag_weight_errors:5", "lag_weight_score:30,lag_weight_errors:5",
    "lag_weight_inflation:20,lag_weight_errors:5", "lag_weight_low_scoring:20,lag_weight_errors:5",
    "lag_weight_unexplained:20,lag_weight_errors:0", "lag_weight_errors:20,lag_weight_unexplained:0",
)  # fmt: skip
# The points of the form itself decide; these say what a scheme expects and are shown, not computed with.
SHOWN_ONLY = ("output_points", "benefit_points", "satisfaction_points", "execution_points")


def county() -> list[Evaluation]:
    half = (money(initial="10", executed="14", rate="0.7", score="7"),)
    full = (money(initial="18", executed="17", rate="0.85", score="8.5"),)
    short = form(*CLEAN[:4], line("≥90%", "60%", 20, 20, "服务对象满意度指标"), funding=half, department="中局")
    good = line("≥10次", "8次", 20, 20, "数量指标", reason="资金")
    fair = form(*(line("≥10次", "8.5次", 50, 50, "数量指标"),) * 2, department="良局", funding=full)
    poor = form(*(line("≥10次", "7次", 50, 50, "数量指标"),) * 2, department="差局", funding=half)
    return [lines_form(), short, form(*CLEAN[:4], good, department="丙局", funding=full), fair, poor, form()]


def everything(changes: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all views, the names of schemes left out."""
    opened = open_session_on(county(), "yanchi-2022", changes=dict(parse_what_if(changes).changes))
    return {name: rows(opened, name) for name, _ in ordered_views() if name != "admissible_score"}


def rows(opened: duckdb.DuckDBPyConnection, view: str) -> list[tuple[Any, ...]]:
    described = opened.execute(f"select * from {view} limit 0").description
    names = ", ".join(column[0] for column in described if column[0] not in ("scheme", "schemes", "scored_by"))
    return sorted(opened.execute(f"select {names} from {view}").fetchall(), key=str)


@cache
def as_it_is() -> dict[str, list[tuple[Any, ...]]]:
    return everything("")


@pytest.mark.parametrize("changes", LIVE)
def test_every_number_changes_something(changes: str) -> None:
    assert everything(changes) != as_it_is()


def test_no_parameter_is_left_out_of_the_test_above() -> None:
    tried = {name for changes in LIVE for name, _ in parse_what_if(changes).changes}
    assert tried | {*SHOWN_ONLY, *FLAGS} == {*NUMBERS, *WORDS, *FLAGS}


def test_the_points_of_a_scheme_are_shown_only() -> None:
    assert everything("output_points:30,benefit_points:50") == as_it_is()


def test_execution_inside_decides_where_the_form_does_not_tell() -> None:
    """The filed total is nobody's sum, and the points add up to neither."""
    lines = [line(points="80", score="80", level1_points="80")]
    made = form(*lines, funding=(money(executed="10", rate="0.5", score="5"),), total="70", total_points="100")
    changes = {"execution_inside": "true", "output_points": "30"}
    totals = [
        open_session_on([made], "yanchi-2022", changes=asked)
        .execute("select recomputed_total from project_summary")
        .fetchall()
        for asked in ({}, changes)
    ]
    assert totals == [[(D(80),)], [(D("94.44"),)]]  # 85 ÷ 90 × 100: brought to the points of the form


ADDRESSES = """
网址                            | 口径   | 改动
own                             | -      |
strict                          | strict |
own,agreed_from_rate:0.85       | -      | agreed_from_rate:0.85
strict, good_from:85            | strict | good_from:85
agreed_from_rate:0.9,mof-2020   | mof-2020 | agreed_from_rate:0.9
"""


@pytest.mark.parametrize("row", list(table(ADDRESSES)), ids=lambda row: row["网址"])
def test_an_address_is_read_and_written(row: dict[str, str]) -> None:
    asked = read_what_if(row["网址"])
    changes = tuple(tuple(one.split(":")) for one in row["改动"].split(",") if one)
    assert asked == WhatIf(None if row["口径"] == "-" else row["口径"], changes)  # type: ignore[arg-type]
    assert read_what_if(str(asked)) == asked


REFUSED = """
网址                               | 名称
agreed_from_rate:1.2               | agreed_from_rate
agreed_from_rate:nan               | agreed_from_rate
agreed_from_rate:1e1               | agreed_from_rate
agreed_from_rate:                  | agreed_from_rate
agreed_from_rate:true              | agreed_from_rate
agreed_from_rate:0.4               | partly_from_rate
far_exceeded_rate:0.5              | far_exceeded_rate
excellent_from:100.5               | excellent_from
excellent_from:70                  | good_from
lagging_reasons:2.5                | lagging_reasons
lag_weight_errors:20               | lag_weight
output_points:50                   | points
execution_inside:yes               | execution_inside
reverse_formula:cubic              | reverse_formula
unsigned_cost:0                    | unsigned_cost
nothing:1                          | nothing
"""


@pytest.mark.parametrize("row", list(table(REFUSED)), ids=lambda row: row["网址"])
def test_an_impossible_what_if_is_refused_by_name(row: dict[str, str]) -> None:
    with pytest.raises(ImpossibleScheme) as refused:
        read_what_if(f"yanchi-2022,{row['网址']}")
    assert refused.value.place == row["名称"]


def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(UnknownScheme):
        read_what_if("yanchi-1999")

"""Decisions and the findings that they are on: what applies, what is open again, what no longer counts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import duckdb
import pytest

from analytics.ordering import dependents, ordered_views
from analytics.session import bring_decisions, open_session_on
from data.decisions import Decision, State
from data.records import Evaluation
from tests.analytics.made import CLEAN, form, line, money, table

MOMENT = datetime(2024, 3, 5, 8, 30, tzinfo=UTC)


def wrong(department: str, at: int) -> Evaluation:
    """A form with one score above what the rule gives: 5次 of ≥10次 at 20 of 20 points."""
    first = line("≥10次", "5次", 20, 20, "数量指标", "开展培训", level1_points="40", reason="受疫情影响")
    made = form(first, *CLEAN[1:], funding=(money(),), department=department, unit=department, project=f"项目{at}")
    return replace(made, place=f"Sheet{at}!A1:J30")


@pytest.fixture(scope="module")
def opened() -> duckdb.DuckDBPyConnection:
    return open_session_on([wrong("教育局", 1), wrong("教育局", 2), wrong("水务局", 3)])


@pytest.fixture
def session(opened: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    bring_decisions(opened, [])
    return opened


def rows(session: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[object, ...]]:
    return session.execute(sql).fetchall()


def on(
    session: duckdb.DuckDBPyConnection, evaluation: int, state: State, reason: str = "", **changes: object
) -> Decision:
    """A decision on the overstated score of a form, as a page would take it."""
    names = "document, place, rule, n, cell, found, expected"
    sql = f"select {names} from decided_finding where rule = 'score_overstated' and evaluation = {evaluation}"
    made = Decision(*rows(session, sql)[0], state, reason, "王", MOMENT)
    return replace(made, **changes)  # type: ignore[arg-type]


def states(session: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    sql = (
        "select state, changed, earlier_state from decided_finding where rule = 'score_overstated' order by evaluation"
    )
    return rows(session, sql)


SEQUENCES = """
先后决定                     | 状态      | 有变 | 此前
-                            | open      | 否   | -
accepted                     | accepted  | 否   | -
rejected                     | rejected  | 否   | -
rejected open                | open      | 否   | -
rejected accepted rectified  | rectified | 否   | -
open                         | open      | 否   | -
# 带星号的是按别的内容决定的:内容变了,重新待处理
rejected*                    | open      | 是   | rejected
accepted rejected*           | open      | 是   | rejected
rejected* accepted           | accepted  | 否   | -
accepted open*               | open      | 否   | -
"""


@pytest.mark.parametrize("row", list(table(SEQUENCES)), ids=lambda row: row["先后决定"])
def test_the_last_decision_counts_while_the_texts_are_the_same(
    session: duckdb.DuckDBPyConnection, row: dict[str, str]
) -> None:
    taken = []
    for word in row["先后决定"].replace("-", "").split():
        texts = {"found": "19"} if word.endswith("*") else {}
        taken.append(on(session, 1, word.rstrip("*"), "理由", **texts))  # type: ignore[arg-type]
    bring_decisions(session, taken)
    expected = (row["状态"], row["有变"] == "是", None if row["此前"] == "-" else row["此前"])
    assert states(session) == [expected, ("open", False, None), ("open", False, None)]


def test_reason_person_and_time_stand_beside_the_finding(session: duckdb.DuckDBPyConnection) -> None:
    beijing = MOMENT.astimezone(timezone(timedelta(hours=8)))
    bring_decisions(session, [on(session, 1, "rejected", "识读有误", decided=beijing)])
    found = rows(session, "select decision_reason, who, decided from decided_finding where who is not null")
    assert found == [("识读有误", "王", MOMENT.replace(tzinfo=None))], "times stand in UTC"


def figures(session: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    sql = "select department, errors, errors_per_form from department_summary order by department desc"
    county = "select '全县', errors, null from county_summary"
    return rows(session, sql) + rows(session, county)


def test_a_rejected_finding_counts_against_nobody(session: duckdb.DuckDBPyConnection) -> None:
    before = figures(session)
    assert [row[1] for row in before] == [1, 2, 3]
    bring_decisions(session, [on(session, 1, "rejected", "识读有误"), on(session, 3, "accepted")])
    after = figures(session)
    assert [row[1] for row in after] == [1, 1, 2]
    assert [float(str(row[2])) for row in after[:2]] == [1.0, 0.5]
    assert rows(session, "select errors from project_summary order by evaluation") == [(0,), (1,), (1,)]
    assert rows(session, "select hits, forms from finding_count where rule = 'score_overstated'") == [(2, 2)]
    criterion = "select value from department_criterion where criterion = 'errors_per_form' order by department desc"
    assert [float(str(row[0])) for row in rows(session, criterion)] == [1.0, 0.5]
    bring_decisions(session, [])
    assert figures(session) == before


def test_what_still_counts_carries_its_state(session: duckdb.DuckDBPyConnection) -> None:
    bring_decisions(session, [on(session, 1, "accepted")])
    counting = "select state from counted_finding where rule = 'score_overstated' order by evaluation"
    assert rows(session, counting) == [("accepted",), ("open",), ("open",)]


def test_progress_by_department(session: duckdb.DuckDBPyConnection) -> None:
    taken = [on(session, 1, "rejected", "识读有误"), on(session, 2, "accepted"), on(session, 3, "accepted", found="19")]
    bring_decisions(session, taken)
    sql = """
        select department, accepted_findings, rejected_findings, rectified_findings, open_errors, changed_findings,
            findings = open_findings + accepted_findings + rejected_findings + rectified_findings,
            decided_share = cast((findings - open_findings) / findings as decimal(18, 6))
        from review_progress order by department
    """
    assert rows(session, sql) == [("教育局", 1, 1, 0, 0, 0, True, True), ("水务局", 0, 0, 0, 1, 1, True, True)]


def test_findings_of_one_rule_in_one_cell_are_told_apart_by_their_texts() -> None:
    """The goal contradicts two lines: both findings stand in the place of the form."""
    goal = "完成12次开展培训,维护75条政务内网线路"
    lines = (
        line("≥10次", "10次", 20, 20, "数量指标", "开展培训次数"),
        line("≥10次", "10次", 20, 20, "数量指标", "开展培训次数"),
    )
    session = open_session_on([form(*lines, *CLEAN[2:], goal=goal)])
    session.execute("create or replace table finding as select * from finding where rule = 'indicator_repeated'")
    session.execute("insert into finding select * replace ('另一处' as found) from finding")
    elsewhere = Decision("别处", "A1", "indicator_repeated", 1, "C1", "", "", "accepted", "", "王", MOMENT)
    bring_decisions(session, [elsewhere])  # with none at all there is nothing to compute anew
    names = "document, place, rule, n, cell, found, expected"
    first, second = rows(session, f"select {names} from decided_finding order by found")
    taken = [Decision(*first, "accepted", "", "王", MOMENT), Decision(*second, "rejected", "重复", "王", MOMENT)]  # type: ignore[arg-type]
    bring_decisions(session, taken)
    found = "select state, changed from decided_finding order by found"
    assert rows(session, found) == [("accepted", False), ("rejected", False)]


def test_decisions_on_what_is_no_longer_found_do_nothing(session: duckdb.DuckDBPyConnection) -> None:
    before = rows(session, "select * from decided_finding order by all")
    bring_decisions(session, [on(session, 1, "rejected", "识读有误", document="another", cell="Z9")])
    assert rows(session, "select * from decided_finding order by all") == before


def test_what_does_not_depend_on_decisions_is_not_computed_again() -> None:
    again = {name for name, _ in dependents(ordered_views(), "decision")}
    assert {"decided_finding", "review_progress", "department_summary", "lagging_department", "county_summary"} <= again
    assert not {"finding", "recomputed_indicator", "project_funding", "admissible_score"} & again


def test_another_cursor_sees_the_old_or_the_new(session: duckdb.DuckDBPyConnection) -> None:
    reading = session.cursor()
    reading.begin()
    assert reading.execute("select count(*) from counted_finding where rule = 'score_overstated'").fetchone() == (3,)
    bring_decisions(session, [on(session, 1, "rejected", "识读有误")])
    assert reading.execute("select count(*) from counted_finding where rule = 'score_overstated'").fetchone() == (3,)
    reading.commit()
    assert reading.execute("select count(*) from counted_finding where rule = 'score_overstated'").fetchone() == (2,)

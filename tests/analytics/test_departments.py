"""The county's departments: rates are sums over sums, and nobody lags by a tie."""

from decimal import Decimal

import duckdb
import pytest

from analytics.session import open_session_on
from data.records import Evaluation
from tests.analytics.made import CLEAN, form, line, money


def filed(department: str, executed: str, actual: str = "11次", year: int = 2022, project: str = "甲") -> Evaluation:
    """A form of 20 万元; `actual` of 10次 at 20 points decides its recomputed score."""
    funding = (money(executed=executed, rate=None, score=None),)
    first = line("≥10次", actual, 20, 20, "数量指标", "开展培训", level1_points="40")
    return form(first, *CLEAN[1:], funding=funding, department=department, unit=department, project=project, year=year)


FORMS = [
    *(filed("好局", "20", project=name) for name in "甲乙丙"),
    filed("中局", "19"),
    filed("差局", "10", "5次"),
    filed("差局", "8", "5次", year=2021),
    filed("好局", "20", year=2021),
    filed("中局", "19", year=2021),
]


@pytest.fixture(scope="module")
def session() -> duckdb.DuckDBPyConnection:
    return open_session_on(FORMS)


def lagging(session: duckdb.DuckDBPyConnection, columns: str, department: str) -> tuple[object, ...]:
    return one(session, f"select {columns} from lagging_department where year = 2022 and department = '{department}'")


def one(session: duckdb.DuckDBPyConnection, sql: str) -> tuple[object, ...]:
    found = session.execute(sql).fetchone()
    assert found is not None
    return found


def test_the_rate_of_a_department_is_a_sum_over_a_sum() -> None:
    big = form(funding=(money(adjusted="180", executed="90"),), project="大")
    small = form(funding=(money(adjusted="20", executed="20"),), project="小")
    session = open_session_on([big, small])
    found = one(session, "select execution_rate, mean_project_rate, projects_below_80 from department_execution")
    assert found == (Decimal("0.55"), Decimal("0.75"), 1)


def test_the_worst_department_lags_with_its_reasons(session: duckdb.DuckDBPyConnection) -> None:
    *found, reasons = lagging(session, "lag_rank, lags, repeat, previous_lag_rank, small_number, reasons", "差局")
    assert found == [1, True, True, 1, True]
    assert str(reasons).split(";")[:2] == ["execution_rate", "recomputed_score"]


def test_the_best_department_does_not(session: duckdb.DuckDBPyConnection) -> None:
    assert lagging(session, "lag_rank, lags, reasons, small_number, lag_index", "好局")[:4] == (3, False, "", False)


def test_the_median_stands_beside_the_value(session: duckdb.DuckDBPyConnection) -> None:
    assert lagging(session, "execution_rate, execution_rate_median, execution_rate_rank", "差局") == (
        Decimal("0.5"),
        Decimal("0.95"),
        1,
    )


def test_equal_departments_do_not_lag() -> None:
    session = open_session_on([filed(name, "20") for name in ("甲局", "乙局", "丙局", "丁局")])
    found = session.execute(
        "select distinct lag_index, lags, reasons, execution_rate_rank from lagging_department"
    ).fetchall()
    assert found == [(Decimal("0.5"), False, "", 4)]


def test_a_department_without_a_name_is_kept() -> None:
    session = open_session_on([form(department=None, unit=None)])
    for view in ("department_summary", "department_execution", "lagging_department", "level2_summary", "points_lost"):
        assert session.execute(f"select distinct department from {view}").fetchall() == [(None,)]


def test_county(session: duckdb.DuckDBPyConnection) -> None:
    sql = (
        "select forms, departments, executed_wan, adjusted_budget_wan, execution_rate,"
        " overstated_indicators, lagging_departments"
        " from county_summary where year = 2022"
    )
    assert one(session, sql) == (5, 3, Decimal(89), Decimal(100), Decimal("0.89"), 1, 1)


def test_points_lost(session: duckdb.DuckDBPyConnection) -> None:
    sql = (
        "select points, lost_points, filed_lost_points from points_lost"
        " where year = 2022 and department = '差局' and level1 = '产出指标'"
    )
    assert one(session, sql) == (Decimal(40), Decimal(10), Decimal(0))


def test_coverage(session: duckdb.DuckDBPyConnection) -> None:
    assert one(session, "select documents, evaluations, superseded, refused, received_to from coverage") == (
        0,
        8,
        0,
        0,
        None,
    )

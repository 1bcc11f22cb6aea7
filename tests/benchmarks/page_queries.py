"""What the pages ask of a generation with kept results: python -m tests.benchmarks.page_queries DIR

The statements are those that pages send (pages/shared/query.py makes them). Every one runs three times in a fresh
process after opening; the median counts, the first time is told beside it.
"""

import statistics
import sys
from pathlib import Path
from time import perf_counter

import duckdb

from analytics.session import open_session
from pages.shared.query import Cut, Filters, query
from tests.benchmarks.readings import generation_of

RUNS = 5
GOAL = 150  # milliseconds
Asked = tuple[str, str, Filters, Cut]


def asked(year: int, department: str, evaluation: int) -> tuple[Asked, ...]:
    """(what for, view, filters, cut) of the pages of a county: overview, execution, indicators, lagging, form …"""
    whole: Filters = (("year", year),)
    own: Filters = (("year", year), ("department", department))
    one: Filters = (("evaluation", evaluation),)
    lost = Cut("lost_points", "lost_points desc, evaluation, n", 100)
    return (
        ("county: headline", "county_summary", whole, Cut()),
        ("county: departments", "department_summary", whole, Cut()),
        ("county: money unspent", "department_execution", whole, Cut("unspent_wan", "unspent_wan desc, department")),
        ("county: where points go", "points_lost", whole, Cut()),
        ("county: worst line", "recomputed_indicator", whole, Cut("lost_points", "lost_points desc, evaluation, n", 1)),
        ("county: most lost, 100 lines", "recomputed_indicator", whole, lost),
        ("lagging departments", "lagging_department", whole, Cut(order="lag_rank")),
        ("level-2 indicators", "level2_summary", whole, Cut()),
        ("department: projects", "project_summary", own, Cut()),
        ("department: lost, 100 lines", "recomputed_indicator", own, lost),
        ("department: search", "recomputed_indicator", (*own, ("search", "资金")), lost),
        ("department: findings", "decided_finding", own, Cut(limit=1000)),
        ("findings by rule", "finding_count", whole, Cut()),
        ("review progress", "review_progress", whole, Cut()),
        ("form: summary", "project_summary", one, Cut()),
        ("form: lines", "recomputed_indicator", one, Cut(order="n")),
        ("form: workings", "scored_line", one, Cut(order="n")),
        ("form: findings", "counted_finding", one, Cut()),
    )


def measured(session: duckdb.DuckDBPyConnection, one: Asked) -> tuple[float, float, int]:
    """Milliseconds (median and first) and rows of one query."""
    _, view, filters, cut = one
    columns = tuple(str(row[0]) for row in session.execute(f"select * from {view} limit 0").description)
    made = query(view, columns, filters, cut)
    times, rows = [], 0
    for _ in range(RUNS):
        began = perf_counter()
        rows = len(session.cursor().execute(made.sql, made.values).fetchall())
        times.append((perf_counter() - began) * 1000)
    return statistics.median(times), times[0], rows


def main(place: Path) -> None:
    """One line a query: milliseconds (median, first), rows, what for."""
    began = perf_counter()
    session = open_session(generation_of(place))
    print(f"{(perf_counter() - began) * 1000:.0f} {0:.0f} 0 opening a session", flush=True)
    found = session.execute(
        "select year, department, max(evaluation) from project_summary where department is not null"
        " group by 1, 2 order by count(*) desc, 1, 2 limit 1"
    ).fetchone()
    assert found is not None
    for one in asked(*found):
        median, first, rows = measured(session, one)
        print(f"{median:.0f} {first:.0f} {rows} {one[0]}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

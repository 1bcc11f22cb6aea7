"""One way to recompute, alone in its process: python -m tests.benchmarks.recompute_by WAY DIR

All read the same readings: every line's figures in integers and its rule, as the dashboard keeps them. What each does:
views     the dashboard's own views: score, verdict, the totals of every form by four formulas, execution, caps, grades;
polars    the rules of one scheme vectorised: the same, but for the caps, of which that scheme has none;
pandas    the same with numpy and pandas;
totals    the barest division in SQL with a verdict, then the sum of every form and the means of departments;
bare      the barest division in SQL with a verdict, summed by department: no rules, no forms.
Each answers for every department: lines overstated, lines scored low, points recomputed; the three that know the rules
also the sums of its forms' recomputed and filed scores of 100 and of their shares that can be verified, and these three
must answer the same.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time

import duckdb

FORMS = "forms.parquet"
LINES = "lines.parquet"
AGREED, PARTLY, LOW_SCORING = 800, 500, 800  # permille, of the scheme that all generated forms follow
SUMS = ("over", "low_scoring", "recomputed", "recomputed_100", "filed_100", "verifiable")  # of each department
FITS = 10**13  # a share of two figures below it, times the points, stays within 64 bits
Answer = Mapping[str | None, tuple[int, ...]]

BARE = """
with scored as (
    select
        evaluation, points_cents, filed_cents,
        case
            when reading_rule = 'reverse' then case when b <= a or b <= 0 then 1.0 else cast(a as double) / b end
            when b >= a or a <= 0 then 1.0
            else greatest(cast(b as double) / a, 0)
        end * points_cents as score
    from (select *, target_micro as a, actual_low_micro as b from lines)
)
"""
BY_DEPARTMENT = """
select f.department, count(case when s.filed_cents > s.score + 10 then 1 end),
    count(case when s.score < s.points_cents * 0.8 then 1 end), cast(sum(s.score) as bigint)
from scored as s join forms as f on f.evaluation = s.evaluation
group by f.department
"""
BY_FORM = """
, form as (
    select evaluation, count(case when filed_cents > score + 10 then 1 end) as over,
        count(case when score < points_cents * 0.8 then 1 end) as low, sum(score) as score,
        sum(score) * 100 / nullif(sum(points_cents), 0) as score_100
    from scored group by evaluation
)
select f.department, sum(s.over), sum(s.low), cast(sum(s.score) as bigint), avg(s.score_100)
from form as s join forms as f on f.evaluation = s.evaluation
group by f.department
"""


def database(place: Path) -> duckdb.DuckDBPyConnection:
    """The readings as DuckDB keeps them, read-only."""
    connection = duckdb.connect()
    connection.execute(f"attach '{place / 'readings.duckdb'}' as readings (read_only)")
    connection.execute("set preserve_insertion_order = false")
    return connection


def views(place: Path, memory: str | None = None) -> Answer:
    from analytics.ordering import needed, ordered_views
    from analytics.schemes.choice import NO_CHANGES, choose
    from analytics.session import PLANNED, fill_tables
    from tests.benchmarks.readings import KEPT

    with database(place) as connection:
        connection.execute(PLANNED)
        if memory:
            connection.execute(f"set memory_limit = '{memory}'")
            connection.execute(f"set temp_directory = '{place / 'spill'}'")
        fill_tables(connection, choose(None, NO_CHANGES), similar=False)
        for name in KEPT:
            connection.execute(f"create view {name} as select * from readings.{name}")
        computed = tuple(view for view in ordered_views() if view[0] not in KEPT)
        for _, sql in needed(computed, ("project_score",)):
            connection.execute(sql)
        return answer(
            connection,
            "select department, sum(overstated_lines), sum(low_scoring_lines), sum(indicator_recomputed_cents),"
            " sum(recomputed_100_cents), sum(filed_100_cents), sum(verifiable_micro) from project_score"
            " group by department",
        )


def bare(place: Path) -> Answer:
    return sql_answer(place, BARE + BY_DEPARTMENT)


def totals(place: Path) -> Answer:
    return sql_answer(place, BARE + BY_FORM)


def sql_answer(place: Path, sql: str) -> Answer:
    with database(place) as connection:
        connection.execute("create view lines as select * from readings.indicator_reading")
        connection.execute("create view forms as select * from readings.forms")
        return answer(connection, sql)


def answer(connection: duckdb.DuckDBPyConnection, sql: str) -> Answer:
    return {row[0]: tuple(map(int, row[1:])) for row in connection.execute(sql).fetchall()}


def polars(place: Path) -> Answer:
    import polars as pl

    from tests.benchmarks.recompute_polars import forms_summed, scored, totalled

    lines, forms = pl.scan_parquet(place / LINES), pl.scan_parquet(place / FORMS)
    summed = forms_summed(scored(lines, AGREED, PARTLY, FITS), LOW_SCORING)
    found = totalled(forms.join(summed, on="evaluation", how="left"))
    rows = found.group_by("department").agg(*map(pl.sum, SUMS)).collect(engine="streaming").rows()
    return {row[0]: tuple(map(int, row[1:])) for row in rows}


def pandas(place: Path) -> Answer:
    import pandas as pd

    from tests.benchmarks.recompute_pandas import READ, forms_summed, scored, totalled

    lines, forms = pd.read_parquet(place / LINES, columns=READ), pd.read_parquet(place / FORMS)
    summed = forms_summed(scored(lines, AGREED, PARTLY), LOW_SCORING)
    found = (
        totalled(forms.merge(summed, on="evaluation", how="left")).groupby("department", dropna=False)[list(SUMS)].sum()
    )
    return {None if pd.isna(row[0]) else row[0]: tuple(map(int, row[1:])) for row in found.itertuples()}


WAYS: Mapping[str, Callable[[Path], Answer]] = {
    "views": views,
    "bare": bare,
    "totals": totals,
    "polars": polars,
    "pandas": pandas,
    "limited": lambda place: views(place, "4GB"),
}


NEEDED: Mapping[str, tuple[str, ...]] = {
    "views": ("analytics.session", "tests.benchmarks.readings"),
    "limited": ("analytics.session", "tests.benchmarks.readings"),
    "polars": ("polars", "tests.benchmarks.recompute_polars"),
    "pandas": ("pandas", "pyarrow.parquet", "tests.benchmarks.recompute_pandas"),
}


def most_memory() -> float:
    """The most memory that this process ever held, in MB of 1,048,576 bytes, as Linux tells it (0 elsewhere)."""
    path = Path("/proc/self/status")
    rows = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return next((int(row.split()[1]) / 1024 for row in rows if row.startswith("VmHWM")), 0.0)


def main(way: str, place: Path) -> None:
    """Print seconds, processor seconds, the most megabytes held, and the answer as a whole."""
    for module in NEEDED.get(way, ()):  # loading a program is not what is compared
        import_module(module)
    started = perf_counter()
    found = WAYS[way](place)
    took = perf_counter() - started
    most = most_memory()
    print(took, process_time(), most, len(found), *map(sum, zip(*found.values(), strict=True)))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))

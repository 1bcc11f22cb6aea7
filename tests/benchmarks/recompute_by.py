"""One way to recompute, alone in its process: python -m tests.benchmarks.recompute_by views|bare|polars|pandas DIR

The barest score: a target with ≥ or no sign is met in proportion, one with ≤ as its inverse; filed beyond it by more
than 0.1 points is overstated. Asked for: scores and verdicts by department.
"""

import sys
from pathlib import Path
from time import perf_counter, process_time

from data.store import Store, attach

FIGURES = ["target_base_low", "target_base_high", "actual_base_low", "points", "filed_score"]
COLUMNS = ["evaluation", "target_operator", *FIGURES]
BARE = """
with score as (
    select i.evaluation, i.points, i.filed_score,
        case
            when i.target_operator in ('<=', '<') then
                case when b <= a or b <= 0 then 1.0 else cast(a as double) / b end
            when b >= a or a <= 0 then 1.0
            else greatest(cast(b as double) / a, 0)
        end * i.points as score
    from (select *, coalesce(target_base_low, target_base_high) as a, actual_base_low as b from facts.indicator) as i
)
select e.department, sum(s.points), sum(s.score), count(case when s.filed_score > s.score + 0.1 then 1 end)
from score as s join facts.evaluation as e on e.evaluation = s.evaluation
group by e.department
"""
# What the totals read is computed in passing; only what several of them read is kept.
KEPT = (
    "folded_name",
    "current_department",
    "evaluation_in_force",
    "indicator_text",
    "wording_answer",
    "project_funding",
)
VERDICTS = """
select department, sum(points_cents), sum(recomputed_cents), count(case when verdict = 'overstated' then 1 end)
from scored_indicator group by department
"""


def most_memory() -> float:
    """The most memory that this process ever held, in MB, as Linux tells it."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM"))


def views(place: Path) -> None:
    from analytics.ordering import needed, ordered_views
    from analytics.schemes.choice import NO_CHANGES, choose
    from analytics.session import fill_tables

    generation = Store(place / "store").current()
    assert generation is not None
    with attach(generation) as connection:
        connection.execute("set preserve_insertion_order = false")
        fill_tables(connection, choose(None, NO_CHANGES), similar=False)
        for name, sql in needed(ordered_views(), "project_score"):
            kind = "table" if name in KEPT else "view"
            connection.execute(sql.replace("create or replace view", f"create or replace {kind}", 1))
        connection.execute(VERDICTS).fetchall()
        connection.execute("select sum(recomputed_total_cents) from project_score").fetchall()


def bare(place: Path) -> None:
    generation = Store(place / "store").current()
    assert generation is not None
    with attach(generation) as connection:
        connection.execute(BARE).fetchall()


def polars(place: Path) -> None:
    import polars as pl

    lines = pl.scan_parquet(place / "facts" / "indicator" / "**" / "*.parquet").select(COLUMNS)
    forms = pl.scan_parquet(place / "facts" / "evaluation" / "**" / "*.parquet").select("evaluation", "department")
    numbers = lines.with_columns(pl.col(FIGURES).cast(pl.Float64))
    a, b = pl.coalesce("target_base_low", "target_base_high"), pl.col("actual_base_low")
    reverse = pl.when((b <= a) | (b <= 0)).then(1.0).otherwise(a / b)
    plain = pl.when((b >= a) | (a <= 0)).then(1.0).otherwise((b / a).clip(lower_bound=0))
    share = pl.when(pl.col("target_operator").is_in(["<=", "<"])).then(reverse).otherwise(plain)
    scored = numbers.with_columns(score=share * pl.col("points")).join(forms, on="evaluation")
    over = (pl.col("filed_score") > pl.col("score") + 0.1).sum()
    scored.group_by("department").agg(pl.sum("points"), pl.sum("score"), over).collect()


def pandas(place: Path) -> None:
    import numpy as np
    import pandas as pd

    generation = Store(place / "store").current()
    assert generation is not None
    with attach(generation) as connection:
        lines = connection.execute(f"select {', '.join(COLUMNS)} from facts.indicator").df()
        forms = connection.execute("select evaluation, department from facts.evaluation").df()
    a, b = lines["target_base_low"].fillna(lines["target_base_high"]), lines["actual_base_low"]
    with np.errstate(all="ignore"):
        reverse = np.where((b <= a) | (b <= 0), 1.0, a / b)
        plain = np.where((b >= a) | (a <= 0), 1.0, np.maximum(b / a, 0))
    lines["score"] = np.where(lines["target_operator"].isin(["<=", "<"]), reverse, plain) * lines["points"]
    lines["over"] = lines["filed_score"] > lines["score"] + 0.1
    joined = lines.merge(forms, on="evaluation")
    assert isinstance(joined, pd.DataFrame)
    joined.groupby("department", dropna=False)[["points", "score", "over"]].sum()


if __name__ == "__main__":
    started = perf_counter()
    {"views": views, "bare": bare, "polars": polars, "pandas": pandas}[sys.argv[1]](Path(sys.argv[2]))
    print(perf_counter() - started, process_time(), most_memory())

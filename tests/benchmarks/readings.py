"""What the texts of a generation say, read once: every line's figures and rule as integers and codes.

python -m tests.benchmarks.readings DIR writes DIR/readings.duckdb over DIR/store, and the same as Parquet for polars
and pandas. `analytics keep` computes the same views; here only those that no scheme changes are wanted.
"""

import sys
from pathlib import Path
from time import perf_counter, process_time

from analytics.ordering import needed, ordered_views
from analytics.schemes.choice import NO_CHANGES, choose
from analytics.session import PLANNED, fill_tables
from data.store import Generation, Store, attach

KEPT = (
    "folded_name",
    "current_department",
    "form_in_force",
    "printed_claim",
    "folded_text",
    "deducting_method",
    "wording_answer",
    "indicator_reading",
    "funding_reading",
)
FORMS = """
    select evaluation, department, total_points_cents, whole_cents, filed_total_cents, tolerance_cents,
        execution_points_cents, execution_filed_cents, execution_recomputed_cents
    from form_in_force
"""


def generation_of(place: Path) -> Generation:
    """The generation of the store in that folder."""
    found = Store(place / "store").current()
    assert found is not None
    return found


def write_readings(place: Path) -> tuple[float, float]:
    """Seconds and processor seconds of reading all texts; writing Parquet for the peers is not counted."""
    with attach(generation_of(place)) as connection:
        connection.execute(PLANNED)
        connection.execute("set preserve_insertion_order = false")
        connection.execute("set memory_limit = '4GB'")
        connection.execute(f"set temp_directory = '{place / 'spill'}'")
        fill_tables(connection, choose(None, NO_CHANGES), similar=False)
        connection.execute(f"attach '{place / 'readings.duckdb'}' as readings")
        began, worked = perf_counter(), process_time()
        for name, sql in needed(ordered_views(), ("indicator_reading", "form_in_force", "funding_reading")):
            connection.execute(sql)
            if name in KEPT:
                connection.execute(f"create table readings.{name} as select * from {name}")
                connection.execute(f"create or replace view {name} as select * from readings.{name}")
        took = perf_counter() - began, process_time() - worked
        connection.execute(f"create table readings.forms as {FORMS}")
        for table, file in (("indicator_reading", "lines"), ("forms", "forms")):
            connection.execute(f"copy readings.{table} to '{place / file}.parquet' (format parquet)")
        connection.execute("checkpoint readings")
    return took


if __name__ == "__main__":
    print(*write_readings(Path(sys.argv[1])))

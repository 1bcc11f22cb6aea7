"""What differs between two engines, view by view: every figure exactly, as both compute with integers."""

import duckdb

from analytics.ordering import ordered_views
from analytics.results import results_of
from analytics.schemes.choice import NO_CHANGES, choose
from analytics.session import prepare
from data.store import Generation
from data.store.attach import attach, quoted


def differences(generation: Generation) -> dict[str, list[tuple[object, ...]]]:
    """For every view that differs its rows that only one side has: DuckDB now, or the results kept beside the facts."""
    with attach(generation) as connection:
        prepare(connection, choose(None, NO_CHANGES))
        connection.execute(f"attach '{quoted(results_of(generation))}' as results (read_only)")
        found = {name: differing(connection, name) for name, _ in ordered_views()}
    return {name: rows for name, rows in found.items() if rows}


def differing(connection: duckdb.DuckDBPyConnection, name: str) -> list[tuple[object, ...]]:
    """Rows that do not stand on both sides equally often, each with how often here and there."""
    sides = f"select *, 1 as here, 0 as there from memory.{name} union all select *, 0, 1 from results.{name}"
    counted = f"select * exclude (here, there), sum(here) as here, sum(there) as there from ({sides}) group by all"
    return connection.execute(f"select * from ({counted}) where here <> there").fetchall()


def said(found: dict[str, list[tuple[object, ...]]]) -> str:
    """A message that shows where to look."""
    return "\n".join(f"{name}: {len(rows)} rows, such as {rows[:2]}" for name, rows in found.items())

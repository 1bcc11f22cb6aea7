"""What the cluster computed, as a generation that the dashboard serves."""

from pathlib import Path

import duckdb

from analytics.ordering import ordered_views
from analytics.results import write_results
from analytics.session import open_session_on
from data.parquet import load_parquet
from data.store import Generation, Store
from data.store.attach import quoted


def publish(facts: Path, session: Path, views: Path, store: Store) -> Generation:
    """The facts as a new generation of the store, the results beside it. Raises what publishing raises."""
    with store.locked():
        with store.building(anew=True) as (connection, path):
            load_parquet(connection, facts)
            generation = store.publish(connection, path, anew=True)
        write_results(generation, lambda connection: take_parquet(connection, session, views))
    return generation


def take_parquet(connection: duckdb.DuckDBPyConnection, session: Path, views: Path) -> None:
    """Tables of the catalogue in use, in DuckDB's own types, so that no page can tell who computed them."""
    for folder in sorted(session.iterdir()):
        connection.execute(f"create table {folder.name} as select * from {files(folder)}")
    for name, columns in view_columns().items():
        typed = ", ".join(f"cast({column} as {kind}) as {column}" for column, kind in columns)
        connection.execute(f"create table {name} as select {typed} from {files(views / name)}")


def view_columns() -> dict[str, list[tuple[str, str]]]:
    """Name and type of every column of every view, as DuckDB has them."""
    with open_session_on(()) as empty:
        described = {name: empty.execute(f"describe {name}").fetchall() for name, _ in ordered_views()}
    return {name: [(row[0], row[1]) for row in rows] for name, rows in described.items()}


def files(folder: Path) -> str:
    return f"read_parquet('{quoted(folder)}/*.parquet')"

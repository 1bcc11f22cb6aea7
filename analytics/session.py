"""A session: one generation's facts attached, with schemes and rules as rows and all views over them.

Use `.cursor()` of the connection for every call: one DuckDB connection does not serve several threads.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb

from analytics.ordering import needed, ordered_views, read_names
from analytics.rows import Cell, session_rows
from analytics.schemes.choice import NO_CHANGES, Changes, Choice, choose
from analytics.similar import COLUMNS, similar_rows
from data.facts import Filed, create_tables, insert_evaluations
from data.records import Evaluation
from data.store import Generation, attach, lock_down

TABLES = Path(__file__).with_name("session.sql")


def open_session(
    generation: Generation, scheme: str | None = None, changes: Changes = NO_CHANGES
) -> duckdb.DuckDBPyConnection:
    """The published facts with all views. `scheme` None scores every form by its own; `changes` are other numbers.

    Raises UnknownScheme and ImpossibleScheme.
    """
    choice = choose(scheme, changes)
    connection = attach(generation)
    prepare(connection, choice)
    lock_down(connection)
    return connection


def open_session_on(
    evaluations: Iterable[Evaluation],
    scheme: str | None = None,
    wanted: str | None = None,
    changes: Changes = NO_CHANGES,
) -> duckdb.DuckDBPyConnection:
    """The same views over records in memory, numbered from 1. `wanted`: only that view and what it is built from."""
    choice = choose(scheme, changes)
    connection = duckdb.connect()
    connection.execute("attach ':memory:' as facts")
    connection.execute("use facts")
    create_tables(connection)
    connection.execute("use memory")
    # Nothing is superseded here: two forms of one project are a finding, not a correction.
    filed = [Filed(number, "", 1, None, "", form) for number, form in enumerate(evaluations, start=1)]
    insert_evaluations(connection, "facts", filed)
    prepare(connection, choice, wanted)
    return connection


def prepare(connection: duckdb.DuckDBPyConnection, choice: Choice, wanted: str | None = None) -> None:
    """Put the session's tables and views over the catalogue `facts`."""
    connection.execute(TABLES.read_text(encoding="utf-8"))
    for table, columns, rows in session_rows(choice):
        _insert(connection, table, columns, rows)
    views = ordered_views() if wanted is None else needed(ordered_views(), wanted)
    if any("similar_text" in read_names(sql) for _, sql in views):
        _insert(connection, "similar_text", COLUMNS, similar_rows(connection))
    for _, sql in views:
        # A generation never changes while a session holds it: every view is computed once and kept.
        connection.execute(sql.replace("create or replace view", "create or replace table", 1))


def _insert(
    connection: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> None:
    """One statement for all rows: a column of the table is bound as one list."""
    if rows:
        values = ", ".join("unnest(?)" for _ in columns)
        lists = [list(column) for column in zip(*rows, strict=True)]
        connection.execute(f"insert into {table} ({', '.join(columns)}) select {values}", lists)

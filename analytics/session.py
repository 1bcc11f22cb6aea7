"""A session: one generation's facts attached, with schemes and rules as rows and all views over them.

Use `.cursor()` of the connection for every call: one DuckDB connection does not serve several threads.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields
from datetime import UTC
from functools import cache
from pathlib import Path

import duckdb

from analytics.ordering import dependents, is_live, needed, ordered_views, read_names
from analytics.results import attach_results, write_results
from analytics.rows import Cell, session_rows
from analytics.schemes.choice import NO_CHANGES, Changes, Choice, choose
from analytics.similar import COLUMNS, similar_rows
from data.decisions import Decision, last_decisions
from data.facts import Filed, create_tables, insert_evaluations, insert_rows
from data.records import Evaluation
from data.scoping import attach_own
from data.store import Generation, attach, lock_down

TABLES = Path(__file__).with_name("session.sql")
Views = tuple[tuple[str, str], ...]
# The first is a step of DuckDB's planner that writes a score's expression out anew wherever its figures stand: four
# times the work. The second is the longest list for which it finds the rows first and fetches their texts then.
PLANNED = "set disabled_optimizers = 'partial_aggregate_pushdown'; set late_materialization_max_rows = 1000"
ALONE = "department_alone"  # a table that is there only where a session holds one department
# With one department there is no county to compare it with: medians and ranks are built on this.
# What was decided on a form that this session does not hold is not told in it either.
OF_OTHERS = """
    delete from decision where not exists (
        select 1 from facts.evaluation as e where e.document = decision.document and e.place = decision.place
    )
"""
COMPARED = ("department_criterion",)
SCHEMES = ("scheme", "scheme_cap", "scheme_parameter", "applied_scheme")  # tables of a session


def open_session(
    generation: Generation, scheme: str | None = None, changes: Changes = NO_CHANGES, department: str | None = None
) -> duckdb.DuckDBPyConnection:
    """The published facts with all views. `scheme` None scores every form by its own; `changes` are other numbers.

    With a `department` there is nothing in it but what belongs to that. Raises UnknownScheme and ImpossibleScheme.
    """
    choice = choose(scheme, changes)
    connection = attach(generation) if department is None else attach_own(generation, department)
    if department is not None:
        connection.execute(f"create table {ALONE} as select ? as department", [department])
        prepare(connection, choice)
    elif attach_results(connection, generation):
        take_results(connection, choice)
    else:
        prepare(connection, choice)
    lock_down(connection)
    return connection


def open_session_on(
    evaluations: Iterable[Evaluation],
    scheme: str | None = None,
    wanted: Collection[str] | None = None,
    changes: Changes = NO_CHANGES,
) -> duckdb.DuckDBPyConnection:
    """The same views over records in memory, numbered from 1. `wanted`: only these and what they are built from."""
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


def prepare(connection: duckdb.DuckDBPyConnection, choice: Choice, wanted: Collection[str] | None = None) -> None:
    """Put the session's tables and views over the catalogue `facts`."""
    connection.execute(PLANNED)
    views = ordered_views() if wanted is None else needed(ordered_views(), wanted)
    fill_tables(connection, choice, similar=any("similar_text" in read_names(sql) for _, sql in views))
    _keep(connection, views)


def take_results(connection: duckdb.DuckDBPyConnection, choice: Choice) -> None:
    """The session's tables over the catalogue `facts`, with every view read from the catalogue `results`.

    Under another scheme than the forms' own, what depends on schemes is computed; what the texts say is read.
    """
    connection.execute(PLANNED)
    fill_tables(connection, choice, similar=False)
    connection.execute("insert into similar_text select * from results.similar_text")
    computed = frozenset() if choice == choose(None, NO_CHANGES) else of_schemes()
    for name, sql in ordered_views():
        if name in computed or is_live(sql):
            _keep(connection, ((name, sql),))
        else:
            connection.execute(f"create view {name} as select * from results.{name}")


@cache
def of_schemes() -> frozenset[str]:
    """The views that another scheme changes."""
    return frozenset(name for table in SCHEMES for name, _ in dependents(ordered_views(), table))


def keep_results(generation: Generation, settings: Sequence[str] = ()) -> Path:
    """Compute every view once and keep the results beside the generation. `settings`: of DuckDB, as statements."""
    return write_results(generation, lambda connection: prepare(connection, choose(None, NO_CHANGES)), settings)


def fill_tables(connection: duckdb.DuckDBPyConnection, choice: Choice, similar: bool) -> None:
    """The session's own tables with their rows, those of `similar_text` only where they are asked for."""
    connection.execute(TABLES.read_text(encoding="utf-8"))
    for table, columns, rows in session_rows(choice):
        _insert(connection, table, columns, rows)
    if similar:
        _insert(connection, "similar_text", COLUMNS, similar_rows(connection))


def bring_decisions(session: duckdb.DuckDBPyConnection, decisions: Iterable[Decision]) -> None:
    """Put the decisions in force into an open session: all that depends on them is computed anew.

    Other cursors see either all of the old or all of the new.
    """
    rows = [decision_row(one, is_last) for one, is_last in last_decisions(decisions)]
    if not rows and not session.execute("select count(*) from decision").fetchall()[0][0]:
        return
    of_findings, of_figures = decided_views()
    with session.cursor() as cursor:
        cursor.begin()
        before = rejected(cursor)
        cursor.execute("delete from decision")
        insert_rows(cursor, "memory", "decision", rows)
        cursor.execute(OF_OTHERS)
        _keep(cursor, of_findings)
        if rejected(cursor) != before:
            _keep(cursor, of_figures)
        cursor.commit()


@cache
def decided_views() -> tuple[Views, Views]:
    """The views that every decision changes, and the figures, which only a rejection changes."""
    of_figures = dependents(ordered_views(), "counted_finding")
    return tuple(view for view in dependents(ordered_views(), "decision") if view not in of_figures), of_figures


def rejected(connection: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    names = "evaluation, rule, n, cell, found, expected"
    return connection.execute(f"select {names} from decided_finding where state = 'rejected' order by all").fetchall()


def decision_row(one: Decision, is_last: bool) -> dict[str, object]:
    """Times stand in the tables as UTC without a zone: with one, DuckDB would turn them into its own."""
    row = {field.name: getattr(one, field.name) for field in fields(Decision)}
    return row | {"decided": one.decided.astimezone(UTC).replace(tzinfo=None), "is_last": is_last}


def _keep(connection: duckdb.DuckDBPyConnection, views: Sequence[tuple[str, str]]) -> None:
    """Compute every view once and keep it: nothing that it reads changes unless it is computed anew."""
    found = connection.execute("select view_name from duckdb_views() where not internal and database_name = 'memory'")
    taken = {name for (name,) in found.fetchall()}
    alone = connection.execute("select count(*) from duckdb_tables() where table_name = ?", [ALONE]).fetchall()[0][0]
    for name, sql in views:
        if is_live(sql):
            connection.execute(sql)
            continue
        if name in taken:
            connection.execute(f"drop view {name}")
        connection.execute(sql.replace("create or replace view", "create or replace table", 1))
        if alone and name in COMPARED:
            connection.execute(f"delete from {name}")


def _insert(
    connection: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> None:
    """One statement for all rows: a column of the table is bound as one list."""
    if rows:
        values = ", ".join("unnest(?)" for _ in columns)
        lists = [list(column) for column in zip(*rows, strict=True)]
        connection.execute(f"insert into {table} ({', '.join(columns)}) select {values}", lists)

"""A session over made forms together with the lists that a bureau keeps."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

import duckdb

from analytics.schemes.choice import choose
from analytics.session import prepare
from data.facts import Filed, create_tables, insert_evaluations, insert_rows
from data.records import Evaluation
from data.registry import DepartmentName, ExpectedFiling


def session_with(
    forms: Iterable[Evaluation],
    names: Sequence[DepartmentName] = (),
    expected: Sequence[ExpectedFiling] = (),
    held: Sequence[int] = (),
) -> duckdb.DuckDBPyConnection:
    """All views over the forms, numbered from 1, those of `held` waiting for a person."""
    connection = duckdb.connect()
    connection.execute("attach ':memory:' as facts")
    connection.execute("use facts")
    create_tables(connection)
    connection.execute("use memory")
    filed = [
        Filed(number, "", 1, None, "", form, "recognised" if number in held else None)
        for number, form in enumerate(forms, start=1)
    ]
    insert_evaluations(connection, "facts", filed)
    insert_rows(connection, "facts", "department_name", map(asdict, names))
    insert_rows(connection, "facts", "expected_filing", map(asdict, expected))
    prepare(connection, choose())
    return connection

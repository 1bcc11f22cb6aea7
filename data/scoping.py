"""The rows of one department alone: a copy in memory, so that nothing that is asked of it can show another's.

A form belongs to the department that the list of names gives today for the one that filed it.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import duckdb

from data.facts import create_tables, insert_records
from data.naming import folded
from data.registry.records import DepartmentName, ExpectedFiling
from data.registry.resolve import Names
from data.registry.rows import current_names, rows_of
from data.store import Generation
from data.store.attach import quoted

FILED = "select evaluation, coalesce(department, unit), year from county.evaluation"
HELD = "select document, evaluation from county.evaluation union select document, evaluation from county.repeated"
# Every row hangs on a form of the department; `?` is the list of their numbers. What belongs to no form (a file that
# was refused, a cell that no form claims) is not the department's. A file that came again may be another's.
OWN = {
    "evaluation": "select * from county.evaluation where list_contains(?::integer[], evaluation) order by rowid",
    "funding": "select * from county.funding where list_contains(?::integer[], evaluation) order by rowid",
    "indicator": "select * from county.indicator where list_contains(?::integer[], evaluation) order by rowid",
    "issue": "select * from county.issue where list_contains(?::integer[], evaluation) order by rowid",
    "document": (
        "select * from county.document where document in "
        "(select document from county.evaluation where list_contains(?::integer[], evaluation)) order by rowid"
    ),
    "repair": (
        "select * from county.repair where (document, place) in "
        "(select (document, place) from county.evaluation where list_contains(?::integer[], evaluation)) order by rowid"
    ),
}
CORRECTED_BY_OTHERS = (
    "update facts.evaluation set superseded_by = null "
    "where superseded_by not in (select evaluation from facts.evaluation)"
)


def attach_own(generation: Generation, department: str) -> duckdb.DuckDBPyConnection:
    """A connection of its own whose catalogue `facts` holds what belongs to that department, and no more."""
    connection = duckdb.connect()
    connection.execute(f"attach '{quoted(generation.path)}' as county (read_only)")
    connection.execute("attach ':memory:' as facts")
    connection.execute("use facts")
    create_tables(connection)
    names = Names(current_names(connection, "county"))
    own = own_forms(connection.execute(FILED).fetchall(), names, department)
    for table, sql in OWN.items():
        connection.execute(f"insert into facts.{table} {sql}", [own])
    connection.execute(CORRECTED_BY_OTHERS)
    insert_records(connection, "facts", "department_name", own_names(connection, department))
    insert_records(connection, "facts", "expected_filing", own_filings(connection, names, department))
    connection.execute("use memory")
    connection.execute("detach county")
    return connection


def own_forms(filed: Iterable[tuple[int, str | None, int | None]], names: Names, department: str) -> list[int]:
    """The numbers of the forms, given as number, who filed it and year, that count for that department today."""
    return [number for number, who, year in filed if is_own(names, who, year, department)]


def is_own(names: Names, who: str | None, year: int | None, department: str) -> bool:
    current = names.current(who, year)
    return current is not None and folded(current) == folded(department)


def own_names(connection: duckdb.DuckDBPyConnection, department: str) -> Iterator[DepartmentName]:
    """What the department was called before."""
    return (one for one in current_names(connection, "county") if folded(one.current_name) == folded(department))


def own_filings(connection: duckdb.DuckDBPyConnection, names: Names, department: str) -> Iterator[ExpectedFiling]:
    """What the department is to file."""
    listed = rows_of(connection, ExpectedFiling, "county")
    return (one for one in listed if is_own(names, one.department, one.year, department))


def is_own_document(generation: Generation, department: str, document: str) -> bool:
    """Whether every form of that document is the department's: then its bytes may be handed out."""
    return document in own_documents(generation.path, generation.digest, department)


@lru_cache(maxsize=32)
def own_documents(path: Path, _digest: str, department: str) -> frozenset[str]:
    """The documents all of whose forms are the department's."""
    with duckdb.connect() as connection:
        connection.execute(f"attach '{quoted(path)}' as county (read_only)")
        names = Names(current_names(connection, "county"))
        own = set(own_forms(connection.execute(FILED).fetchall(), names, department))
        both = (
            "select document, evaluation from county.evaluation union select document, evaluation from county.repeated"
        )
        holds: dict[str, set[int]] = {}
        for document, evaluation in connection.execute(both).fetchall():
            holds.setdefault(document, set()).add(evaluation)
    return frozenset(document for document, forms in holds.items() if forms <= own)

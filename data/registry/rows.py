"""The two tables as rows of the catalogue `facts`."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from itertools import chain
from typing import Any, Generic, TypeVar

import duckdb

from data.facts import insert_records
from data.registry.records import BadRow, DepartmentName, ExpectedFiling
from data.store import Generation, attach

Kept = TypeVar("Kept", DepartmentName, ExpectedFiling)
KINDS: dict[str, type[DepartmentName] | type[ExpectedFiling]] = {
    "department_name": DepartmentName,
    "expected_filing": ExpectedFiling,
}
ALL = "all"


@dataclass(frozen=True, slots=True)
class Replaced(Generic[Kept]):
    """What a file changed: rows that came, went and stayed. With a bad row nothing is changed.

    `repeated` counts the rows of the file that only say again what another says.
    """

    added: tuple[Kept, ...] = ()
    removed: tuple[Kept, ...] = ()
    unchanged: int = 0
    repeated: int = 0
    bad: tuple[BadRow, ...] = ()


def table_of(kind: type[DepartmentName] | type[ExpectedFiling]) -> str:
    return next(table for table, found in KINDS.items() if found is kind)


def as_rows(kept: Iterable[DepartmentName | ExpectedFiling]) -> tuple[tuple[Any, ...], ...]:
    """Records as the journal holds them."""
    return tuple(astuple(one) for one in kept)


def replace_rows(connection: duckdb.DuckDBPyConnection, kind: type[Kept], rows: Sequence[Kept]) -> Replaced[Kept]:
    """Put `rows` in the place of those in the catalogue `facts` that the file speaks of."""
    standing, subjects = rows_of(connection, kind), spoken_of(rows, kind)
    others = (one for one in standing if subject(one) not in subjects)
    connection.execute(f"delete from facts.{table_of(kind)}")
    insert_records(connection, "facts", table_of(kind), chain(others, rows))
    return compared(rows, standing, kind)


def compared(rows: Sequence[Kept], standing: Sequence[Kept], kind: type[Kept]) -> Replaced[Kept]:
    """What comes, goes and stays when `rows` take the place of those of `standing` that their file speaks of."""
    subjects = spoken_of(rows, kind)
    before = tuple(one for one in standing if subject(one) in subjects)
    added = without(rows, before)
    return Replaced(added, without(before, rows), len(rows) - len(added))


def spoken_of(rows: Sequence[Kept], kind: type[Kept]) -> set[int | str]:
    return {subject(one) for one in rows} | ({ALL} if kind is DepartmentName else set())


def subject(one: DepartmentName | ExpectedFiling) -> int | str:
    """What a file speaks of as a whole: a list of names of all names, a task list of the years that stand in it."""
    return one.year if isinstance(one, ExpectedFiling) else ALL


def without(rows: Sequence[Kept], others: Sequence[Kept]) -> tuple[Kept, ...]:
    known = set(others)
    return tuple(one for one in rows if one not in known)


def rows_in_force(generation: Generation, kind: type[Kept]) -> list[Kept]:
    """The rows of one table of a published generation."""
    with attach(generation) as connection:
        return rows_of(connection, kind)


def rows_of(connection: duckdb.DuckDBPyConnection, kind: type[Kept], catalogue: str = "facts") -> list[Kept]:
    columns = ", ".join(part.name for part in fields(kind))
    return [
        kind(*row)
        for row in connection.execute(f"select {columns} from {catalogue}.{table_of(kind)} order by all").fetchall()
    ]


def current_names(connection: duckdb.DuckDBPyConnection, catalogue: str = "facts") -> tuple[DepartmentName, ...]:
    """The names of departments in a catalogue."""
    return tuple(rows_of(connection, DepartmentName, catalogue))

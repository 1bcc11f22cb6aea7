"""The two tables into the store: each file takes the place of what was in force before, whole or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Generic, TypeVar

import duckdb

from data.documents import Document
from data.errors import UnreadableFile
from data.facts import insert_rows
from data.readers import read_document
from data.readers.limits import FILE_BYTES
from data.registry.expected import read_expected_filings
from data.registry.names import read_department_names
from data.registry.records import BadRow, DepartmentName, ExpectedFiling
from data.store import Generation, Store, attach

Kept = TypeVar("Kept", DepartmentName, ExpectedFiling)
TABLES: dict[type[DepartmentName] | type[ExpectedFiling], str] = {
    DepartmentName: "department_name",
    ExpectedFiling: "expected_filing",
}


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


def replace_department_names(path: Path, store: Store) -> Replaced[DepartmentName]:
    """Put the names of a file in the place of those in force. Raises what reading and the store raise."""
    document, content = opened(path)
    found = read_department_names(document)
    if found.bad:
        return Replaced(bad=found.bad)
    return replace_rows(store, DepartmentName, found.names, document, content)


def replace_expected_filings(path: Path, store: Store) -> Replaced[ExpectedFiling]:
    """Put the filings that a task list asks for in the place of those of the same years; other years stay."""
    document, content = opened(path)
    found = read_expected_filings(document)
    if found.bad:
        return Replaced(bad=found.bad)
    years = {one.year for one in found.filings}
    return replace_rows(
        store, ExpectedFiling, found.filings, document, content, found.repeated, lambda one: one.year in years
    )


def opened(path: Path) -> tuple[Document, bytes]:
    """A file of the bureau, read, with its bytes."""
    try:
        FILE_BYTES.check(path.name, path.stat().st_size)
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path.name, reason=error.strerror or type(error).__name__) from error
    return read_document(path.name, content), content


def replace_rows(
    store: Store,
    kind: type[Kept],
    rows: Sequence[Kept],
    document: Document,
    content: bytes,
    repeated: int = 0,
    concerns: Callable[[Kept], bool] = lambda _: True,
) -> Replaced[Kept]:
    """A new generation with `rows` instead of those that the file `concerns`; none where they are the same."""
    with store.locked(), store.building() as (connection, built):
        standing = rows_of(connection, kind)
        before: list[Kept] = [one for one in standing if concerns(one)]
        others: list[Kept] = [one for one in standing if not concerns(one)]
        came, went = without(rows, before), without(before, rows)
        if came or went:
            store.keep_original(document.sha256, content)
            connection.execute(f"delete from facts.{TABLES[kind]}")
            insert_rows(connection, "facts", TABLES[kind], map(asdict, [*others, *rows]))
            store.publish(connection, built)
    return Replaced(came, went, len(rows) - len(came), repeated)


def without(rows: Sequence[Kept], others: Sequence[Kept]) -> tuple[Kept, ...]:
    known = set(others)
    return tuple(one for one in rows if one not in known)


def rows_in_force(generation: Generation, kind: type[Kept]) -> list[Kept]:
    """The rows of one table of a published generation."""
    with attach(generation) as connection:
        return rows_of(connection, kind)


def rows_of(connection: duckdb.DuckDBPyConnection, kind: type[Kept]) -> list[Kept]:
    columns = ", ".join(part.name for part in fields(kind))
    return [
        kind(*row) for row in connection.execute(f"select {columns} from facts.{TABLES[kind]} order by all").fetchall()
    ]

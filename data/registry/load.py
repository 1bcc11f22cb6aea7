"""The two tables into the store: each file takes the place of what was in force before, whole or not at all."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from itertools import chain
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


def replace_department_names(path: Path, store: Store) -> Replaced[DepartmentName]:
    """Put the names of a file in the place of those in force. Raises what reading and the store raise."""
    document, content = opened(path)
    found = read_department_names(document)
    if found.bad:
        return Replaced(bad=found.bad)
    return publish_rows(store, DepartmentName, found.names, document.sha256, content)


def replace_expected_filings(path: Path, store: Store) -> Replaced[ExpectedFiling]:
    """Put the filings that a task list asks for in the place of those of the same years; other years stay."""
    document, content = opened(path)
    found = read_expected_filings(document)
    if found.bad:
        return Replaced(bad=found.bad)
    done = publish_rows(store, ExpectedFiling, found.filings, document.sha256, content)
    return replace(done, repeated=found.repeated)


def opened(path: Path) -> tuple[Document, bytes]:
    """A file of the bureau, read, with its bytes."""
    try:
        FILE_BYTES.check(path.name, path.stat().st_size)
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path.name, reason=error.strerror or type(error).__name__) from error
    return read_document(path.name, content), content


def publish_rows(store: Store, kind: type[Kept], rows: Sequence[Kept], sha256: str, content: bytes) -> Replaced[Kept]:
    """A new generation with `rows`; none where they are what is in force. The file itself is kept as an original."""
    with store.locked(), store.building() as (connection, built):
        done = replace_rows(connection, kind, rows)
        if done.added or done.removed:
            store.keep_original(sha256, content)
            store.publish(connection, built)
    return done


def replace_rows(connection: duckdb.DuckDBPyConnection, kind: type[Kept], rows: Sequence[Kept]) -> Replaced[Kept]:
    """Put `rows` in the place of those in the catalogue `facts` that the file speaks of."""
    spoken_of = {subject(one) for one in rows} | ({ALL} if kind is DepartmentName else set())
    standing = rows_of(connection, kind)
    before = tuple(one for one in standing if subject(one) in spoken_of)
    others = tuple(one for one in standing if subject(one) not in spoken_of)
    connection.execute(f"delete from facts.{TABLES[kind]}")
    insert_rows(connection, "facts", TABLES[kind], map(asdict, chain(others, rows)))
    added = without(rows, before)
    return Replaced(added, without(before, rows), len(rows) - len(added))


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


def rows_of(connection: duckdb.DuckDBPyConnection, kind: type[Kept]) -> list[Kept]:
    columns = ", ".join(part.name for part in fields(kind))
    return [
        kind(*row) for row in connection.execute(f"select {columns} from facts.{TABLES[kind]} order by all").fetchall()
    ]

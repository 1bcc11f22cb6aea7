"""A list of the bureau, whichever it is: read, compared with what is in force, and put into force.

Which list a file holds is decided by its header, as with forms: exactly one kind claims it.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Generic

from data.acting import acting
from data.acts import Registered
from data.documents import Document
from data.errors import Fault
from data.importing import Import
from data.registry.expected import read_expected_filings
from data.registry.faults import ColumnMissing, IsForm, NoDepartmentNames, NoList, NoTaskList
from data.registry.headers import is_form, near_header
from data.registry.names import read_department_names
from data.registry.records import BadRow, DepartmentName, ExpectedFiling
from data.registry.rows import Kept, Replaced, as_rows, compared, rows_in_force, rows_of, table_of
from data.registry.same import own_names
from data.store import Store


@dataclass(frozen=True, slots=True)
class Offered(Generic[Kept]):
    """A list that was read and is not in force yet. While a row is bad there are no `rows`.

    `repeated` counts the rows that only say again what another says.
    """

    kind: type[Kept]
    name: str
    sha256: str
    content: bytes = field(repr=False)
    rows: tuple[Kept, ...] = ()
    repeated: int = 0
    bad: tuple[BadRow, ...] = ()


Listed = Offered[DepartmentName] | Offered[ExpectedFiling]


def read_list(document: Document, content: bytes) -> Listed:
    """The list that a document holds. Raises IsForm, ColumnMissing and NoList."""
    found: list[Listed] = []
    for read in (read_names, read_tasks):
        with suppress(NoDepartmentNames, NoTaskList):
            found.append(read(document, content))
    if len(found) == 1:
        return found[0]
    raise refusal(document)


def refusal(document: Document) -> Fault:
    """Why a document is none of the lists, as exactly as can be said."""
    if is_form(document):
        return IsForm(document.name)
    if near := near_header(document):
        return ColumnMissing(document.name, near.place, column=near.column)
    return NoList(document.name)


def read_names(document: Document, content: bytes) -> Offered[DepartmentName]:
    """Raises NoDepartmentNames."""
    read = read_department_names(document)
    return Offered(DepartmentName, document.name, document.sha256, content, read.names, 0, read.bad)


def read_tasks(document: Document, content: bytes) -> Offered[ExpectedFiling]:
    """Raises NoTaskList."""
    read = read_expected_filings(document)
    return Offered(ExpectedFiling, document.name, document.sha256, content, read.filings, read.repeated, read.bad)


def preview(offered: Offered[Kept], store: Store) -> Replaced[Kept]:
    """What would come and go, if it were put into force now."""
    if offered.bad:
        return Replaced(bad=offered.bad)
    standing = list_in_force(store, offered.kind)
    return replace(compared(kept_with(offered, standing), standing, offered.kind), repeated=offered.repeated)


def list_in_force(store: Store, kind: type[Kept]) -> list[Kept]:
    generation = store.current()
    return rows_in_force(generation, kind) if generation is not None else []


def kept_with(offered: Offered[Kept], standing: Sequence[Kept]) -> tuple[Kept, ...]:
    """The rows offered, and what was said on the page of names of their own (`data.registry.same`)."""
    return (*offered.rows, *own_names(offered.rows, standing))


def put_in_force(offered: Offered[Kept], store: Store) -> Replaced[Kept]:
    """A new generation with the list; none where it is what is in force, or has bad rows.

    The file itself is kept as an original. Raises NotAllowed, and what the store raises.
    """
    if offered.bad:
        return Replaced(bad=offered.bad)
    thing = f"{table_of(offered.kind)} {offered.name}"
    with (
        acting(store.folder, store.actor, "register", thing) as note,
        store.locked(),
        store.building() as (connection, built),
    ):
        coming = Import(connection)
        rows = as_rows(kept_with(offered, rows_of(connection, offered.kind)))
        done = coming.register(Registered(table_of(offered.kind), offered.sha256, rows, store.actor.name, now()))
        note.count, note.sha256 = len(done.added) + len(done.removed), offered.sha256
        if done.added or done.removed:
            store.keep_original(offered.sha256, offered.content)
            coming.finish()
            store.publish(connection, built, coming.acts)
    return replace(done, repeated=offered.repeated)


def now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)

"""The two tables into the store: each file takes the place of what was in force before, whole or not at all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from data.acts import Registered
from data.documents import Document
from data.errors import UnreadableFile
from data.importing import Import
from data.readers import read_document
from data.readers.limits import FILE_BYTES
from data.registry.expected import read_expected_filings
from data.registry.names import read_department_names
from data.registry.records import DepartmentName, ExpectedFiling
from data.registry.rows import Kept, Replaced, as_rows, table_of
from data.store import Store


def replace_department_names(path: Path, store: Store, who: str = "local") -> Replaced[DepartmentName]:
    """Put the names of a file in the place of those in force. Raises what reading and the store raise."""
    document, content = opened(path)
    found = read_department_names(document)
    if found.bad:
        return Replaced(bad=found.bad)
    return publish_rows(store, DepartmentName, found.names, document.sha256, content, who)


def replace_expected_filings(path: Path, store: Store, who: str = "local") -> Replaced[ExpectedFiling]:
    """Put the filings that a task list asks for in the place of those of the same years; other years stay."""
    document, content = opened(path)
    found = read_expected_filings(document)
    if found.bad:
        return Replaced(bad=found.bad)
    done = publish_rows(store, ExpectedFiling, found.filings, document.sha256, content, who)
    return replace(done, repeated=found.repeated)


def opened(path: Path) -> tuple[Document, bytes]:
    """A file of the bureau, read, with its bytes."""
    try:
        FILE_BYTES.check(path.name, path.stat().st_size)
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path.name, reason=error.strerror or type(error).__name__) from error
    return read_document(path.name, content), content


def publish_rows(
    store: Store, kind: type[Kept], rows: Sequence[Kept], sha256: str, content: bytes, who: str
) -> Replaced[Kept]:
    """A new generation with `rows`; none where they are what is in force. The file itself is kept as an original."""
    with store.locked(), store.building() as (connection, built):
        coming = Import(connection)
        done = coming.register(Registered(table_of(kind), sha256, as_rows(rows), who, now()))
        if done.added or done.removed:
            store.keep_original(sha256, content)
            coming.finish()
            store.publish(connection, built, coming.acts)
    return done


def now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)

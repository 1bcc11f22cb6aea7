"""The two lists from files into the store: each takes the place of what was in force before, whole or not at all."""

from pathlib import Path

from data.documents import Document
from data.errors import UnreadableFile
from data.readers import read_document
from data.readers.limits import FILE_BYTES
from data.registry.lists import put_in_force, read_names, read_tasks
from data.registry.records import DepartmentName, ExpectedFiling
from data.registry.rows import Replaced
from data.store import Store


def replace_department_names(path: Path, store: Store) -> Replaced[DepartmentName]:
    """Put the names of a file in the place of those in force. Raises what reading and the store raise."""
    return put_in_force(read_names(*opened(path)), store)


def replace_expected_filings(path: Path, store: Store) -> Replaced[ExpectedFiling]:
    """Put the filings that a task list asks for in the place of those of the same years; other years stay."""
    return put_in_force(read_tasks(*opened(path)), store)


def opened(path: Path) -> tuple[Document, bytes]:
    """A file of the bureau, read, with its bytes."""
    try:
        FILE_BYTES.check(path.name, path.stat().st_size)
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path.name, reason=error.strerror or type(error).__name__) from error
    return read_document(path.name, content), content

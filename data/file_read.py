"""Files read, one by one or by several processes: what each holds, or the sentence that refuses it."""

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path

from data.errors import Fault, UnreadableFile
from data.forms import read_forms
from data.readers import read_document
from data.records import Evaluation

# Starting a second process costs about as much as reading this many forms.
FILES_FOR_PROCESSES = 60
FILES_PER_CHUNK = 16


@dataclass(frozen=True, slots=True)
class FileRead:
    """What became of one file: its forms, or the sentence that refuses it."""

    path: Path
    sha256: str
    reader: str
    forms: tuple[Evaluation, ...] = ()
    code: str = ""
    place: str = ""
    text: str = ""


def reading(files: Sequence[Path], known: frozenset[str]) -> Iterator[FileRead]:
    """Read files in their order, by two or more processes when there are many."""
    if len(files) < FILES_FOR_PROCESSES:
        yield from (read_file(file, known) for file in files)
        return
    # Spawned, not forked: so it is on Windows, and threads of the caller are left alone.
    with ProcessPoolExecutor(cpu_count(), get_context("spawn"), initializer=remember, initargs=(known,)) as pool:
        yield from pool.map(read_unless_known, files, chunksize=FILES_PER_CHUNK)


_known: frozenset[str] = frozenset()


def remember(known: frozenset[str]) -> None:
    """Keep, in a reading process, the documents that need not be read again."""
    global _known  # noqa: PLW0603
    _known = known


def read_unless_known(file: Path) -> FileRead:
    return read_file(file, _known)


def read_file(file: Path, known: frozenset[str]) -> FileRead:
    """Read one file; a fault becomes its sentence. A known document is not read again."""
    sha256 = ""
    try:
        content = file.read_bytes()
        sha256 = hashlib.sha256(content).hexdigest()
        if sha256 in known:
            return FileRead(file, sha256, "")
        document = read_document(file.name, content)
        return FileRead(file, sha256, document.reader, read_forms(document))
    except OSError as error:
        fault: Fault = UnreadableFile(file.name, reason=error.strerror or "")
    except Fault as raised:
        fault = raised
    return FileRead(file, sha256, "", code=fault.code, place=fault.place, text=str(fault))

"""Forms into the store: each file by itself, what cannot be read is named and the rest goes on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from data.file_read import FileRead, reading
from data.importing import Import
from data.store import Store

SAMPLES = Path(__file__).with_name("samples")
Progress = Callable[[int], object]


@dataclass(slots=True)
class LoadReport:
    """Files counted by what became of them: seen = imported + unchanged + held + rejected.

    `forms` counts the evaluations added; `refused` names each rejected file with its reason.
    """

    imported: int = 0
    unchanged: int = 0
    held: int = 0
    forms: int = 0
    refused: list[FileRead] = field(default_factory=list)

    @property
    def rejected(self) -> int:
        return len(self.refused)

    @property
    def seen(self) -> int:
        return self.imported + self.unchanged + self.held + self.rejected


def load_paths(paths: Sequence[Path], store: Store, progress: Progress | None = None) -> LoadReport:
    """Load files and folders into a new generation of `store`.

    The same bytes or the same content change nothing; a corrected form becomes a new version. Nothing is published
    when nothing changed. `progress` is called with 1 after each file. Raises StoreBusy and StoreDamaged; a file that
    cannot be read raises nothing.
    """
    report = LoadReport()
    with store.locked(), store.building() as (connection, built):
        coming = Import(connection)
        for read in reading(list(files_of(paths)), frozenset(coming.documents)):
            take(read, coming, report, store)
            if progress:
                progress(1)
        if coming.store_rows():
            store.publish(connection, built)
    return report


def take(read: FileRead, coming: Import, report: LoadReport, store: Store) -> None:
    """Let one file count, and keep its original when it was read."""
    if read.code:
        report.refused.append(read)
        coming.refuse(read)
        return
    if read.sha256 in coming.documents:
        report.unchanged += 1
        return
    store.keep_original(read.sha256, read.path.read_bytes())
    forms = coming.add_document(read)
    report.forms += forms
    report.imported += forms > 0
    report.unchanged += forms == 0


def ensure_samples(store: Store) -> None:
    """Give an empty store the county's own forms that come with the program."""
    if store.current() is None:
        load_paths([SAMPLES], store)


def files_of(paths: Sequence[Path]) -> Iterator[Path]:
    """The files named and those below the folders named, in order, without hidden ones and locks of open workbooks."""
    for path in paths:
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (file for file in found if file.is_file() and not file.name.startswith((".", "~$")))

"""Forms into the store: each file by itself, what cannot be read is named and the rest goes on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from data.file_list import list_files
from data.file_read import FileRead
from data.importing import Import
from data.reading import reading
from data.store import Store

SAMPLES = Path(__file__).with_name("samples")
Progress = Callable[[int], object]


@dataclass(slots=True)
class LoadReport:
    """Files counted by what became of them: seen = imported + unchanged + held + rejected.

    `forms` counts the forms added, `versions` those of them that correct an earlier one; `problems` names each
    rejected file with its reason. Nothing is held so far: a form that does not say its year or project is stored as
    it is, and corrects nothing.
    """

    imported: int = 0
    unchanged: int = 0
    held: int = 0
    forms: int = 0
    versions: int = 0
    problems: list[FileRead] = field(default_factory=list)

    @property
    def rejected(self) -> int:
        return len(self.problems)

    @property
    def seen(self) -> int:
        return self.imported + self.unchanged + self.held + self.rejected


def load_paths(paths: Sequence[Path], store: Store, progress: Progress | None = None) -> LoadReport:
    """Load files and folders into a new generation of `store`.

    The same bytes or the same content change nothing; a corrected form becomes a new version. Nothing is published
    when nothing changed. `progress` is called with 1 after each file. Raises PathMissing, StoreBusy, StoreDamaged
    and StoreUnwritable; a file that cannot be read raises nothing.
    """
    files = list(list_files(paths))
    report = LoadReport()
    with store.locked(), store.building() as (connection, built):
        coming = Import(connection)
        for read in reading(files, frozenset(coming.documents)):
            take(read, coming, report, store)
            if progress:
                progress(1)
        coming.write()
        if coming.changed:
            store.publish(connection, built)
    return report


def take(read: FileRead, coming: Import, report: LoadReport, store: Store) -> None:
    """Let one file count, and keep its original when it was read."""
    if read.code:
        report.problems.append(read)
        coming.refuse(read)
        return
    coming.forget_refusal(read.file.name)
    if read.sha256 in coming.documents:
        report.unchanged += 1
        return
    store.keep_original(read.sha256, read.original)
    added = coming.add_document(read)
    report.forms += added.forms
    report.versions += added.versions
    report.imported += added.forms > 0
    report.unchanged += added.forms == 0


def ensure_samples(store: Store) -> None:
    """Give an empty store the county's own forms that come with the program."""
    if store.current() is None:
        load_paths([SAMPLES], store)

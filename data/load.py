"""Forms into the store: each file by itself, what cannot be read is named and the rest goes on."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from data.acting import Note, acting
from data.acts import Received
from data.corrections import Corrected, corrections
from data.errors import Fault
from data.facts import Refused
from data.file_list import Listed, list_files
from data.file_read import FileRead
from data.importing import Import
from data.logs import note as log
from data.reading import reading
from data.rights import Actor, require
from data.store import Store
from data.texts import mark
from data.waiting import Waiting, receipts, waiting_since

COUNTED = ("seen", "imported", "unchanged", "held", "rejected", "forms", "versions")
SAMPLES = Path(__file__).with_name("samples")
NAMED = 5  # files and folders by their names in the audit journal
Progress = Callable[[int], object]
Outcome = Literal["imported", "unchanged", "held", "rejected"]


class LoadCancelled(Fault):
    """The person who started an import ended it."""

    code = "load_cancelled"
    text = mark("导入已取消。数据库文件夹 {name} 中已载入的数据没有变化。")


@dataclass(frozen=True, slots=True)
class Batch:
    """What the person who loads says about all files at once. None says nothing."""

    year: int | None = None
    department: str | None = None


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file: `forms` added, `held` of them waiting for a person; `text` is why it was refused."""

    file: Listed
    outcome: Outcome
    forms: int = 0
    held: int = 0
    place: str = ""
    code: str = ""
    text: str = ""
    told: str = ""


@dataclass(slots=True)
class LoadReport:
    """Files counted by what became of them: seen = imported + unchanged + held + rejected.

    A file of which at least one new form waits for a person is held. `versions` counts the forms added that correct
    an earlier one; `corrected` are the first of them, with what each says otherwise. `waiting` are the forms added
    that wait for a person, with the reasons.
    """

    results: list[FileResult] = field(default_factory=list)
    versions: int = 0
    corrected: tuple[Corrected, ...] = ()
    waiting: tuple[Waiting, ...] = ()

    def count(self, outcome: Outcome) -> int:
        return sum(result.outcome == outcome for result in self.results)

    @property
    def imported(self) -> int:
        return self.count("imported")

    @property
    def unchanged(self) -> int:
        return self.count("unchanged")

    @property
    def held(self) -> int:
        return self.count("held")

    @property
    def rejected(self) -> int:
        return self.count("rejected")

    @property
    def seen(self) -> int:
        return len(self.results)

    @property
    def forms(self) -> int:
        return sum(result.forms for result in self.results)

    @property
    def problems(self) -> list[FileResult]:
        """The rejected files, each with its reason."""
        return [result for result in self.results if result.outcome == "rejected"]


def load_paths(
    paths: Sequence[Path],
    store: Store,
    progress: Progress | None = None,
    batch: Batch | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    only_check: bool = False,
) -> LoadReport:
    """Load files and folders into a new generation of `store`.

    The same bytes or the same content change nothing; a corrected form becomes a new version; a form that contradicts
    its `batch` or its file name waits for a person. Nothing is published when nothing changed, or with `only_check`.
    `progress` is called with 1 after each file, and `cancelled` asked before each. Raises NotAllowed, PathMissing,
    LoadCancelled, StoreBusy, StoreDamaged and StoreUnwritable; a file that cannot be read raises nothing.
    """
    files = list(list_files(paths))
    said, report = batch or Batch(), LoadReport()
    with importing(store, paths, only_check) as note, store.locked(), store.building() as (connection, built):
        coming = Import(connection)
        for read in reading(files, frozenset(coming.documents)):
            if cancelled():
                raise LoadCancelled(str(store.folder))
            if read.original and not only_check:
                store.keep_original(read.sha256, read.original)
            report.results.append(take(read, coming, said, store.actor))
            if progress:
                progress(1)
        finish(coming, report)
        note.count = report.forms
        if coming.acts and not only_check:
            note.sha256 = store.publish(connection, built, coming.acts).digest
    log("import", **{name: getattr(report, name) for name in COUNTED})
    return report


@contextmanager
def importing(store: Store, paths: Sequence[Path], only_check: bool) -> Iterator[Note]:
    """An import is an act; to look whether files can be read needs the same right, and changes nothing."""
    names = ", ".join(path.name for path in paths[:NAMED])
    if only_check:
        require(store.actor, "import")
        yield Note(names)
    else:
        with acting(store.folder, store.actor, "import", names) as note:
            yield note


def finish(coming: Import, report: LoadReport) -> None:
    """Let nothing more come, and say what is new."""
    coming.finish()
    report.versions = coming.corrections()
    report.corrected = corrections(coming.connection, coming.first)
    received = receipts(coming.acts)
    report.waiting = waiting_since(coming.connection, coming.first, received, coming.departments, coming.names)


def take(read: FileRead, coming: Import, batch: Batch, actor: Actor) -> FileResult:
    """Let one file count."""
    now = datetime.now(UTC).replace(tzinfo=None)
    if read.code:
        coming.refuse(Refused(read.file.name, read.place, read.code, read.text, read.told, now))
        return FileResult(read.file, "rejected", 0, 0, read.place, read.code, read.text, read.told)
    coming.forget_refusal(read.file.name)
    if read.sha256 in coming.documents:
        return FileResult(read.file, "unchanged")
    said = actor.name, batch.year, batch.department, actor.role
    added = coming.add_document(read, Received(read.sha256, read.file.file_name, read.file.name, now, *said))
    outcome: Outcome = "held" if added.held else "imported" if added.forms else "unchanged"
    return FileResult(read.file, outcome, added.forms, added.held)


def ensure_samples(store: Store) -> None:
    """Give an empty store the county's own forms that come with the program."""
    if store.current() is None:
        load_paths([SAMPLES], store)

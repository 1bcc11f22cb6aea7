"""The folder of one county: which generation is in force, how the next one is built, published and undone."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import duckdb

from data.acting import acting
from data.acts import Act
from data.errors import StoreDamaged
from data.facts import create_tables
from data.journal import Journal
from data.rights import LOCAL, Actor
from data.store.attach import attach_file, attach_for_writing
from data.store.checks import checked_digest, contradictions, row_counts, table_digests
from data.store.faults import ImportFailed, StoreNewer, StoreOutdated, StoreUnwritable
from data.store.files import file_digest, flush, flush_folder, move, write_whole
from data.store.generation import Generation, manifest_of, manifest_text, read_manifest, schema_digest
from data.store.here import remember_put
from data.store.history import generation_entry, lines_may_go
from data.store.importer import only_importer
from data.store.originals import fetch_original, make_lasting, write_original
from data.store.pointer import pointer_text, read_pointer
from data.store.schemas import age
from data.texts import mark

KEPT_GENERATIONS = 5
MISSING, CHANGED, MANIFEST_CHANGED = mark("文件缺失"), mark("内容被改动"), mark("清单被改动")
SCHEMA_FAULTS: dict[str, type[StoreDamaged]] = {"older": StoreOutdated, "newer": StoreNewer}


class Store:
    """The folder of one county, in the hands of `actor`: all is done in that name. Opening it writes nothing."""

    def __init__(self, folder: Path, actor: Actor = LOCAL) -> None:
        self.folder = folder
        self.actor = actor
        self.generations = folder / "generations"
        self.originals = folder / "originals"
        self.aside = folder / "aside"
        self.pointer = folder / "CURRENT"
        self.acts = Journal(folder / "journal" / "acts.jsonl")
        self.coming: set[Path] = set()  # originals that came with this import

    @property
    def is_demo(self) -> bool:
        """The fictional county lives here."""
        return (self.folder / "demo").exists()

    def current(self) -> Generation | None:
        """The generation in force, None before the first import. Raises StoreDamaged."""
        number = self.current_number()
        return None if number is None else self.generation(number)

    def current_number(self) -> int | None:
        """What the pointer says. Raises StoreDamaged when it says nothing that can be followed."""
        try:
            return read_pointer(self.pointer.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return self.only_number()
        except (OSError, ValueError) as error:
            raise StoreDamaged(str(self.folder), place="?", reason="CURRENT") from error

    def only_number(self) -> int | None:
        """Without a pointer: what a first import left that died on its last step; two generations had a pointer."""
        numbers = self.numbers()
        if len(numbers) > 1:
            raise StoreDamaged(str(self.folder), place="?", reason="CURRENT")
        return numbers[0] if numbers else None

    def generation(self, number: int) -> Generation:
        """A published generation as its manifest describes it, compared with its file. Raises StoreDamaged."""
        path = self.path_of(number)
        try:
            found = read_manifest(path)
            digest = checked_digest(path)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StoreDamaged(str(self.folder), place=str(number), reason=reason(error)) from error
        if digest != found.digest:
            raise StoreDamaged(str(self.folder), place=str(number), reason=CHANGED)
        if (kind := SCHEMA_FAULTS.get(age(found.schema))) is not None:
            raise kind(str(self.folder), place=str(number))
        return found

    def numbers(self) -> list[int]:
        """The numbers of all generations that are kept, oldest first."""
        return sorted(int(path.stem) for path in self.generations.glob("*.json") if path.stem.isdigit())

    def path_of(self, number: int) -> Path:
        return self.generations / f"{number:06d}.duckdb"

    def original(self, sha256: str) -> bytes:
        """The bytes of a document as it was received. Raises OriginalLost."""
        return fetch_original(self.originals, sha256)

    def keep_original(self, sha256: str, content: bytes) -> None:
        """Keep the bytes of a document; they are on the disk for certain when a generation is published."""
        self.coming.add(write_original(self.originals, sha256, content, self.aside))

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the right to import. Raises StoreBusy when another process holds it, StoreUnwritable on a full disk."""
        try:
            self.generations.mkdir(parents=True, exist_ok=True)
            with only_importer(self.folder):
                # What a dead import left behind is of no use to anybody.
                shutil.rmtree(self.aside, ignore_errors=True)
                self.aside.mkdir(exist_ok=True)
                self.coming = set()
                yield
        except OSError as error:
            raise StoreUnwritable(str(self.folder), reason=error.strerror or str(error)) from error
        except (duckdb.IOException, duckdb.FatalException) as error:
            raise StoreUnwritable(str(self.folder), reason=first_line(error)) from error
        except duckdb.Error as error:
            raise ImportFailed(str(self.folder), reason=first_line(error)) from error

    @contextmanager
    def building(self, anew: bool = False) -> Iterator[tuple[duckdb.DuckDBPyConnection, Path]]:
        """A copy of the generation in force, open for writing as catalogue `facts`; thrown away unless published.

        `anew` starts from empty tables instead.
        """
        path = self.aside / f"building-{os.getpid()}.duckdb"
        current = None if anew else self.current()
        try:
            if current is not None:
                shutil.copyfile(current.path, path)
            with attach_for_writing(path) as connection:
                if current is None:
                    create_tables(connection)
                yield connection, path
        finally:
            path.unlink(missing_ok=True)
            wal_of(path).unlink(missing_ok=True)

    def publish(
        self,
        connection: duckdb.DuckDBPyConnection,
        built: Path,
        acts: Sequence[Act] = (),
        anew: bool = False,
        base: int | None = None,
    ) -> Generation:
        """Check, close and publish what was built; from here on every new reader sees it. Raises ImportFailed.

        The acts that led to it are journalled with it. What was built `anew` need not hold what the one before held,
        and may belong to another `base` than the generation in force.
        """
        before = None if anew else self.current()
        wrong = contradictions(connection, before.counts if before else {}, lines_may_go(acts))
        counts, tables = row_counts(connection), table_digests(connection)
        close(connection)
        if wrong or not holds(built, counts, tables):
            raise ImportFailed(str(self.folder), reason=", ".join(wrong) or "checkpoint")
        base = (base or self.head()) if anew else self.current_number()
        return self.put_in_force(built, counts, tables, base, schema_digest(), acts)

    def adopt(self, built: Path, found: Generation) -> Generation:
        """Put a copy of the generation `found`, from a backup, into force as the next one; its file is moved.

        The journal must know `found`.
        """
        return self.put_in_force(built, found.counts, found.tables, found.number, found.schema)

    def put_in_force(
        self,
        built: Path,
        counts: dict[str, int],
        tables: dict[str, str],
        base: int | None,
        schema: str,
        acts: Sequence[Act] = (),
    ) -> Generation:
        """Journal a finished file, move it to its place, and point to it."""
        number = max([*self.numbers(), *self.journalled(), base or 0]) + 1
        make_lasting(self.coming)
        if self.originals.exists():
            flush_folder(self.originals)
        path = self.path_of(number)
        made = Generation(number, path, datetime.now(UTC), counts, tables, file_digest(built), base, schema)
        self.acts.append([generation_entry(made, acts, self.actor)])
        move(built, path)
        write_whole(manifest_of(path), manifest_text(made).encode(), self.aside)
        flush_folder(self.generations)
        self.point_to(number)
        self.remove_old()
        return made

    def head(self) -> int | None:
        """The number of the generation in force, as far as it can be known where pointer or files are lost."""
        try:
            number = self.current_number()
        except StoreDamaged:
            number = None
        return number if number is not None else max([*self.numbers(), *self.journalled()], default=None)

    def journalled(self) -> list[int]:
        """The numbers that were ever given."""
        return [int(entry["generation"]) for entry in self.acts.entries()]

    def point_to(self, number: int) -> None:
        """The one step by which a generation comes into force."""
        write_whole(self.pointer, pointer_text(number).encode(), self.aside)
        flush_folder(self.folder)
        remember_put(self.path_of(number), number)

    def undo(self) -> Generation | None:
        """Put the generation that the one in force was built on back into force; None when there is none.

        A damaged one is passed over for the one before it. Raises NotAllowed, StoreBusy.
        """
        if not self.folder.exists():
            return None
        with acting(self.folder, self.actor, "go_back", "undo") as note, self.locked():
            for number in self.earlier():
                try:
                    found = self.generation(number)
                except StoreDamaged:
                    continue
                self.point_to(number)
                note.count = number
                return found
        return None

    def go_to(self, number: int) -> Generation:
        """Put any generation that is kept into force. Raises StoreDamaged for a broken one, StoreBusy, NotAllowed."""
        with acting(self.folder, self.actor, "go_back", "go_to") as note, self.locked():
            found = self.generation(number)
            self.point_to(number)
            note.count = number
        return found

    def earlier(self) -> Iterator[int]:
        """The generations that the one in force was built on, last first; all that are kept without a pointer."""
        try:
            number = self.current_number()
        except StoreDamaged:
            yield from reversed(self.numbers())
            return
        while number is not None and (number := self.before(number)) is not None:
            yield number

    def before(self, number: int) -> int | None:
        """The generation that this one was built on; the one below it where its manifest is lost."""
        try:
            return read_manifest(self.path_of(number)).before
        except (OSError, ValueError, KeyError, TypeError):
            return max((one for one in self.numbers() if one < number), default=None)

    def remove_old(self) -> None:
        """Keep the last generations and the last that undo can reach, so that no number is ever given twice."""
        current = self.current_number()
        kept = {*self.numbers()[-KEPT_GENERATIONS:], current, *islice(self.earlier(), KEPT_GENERATIONS - 1)}
        for number in set(self.numbers()) - kept:
            path = self.path_of(number)
            try:
                path.unlink(missing_ok=True)
            except OSError:
                continue  # on Windows a reader still has it open; the next import tries again
            manifest_of(path).unlink(missing_ok=True)


def close(connection: duckdb.DuckDBPyConnection) -> None:
    """Write everything into the file itself and let go of it."""
    connection.execute("checkpoint facts")
    connection.execute("use memory")
    connection.execute("detach facts")


def holds(built: Path, counts: dict[str, int], tables: dict[str, str]) -> bool:
    """The closed file, opened anew, says what was written into it, and needs no log for that."""
    flush(built)
    with attach_file(built) as connection:
        same = row_counts(connection) == counts and table_digests(connection) == tables
    return same and not wal_of(built).exists()


def wal_of(path: Path) -> Path:
    """Where DuckDB keeps what is not yet in the file itself."""
    return path.with_name(f"{path.name}.wal")


def reason(error: Exception) -> str:
    """Why a generation cannot be read, in words."""
    if isinstance(error, FileNotFoundError):
        return MISSING
    return (error.strerror or str(error)) if isinstance(error, OSError) else MANIFEST_CHANGED


def first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]

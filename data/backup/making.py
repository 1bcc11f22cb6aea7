"""A backup made: copied aside, proven, moved to its place in one step, and the old ones let go."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from data.acting import acting
from data.acts import Received
from data.backup.faults import BackupBusy, BackupInside, BackupUnwritable
from data.backup.folder import (
    GENERATION,
    JOURNALS,
    MANIFEST,
    ORIGINALS,
    PARQUET,
    SHEET,
    Backup,
    Backups,
    folder_name,
    sheet_text,
)
from data.backup.journals import copy_journals
from data.backup.keeping import Kept, Made, to_keep
from data.backup.verifying import is_kept, verify
from data.errors import StoreEmpty
from data.logs import note
from data.parquet import write_parquet
from data.store import Generation, Store
from data.store.attach import attach_file
from data.store.faults import OriginalLost
from data.store.files import file_digest, flush, flush_folder, move
from data.store.generation import manifest_of
from data.store.originals import make_lasting, write_original

Progress = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Done:
    """A backup that was made and proven, and how many old ones were let go."""

    backup: Backup
    removed: int


def make_backup(
    store: Store, backups: Backups, rule: Kept, progress: Progress | None = None, now: datetime | None = None
) -> Done:
    """Back the generation in force up, in the name of the store's actor. Imports and readers go on meanwhile.

    Raises NotAllowed, StoreEmpty, StoreDamaged, JournalDamaged, BackupInside, BackupBusy, BackupUnwritable, and
    BackupDamaged when what was written cannot be read back.
    """
    with acting(store.folder, store.actor, "backup", str(backups.folder)) as told:
        if backups.folder.resolve().is_relative_to(store.folder.resolve()):
            raise BackupInside(str(backups.folder))
        if (generation := store.current()) is None:
            raise StoreEmpty(str(store.folder))
        with writing(backups.folder):
            made = build(store, backups, generation, now or datetime.now(UTC), progress or (lambda _: None))
            done = Done(made, remove_old(backups, rule))
        told.object, told.count, told.sha256 = made.folder.name, made.forms, made.files[GENERATION]
    note("backup", number=made.number, generation=made.generation, forms=made.forms, removed=done.removed)
    return done


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold the right to write into the folder of backups. Raises BackupBusy and BackupUnwritable."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "lock", timeout=0):
            remove_begun(folder)
            yield
            remove_begun(folder)
    except Timeout as error:
        raise BackupBusy(str(folder)) from error
    except (OSError, duckdb.IOException) as error:
        reason = getattr(error, "strerror", None) or str(error).partition("\n")[0]
        raise BackupUnwritable(str(folder), reason=reason) from error


def remove_begun(folder: Path) -> None:
    """What a dead backup left behind is of no use to anybody."""
    for left in folder.glob("making-*"):
        shutil.rmtree(left, ignore_errors=True)


def build(store: Store, backups: Backups, generation: Generation, now: datetime, progress: Progress) -> Backup:
    """Copy aside, prove, and move to its place. What was begun and not finished is removed."""
    number = max(backups.numbers(), default=0) + 1
    aside = backups.folder / f"making-{number:06d}"
    aside.mkdir()
    try:
        missing = copy_all(store, backups, generation, aside, progress)
        made = Backup(
            number, aside, now.replace(microsecond=0), generation.number, generation.counts["evaluation"],
            store.is_demo, digests(aside), missing,
        )  # fmt: skip
        (aside / SHEET).write_text(sheet_text(made), encoding="utf-8", newline="\n")
        verify(made, backups.originals, progress)
        flush_all(aside)
        move(aside, place := backups.folder / folder_name(number, now))
        flush_folder(backups.folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return backups.backup(int(place.name.partition("-")[0]))


def copy_all(
    store: Store, backups: Backups, generation: Generation, aside: Path, progress: Progress
) -> tuple[str, ...]:
    """Everything but the sheet. Journals after the generation: they tell at least of it. Gives what was missing."""
    shutil.copyfile(generation.path, aside / GENERATION)
    shutil.copyfile(manifest_of(generation.path), aside / MANIFEST)
    copy_journals(store.folder / JOURNALS, aside / JOURNALS)
    with attach_file(aside / GENERATION) as connection:
        write_parquet(connection, aside / PARQUET)
    named = originals_named(store)
    (aside / ORIGINALS).write_text("".join(f"{one}\n" for one in named), encoding="ascii", newline="\n")
    return copy_originals(store, backups, named, progress)


def originals_named(store: Store) -> list[str]:
    """Every original that the journal tells of and that a rebuild would ask for, in the order received."""
    acts = (act for entry in store.acts.entries() for act in entry["acts"])
    return list(dict.fromkeys(act["document"] for act in acts if act["act"] in READ_AGAIN))


READ_AGAIN = (Received.__name__.lower(), "registered")


def copy_originals(store: Store, backups: Backups, named: list[str], progress: Progress) -> tuple[str, ...]:
    """Copy the originals that no backup holds whole; gives those that the store has lost, and no backup has."""
    missing, copied = [], set()
    for sha256 in named:
        progress(1)
        if is_kept(backups.originals, sha256):
            continue
        try:
            content = store.original(sha256)
        except OriginalLost:
            missing.append(sha256)
            continue
        copied.add(write_original(backups.originals, sha256, content, backups.folder / "making-originals"))
    make_lasting(copied)
    return tuple(missing)


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): file_digest(path) for path in files}


def flush_all(folder: Path) -> None:
    for path in sorted(folder.rglob("*")):
        flush_folder(path) if path.is_dir() else flush(path)
    flush_folder(folder)


def remove_old(backups: Backups, rule: Kept) -> int:
    """Let go of the backups that the rule does not keep, and of originals that belong to none any more."""
    whole = backups.whole()
    kept = to_keep([Made(one.number, one.made, not one.missing) for one in whole], rule)
    gone = [one for one in whole if one.number not in kept]
    for one in gone:
        shutil.rmtree(one.folder)
    if gone:
        remove_originals(backups)
    return len(gone)


def remove_originals(backups: Backups) -> None:
    """An original that no backup names is of no use; while a backup cannot be read, nobody knows."""
    whole = backups.whole()
    if len(whole) != len(backups.numbers()):
        return
    named = {sha256 for one in whole for sha256 in one.originals()}
    for path in backups.originals.glob("*"):
        if path.name not in named:
            path.chmod(0o644)  # Windows removes no read-only file
            path.unlink()

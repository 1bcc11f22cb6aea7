"""Journals into a backup and back: each as it is between two writings."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from data.backup.mending import Mended, mended
from data.journal import WAIT_SECONDS, Journal, JournalUnwritable, finished
from data.store.files import write_whole


def journal_names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.jsonl"))


def copy_journals(folder: Path, into: Path) -> None:
    """Copy every journal up to its last whole line. Raises JournalDamaged: what is broken is no backup."""
    into.mkdir()
    for name in journal_names(folder):
        Journal(folder / name).entries()
        with held(folder / name):
            (into / name).write_bytes(finished((folder / name).read_bytes()))


def fates(folder: Path, saved: Path) -> dict[str, Mended]:
    """What is to become of each journal in `folder` by the help of those `saved`, by name."""
    return {name: mended(content_of(folder / name), (saved / name).read_bytes()) for name in journal_names(saved)}


def put_right(folder: Path, saved: Path, replaced: Path, aside: Path) -> None:
    """Mend or put back the journals in `folder`; what was there and does not stay is kept in `replaced`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in journal_names(saved):
        with held(folder / name):
            live = content_of(folder / name)
            fate = mended(live, (saved / name).read_bytes())
            if fate.fate == "stays":
                continue
            if live:
                write_whole(replaced / name, live, replaced)
            write_whole(folder / name, fate.content, aside)


def content_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Nobody writes into the journal meanwhile. Raises JournalUnwritable."""
    try:
        with FileLock(path.with_suffix(".lock"), timeout=WAIT_SECONDS):
            yield
    except Timeout as error:
        raise JournalUnwritable(str(path), reason=str(error)) from error

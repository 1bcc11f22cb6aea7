"""Journals into a backup and back: each as it is between two writings."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from data.backup.mending import Mended, mended
from data.journal import WAIT_SECONDS, Journal, JournalUnwritable, finished
from data.store.files import write_whole

PINS = "*.head"  # what names the last line of a journal, so that a lost end is noticed


def journal_names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.jsonl"))


def copy_journals(folder: Path, into: Path) -> None:
    """Copy every journal up to its last whole line, with its pin. Raises JournalDamaged."""
    into.mkdir()
    with pinned(folder):
        for name in journal_names(folder):
            Journal(folder / name).entries()
            with held(folder / name):
                (into / name).write_bytes(finished((folder / name).read_bytes()))
        for pin in folder.glob(PINS):
            shutil.copyfile(pin, into / pin.name)


def fates(folder: Path, saved: Path) -> dict[str, Mended]:
    """What is to become of each journal in `folder` by the help of those `saved`, by name."""
    return {name: mended(content_of(folder / name), (saved / name).read_bytes()) for name in journal_names(saved)}


def put_right(folder: Path, saved: Path, replaced: Path, aside: Path) -> None:
    """Mend or put back the journals in `folder`; what was there and does not stay is kept in `replaced`.

    A pin that is there stays: where lines after it are lost, it says so.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with pinned(folder):
        for name in journal_names(saved):
            with held(folder / name):
                put_one_right(folder / name, saved / name, replaced, aside)
        for pin in saved.glob(PINS):
            if not (folder / pin.name).exists():
                write_whole(folder / pin.name, pin.read_bytes(), aside)


def put_one_right(path: Path, saved: Path, replaced: Path, aside: Path) -> None:
    live = content_of(path)
    fate = mended(live, saved.read_bytes())
    if fate.fate == "stays":
        return
    if live:
        write_whole(replaced / path.name, live, replaced)
    write_whole(path, fate.content, aside)


def content_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


@contextmanager
def pinned(folder: Path) -> Iterator[None]:
    """No journal that is pinned gets a line meanwhile."""
    with ExitStack() as stack:
        for pin in sorted(folder.glob(PINS)):
            stack.enter_context(held(pin))
        yield


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Nobody writes into the journal meanwhile. Raises JournalUnwritable."""
    try:
        with FileLock(path.with_suffix(".lock"), timeout=WAIT_SECONDS):
            yield
    except Timeout as error:
        raise JournalUnwritable(str(path), reason=str(error)) from error

"""The files as they were received, by sha256, never changed."""

import hashlib
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from data.store.faults import OriginalLost
from data.store.files import flush, write_whole

FLUSHED_AT_ONCE = 16


def fetch_original(folder: Path, sha256: str) -> bytes:
    """The bytes as they were received. Raises OriginalLost."""
    try:
        content = (folder / Path(sha256).name).read_bytes()
    except OSError as error:
        raise OriginalLost(sha256[:12]) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise OriginalLost(sha256[:12])
    return content


def write_original(folder: Path, sha256: str, content: bytes, aside: Path) -> Path:
    """Put the bytes under their digest; what is there already and whole is left alone. `make_lasting` comes after."""
    path = folder / sha256
    if path.exists():
        with suppress(OriginalLost):
            fetch_original(folder, sha256)
            return path
        path.chmod(0o644)  # Windows replaces no read-only file
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
    write_whole(path, content, aside, lasting=False)
    return path


def make_lasting(paths: Collection[Path]) -> None:
    """Wait until all these originals are on the disk, and let nobody change them.

    Several at a time: a disk is as fast with many as with one, and an import of thousands waits once.
    """
    waiting = list(paths)
    with ThreadPoolExecutor(FLUSHED_AT_ONCE) as pool:
        list(pool.map(_make_lasting, (waiting[first::FLUSHED_AT_ONCE] for first in range(FLUSHED_AT_ONCE))))


def _make_lasting(paths: Collection[Path]) -> None:
    for path in paths:
        try:
            flush(path)
        except PermissionError:  # one that was there already is read-only, and is flushed by a handle that may write
            path.chmod(0o644)
            flush(path)
        path.chmod(0o444)

"""One importer at a time, known by name."""

import getpass
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from data.errors import StoreBusy


@contextmanager
def only_importer(folder: Path) -> Iterator[None]:
    """Hold the right to write into the store. Raises StoreBusy, naming who holds it and since when.

    The lock belongs to the process: it is free again however that ends.
    """
    holder = folder / "importing"
    lock = FileLock(folder / "lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise StoreBusy(known_holder(holder)) from error
    try:
        holder.write_text(self_description(), encoding="utf-8")
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def known_holder(holder: Path) -> str:
    try:
        return holder.read_text(encoding="utf-8").strip() or "?"
    except OSError:
        return "?"


def self_description() -> str:
    """Who imports: 2022-12-31 08:00:00 UTC, name@machine, pid 123."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        name = "?"
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, {name}@{socket.gethostname()}, pid {os.getpid()}"

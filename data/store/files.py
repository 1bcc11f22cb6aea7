"""Files that are there whole or not at all, also after a power cut."""

import hashlib
import os
import time
from pathlib import Path
from typing import BinaryIO

WAITS = (0.01, 0.05, 0.2, 0.5)  # seconds; on Windows a file that is being read cannot be replaced at that moment


def write_whole(path: Path, content: bytes, aside: Path, lasting: bool = True) -> None:
    """Write `content` into the folder `aside`, then move it to `path`, replacing what is there.

    What is not yet `lasting` may be lost in a power cut until it is flushed.
    """
    written = aside / f"{path.name}.{os.getpid()}"
    with opened(written) as file:
        file.write(content)
        if lasting:
            file.flush()
            os.fsync(file.fileno())
    move(written, path)


def opened(path: Path) -> BinaryIO:
    """The file, open for writing, in a folder that is made where it is missing."""
    try:
        return path.open("wb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("wb")


def move(source: Path, target: Path) -> None:
    """Put `source` in the place of `target` in one step."""
    for wait in WAITS:
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    source.replace(target)


def flush(path: Path) -> None:
    """Wait until the file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Wait until the names in the folder are on the disk. Windows knows no such thing, and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def file_digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

"""An append-only journal: one JSON object per line, each naming the sha256 of the line before it.

What people did cannot be read again from any form, so it is written down once, before it takes effect, and never
changed: a line that was altered, cut out or put in breaks the chain and is named. Nothing follows the last line yet, so
every line also ends with a digest of itself.
"""

import hashlib
import json
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from data.errors import Fault
from data.texts import mark

WAIT_SECONDS = 20.0
SEAL = re.compile(rb', "seal": "([0-9a-f]{16})"\}\Z')
Entry = dict[str, Any]


class JournalDamaged(Fault):
    """A line is not what was written, or the one before it is missing."""

    code = "journal_damaged"
    text = mark(
        "工作记录 {name} 第 {place} 行被改动或已损坏,此后的记录不能采信。请用 python -m data restore 从备份修复后再试。"
    )


class JournalUnwritable(Fault):
    """The disk is full, the folder may not be written to, or another process holds the journal too long."""

    code = "journal_unwritable"
    text = mark("无法写入或读取工作记录 {name}({reason})。这一步没有生效,请检查磁盘空间和权限后再试。")


class Journal:
    """The journal at `path`; opening it writes nothing. Several processes may append."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, entries: Sequence[Mapping[str, object]]) -> None:
        """Write the entries as lines, each there whole or not at all. Raises JournalDamaged and JournalUnwritable."""
        if not entries:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self.path.with_suffix(".lock"), timeout=WAIT_SECONDS), self.path.open("ab+") as file:
                file.seek(0)
                whole = finished(file.read())
                # What a power cut left of a last line was never in force: nobody was told that it is written.
                file.truncate(len(whole))
                file.write(chained(entries, last_line(whole)))
                file.flush()
                os.fsync(file.fileno())
        except (OSError, Timeout) as error:
            raise JournalUnwritable(str(self.path), reason=getattr(error, "strerror", None) or str(error)) from error

    def entries(self) -> tuple[Entry, ...]:
        """Every entry, in the order written, without its link. Raises JournalDamaged."""
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise JournalUnwritable(str(self.path), reason=error.strerror or str(error)) from error
        before = ""
        found = []
        for number, line in enumerate(finished(content).splitlines(), start=1):
            found.append(self.verified(line, number, before))
            before = link(line)
        return tuple(found)

    def verified(self, line: bytes, number: int, before: str) -> Entry:
        try:
            entry = said(line)
            if entry.pop("previous") == before:
                return entry
        except (ValueError, KeyError):
            pass
        raise JournalDamaged(str(self.path), place=str(number))

    def stamp(self) -> tuple[int, int]:
        """What a cache of the entries depends on: size in bytes, and when it was changed (ns)."""
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            return 0, 0
        return stat.st_size, stat.st_mtime_ns


def chained(entries: Sequence[Mapping[str, object]], last: bytes) -> bytes:
    """The lines for `entries`, to stand after the line `last`."""
    before = link(last) if last else ""
    lines = []
    for entry in entries:
        line = sealed(json.dumps({"previous": before, **entry}, ensure_ascii=True).encode())
        before = link(line)
        lines.append(line + b"\n")
    return b"".join(lines)


def sealed(line: bytes) -> bytes:
    return line[:-1] + f', "seal": "{link(line)[:16]}"}}'.encode()


def said(line: bytes) -> Entry:
    """What one line says, with its link. Raises ValueError when it is not what was written.

    The lines of earlier programs bear no seal; the chain alone holds them.
    """
    seal = SEAL.search(line)
    if seal is not None:
        line = line[: seal.start()] + b"}"
        if link(line)[:16] != seal[1].decode():
            raise ValueError("seal")
    entry = json.loads(line)
    if not isinstance(entry, dict):
        raise ValueError("no object")
    return entry


def finished(content: bytes) -> bytes:
    """The content up to the end of its last whole line."""
    return content[: content.rfind(b"\n") + 1]


def last_line(content: bytes) -> bytes:
    return content.rstrip(b"\n").rpartition(b"\n")[2]


def link(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()

"""The audit journal on the disk: a file for each month, chained within and from month to month, its end pinned.

<store>/journal/audit-2026-11.jsonl    a Journal; its first line carries on from the last one of the month before
<store>/journal/audit.head             which line is the last: the file, how many lines it has, its digest

A chain alone does not show that its end was cut off; the head does. It is written after each line, so it may be behind
by the one line that was being written when the power went: then it is mended.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from data.journal import WAIT_SECONDS, Entry, Journal, JournalDamaged, JournalUnwritable, finished, last_line, link
from data.texts import mark

CARRIED = "carried"  # the key of the line that leads on from the month before


class AuditCut(JournalDamaged):
    """Lines that were there are gone, or the head is not what was written: `place` is the last line that is known."""

    code = "audit_cut"
    text = mark(
        "审计记录 {name} 与封存的末行不符:第 {place} 行或其后的记录缺失,或封存文件被改动。须记录的操作已停止。"
        "请先找回备份中的审计记录;找不回时,请在服务器上运行 python -m data audit --accept,这次缺失会记入审计记录。"
    )


@dataclass(frozen=True, slots=True)
class Head:
    """The last line: its file, its number there, its digest. `purged` is the digest that the first file carries on."""

    file: str
    count: int
    last: str
    purged: str = ""


class AuditJournal:
    """The audit journal in a folder; opening it writes nothing. Several processes may append."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pin = folder / "audit.head"

    def append(self, entry: Mapping[str, object], when: datetime) -> None:
        """Write one entry down, and pin it. Raises AuditCut, JournalUnwritable."""
        with self.held():
            head = self.head()
            before = self.checked(head)
            name = max(f"audit-{when:%Y-%m}.jsonl", before.file if before else "")
            carried = [{CARRIED: asdict(before)}] if before and before.file != name else []
            Journal(self.folder / name).append([*carried, entry])
            self.write_head(self.end_of(name, head.purged if head else ""))

    def entries(self) -> tuple[Entry, ...]:
        """Every entry, in the order written. Raises JournalDamaged with the line, and AuditCut."""
        with self.held():
            head = self.head()
            self.checked(head)
            return tuple(self.verified(head))

    def verified(self, head: Head | None) -> Iterator[Entry]:
        """The entries of all files, each found to go on from the one before."""
        before = None
        for name in self.files():
            first, *rest = Journal(self.folder / name).entries() or ({},)
            carried = first.get(CARRIED)
            known = asdict(before) if before else None
            if carried != known and not (before is None and head and carried and carried["last"] == head.purged):
                raise AuditCut(name, place="1")
            yield from rest if carried else (first, *rest)
            before = self.end_of(name)

    def checked(self, head: Head | None) -> Head | None:
        """The last line that there is; it is the pinned one, or the one after it. Raises AuditCut."""
        files = self.files()
        if not files:
            if head is not None:
                raise AuditCut(head.file, place=str(head.count))
            return None
        end, lines = self.end_of(files[-1]), self.lines(files[-1])
        if head is None:
            if len(files) > 1 or len(lines) > 1:
                raise AuditCut(files[-1], place="1")
            return end
        if not self.is_at_end(head, files, lines):
            raise AuditCut(head.file, place=str(head.count))
        return end

    def is_at_end(self, head: Head, files: list[str], lines: list[bytes]) -> bool:
        """Whether the pinned line stands where it stood, with at most one entry after it."""
        if head.file == files[-1]:
            pinned, after = lines[: head.count], len(lines) - head.count
            return after in (0, 1) and len(pinned) == head.count > 0 and link(pinned[-1]) == head.last
        stands = len(files) > 1 and self.end_of(files[-2]).last == head.last and files[-2] == head.file
        return stands and len(lines) <= 2  # the line that carries on, and the entry

    def files(self) -> list[str]:
        """The files of all months that are kept, oldest first."""
        return sorted(path.name for path in self.folder.glob("audit-[0-9][0-9][0-9][0-9]-[0-9][0-9].jsonl"))

    def lines(self, name: str) -> list[bytes]:
        return finished((self.folder / name).read_bytes()).splitlines()

    def end_of(self, name: str, purged: str = "") -> Head:
        lines = self.lines(name)
        return Head(name, len(lines), link(last_line(b"\n".join(lines))) if lines else "", purged)

    def head(self) -> Head | None:
        """What is pinned; None where nothing ever was. Raises AuditCut for a head that says nothing."""
        try:
            return Head(**json.loads(self.pin.read_bytes()))
        except FileNotFoundError:
            return None
        except (ValueError, TypeError) as error:
            raise AuditCut(self.pin.name, place="?") from error

    def write_head(self, head: Head) -> None:
        """Nobody has it open meanwhile: who reads it holds the lock too."""
        written = self.pin.with_suffix(".new")
        with written.open("wb") as file:
            file.write(json.dumps(asdict(head)).encode())
            file.flush()
            os.fsync(file.fileno())
        written.replace(self.pin)

    def stamp(self) -> tuple[tuple[int, int], ...]:
        """What a cache of the entries depends on: size and time of change (ns) of every file, and of the head."""
        stats = [path.stat() for path in sorted(self.folder.glob("audit*.*")) if path.suffix in (".jsonl", ".head")]
        return tuple((one.st_size, one.st_mtime_ns) for one in stats)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nobody else reads or writes meanwhile. Raises JournalUnwritable."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self.folder / "audit.lock", timeout=WAIT_SECONDS):
                yield
        except (OSError, Timeout) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise JournalUnwritable(str(self.folder), reason=reason) from error

"""The container of the old Office formats: a small file system with sectors, chains and a directory."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from data.errors import DamagedFile
from data.readers.faults import BROKEN_ARCHIVE

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAST_SECTOR = 0xFFFFFFFA  # from here on a number names no sector
ENTRY_BYTES = 128
SHIFTS = (9, 12)  # sectors of 512 or 4096 bytes
MINI_SHIFT = 6
ROOT, STREAM = 5, 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the directory."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Container:
    """The streams that lie directly in one file, by name. Raises DamagedFile."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self.content = content
        try:
            self.open()
        except (struct.error, IndexError, UnicodeDecodeError) as error:
            raise self.damaged() from error

    def open(self) -> None:
        shift, mini = struct.unpack_from("<HH", self.content, 30)
        if shift not in SHIFTS or mini != MINI_SHIFT:
            raise self.damaged()
        self.sector_bytes = 1 << shift
        first, _, self.mini_below, mini_first = struct.unpack_from("<IIII", self.content, 48)
        self.table = self.numbers(self.table_sectors())
        self.entries = [entry_of(part) for part in cut(self.chain(first), ENTRY_BYTES) if len(part) == ENTRY_BYTES]
        if not self.entries or self.entries[0].kind != ROOT:
            raise self.damaged()
        mini_table = self.chain(mini_first)
        self.mini_table = struct.unpack(f"<{len(mini_table) // 4}I", mini_table)
        self.mini_stream = self.chain(self.entries[0].start)

    def damaged(self) -> DamagedFile:
        return DamagedFile(self.name, reason=BROKEN_ARCHIVE)

    def sector(self, number: int) -> bytes:
        start = (number + 1) * self.sector_bytes
        if start >= len(self.content):
            raise self.damaged()
        return self.content[start : start + self.sector_bytes]

    def table_sectors(self) -> Iterator[int]:
        """The sectors that hold the allocation table: 109 in the header, the rest in a chain of their own."""
        yield from struct.unpack_from("<109I", self.content, 76)
        following = struct.unpack_from("<I", self.content, 68)[0]
        for _ in range(len(self.content) // self.sector_bytes):
            if following >= LAST_SECTOR:
                return
            *sectors, following = self.numbers([following])
            yield from sectors

    def numbers(self, sectors: Iterator[int] | list[int]) -> tuple[int, ...]:
        content = b"".join(self.sector(number) for number in sectors if number < LAST_SECTOR)
        return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])

    def chain(self, first: int) -> bytes:
        return b"".join(self.sector(number) for number in self.linked(first, self.table))

    def linked(self, first: int, table: tuple[int, ...]) -> Iterator[int]:
        """The sectors of one chain. A chain longer than its table runs in a circle."""
        for _ in range(len(table)):
            if first >= LAST_SECTOR:
                return
            if first >= len(table):
                raise self.damaged()
            yield first
            first = table[first]
        if first < LAST_SECTOR:
            raise self.damaged()

    def streams(self) -> dict[str, Entry]:
        """The streams in the root folder: those of embedded objects lie deeper."""
        found: dict[str, Entry] = {}
        waiting = [self.entries[0].child]
        seen: set[int] = set()
        while waiting:
            number = waiting.pop()
            if number >= len(self.entries) or number in seen:
                continue
            seen.add(number)
            entry = self.entries[number]
            waiting += [entry.left, entry.right]
            found[entry.name] = entry
        return found

    def read(self, entry: Entry) -> bytes:
        """The bytes of one stream."""
        if entry.size >= self.mini_below:
            content = self.chain(entry.start)
        else:
            starts = (number << MINI_SHIFT for number in self.linked(entry.start, self.mini_table))
            content = b"".join(self.mini_stream[start : start + (1 << MINI_SHIFT)] for start in starts)
        if len(content) < entry.size:
            raise self.damaged()
        return content[: entry.size]


def entry_of(part: bytes) -> Entry:
    length, kind = struct.unpack_from("<HB", part, 64)
    left, right, child = struct.unpack_from("<III", part, 68)
    start, size = struct.unpack_from("<II", part, 116)
    name = part[: max(min(length, 64) - 2, 0)].decode("utf-16-le", errors="replace")
    return Entry(name, kind, left, right, child, start, size)


def cut(content: bytes, size: int) -> Iterator[bytes]:
    return (content[start : start + size] for start in range(0, len(content), size))

"""A zip is a folder: which files it holds, under which names, and the bytes of each.

A member is named by the way to it: ("自评表/水务局.xlsx",), or ("内层.zip", "水务局.xlsx") in a zip inside a zip.
"""

import zipfile
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from data.errors import DamagedFile, Fault, PasswordProtected
from data.readers.faults import BROKEN_ARCHIVE, PART_MISSING
from data.readers.limits import (
    ARCHIVE_BYTES,
    ARCHIVE_DEPTH,
    ARCHIVE_ENTRIES,
    FILE_BYTES,
    MEGABYTE,
    RATIO,
    RATIO_FROM_BYTES,
)
from data.readers.parts import BROKEN, ENCRYPTED_FLAG
from data.texts import mark

Member = tuple[str, ...]
SIGNATURE = b"PK\x03\x04"
NAME_OFFSET = 30  # of the first entry's name in a zip
HEAD_BYTES = 64
UTF8_FLAG = 0x800
PASSED_OVER = (".", "~$", "__MACOSX")  # hidden files, locks of open workbooks, what macOS packs along
FURNITURE = frozenset(("thumbs.db", "desktop.ini"))
# Documents are zips themselves. Nearly all begin with one of these parts; the others hold one of these.
FIRST_PARTS = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"xl/", b"word/", b"ppt/", b"mimetype", b"customXml/")
PARTS = frozenset(("[Content_Types].xml", "mimetype", "content.xml", "META-INF/MANIFEST.MF"))
ENCODINGS = ("utf-8", "gb18030")


class EmptyArchive(Fault):
    """The zip holds no file that people put there."""

    code = "empty"
    text = mark("《{name}》是压缩包,其中没有可以读取的文件。")


def is_wanted(path: str) -> bool:
    """A file that people put there, not what a system or an open program leaves beside it."""
    parts = path.split("/")
    return not any(part.startswith(PASSED_OVER) for part in parts) and parts[-1].lower() not in FURNITURE


def is_archive_file(path: Path) -> bool:
    """A zip that is no document. Raises OSError."""
    with path.open("rb") as file:
        if not may_be_archive(file.read(HEAD_BYTES)):
            return False
        try:
            with zipfile.ZipFile(file) as archive:
                return PARTS.isdisjoint(archive.namelist())
        except BROKEN:
            return False


def may_be_archive(head: bytes) -> bool:
    return head.startswith(SIGNATURE) and not head[NAME_OFFSET:].startswith(FIRST_PARTS)


def list_members(path: Path) -> list[Member]:
    """The files in a zip, in order. Raises DamagedFile, EmptyArchive and LimitPassed for the zip as a whole."""
    try:
        with zipfile.ZipFile(path) as archive:
            found = list(Listing(path.name).members(archive))
    except BROKEN as error:
        raise DamagedFile(path.name, reason=BROKEN_ARCHIVE) from error
    if not found:
        raise EmptyArchive(path.name)
    return found


class Listing:
    """Goes through a zip and the zips in it, and counts what they would cost."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.entries = 0
        self.bytes = 0

    def members(self, archive: zipfile.ZipFile, depth: int = 1) -> Iterator[Member]:
        ARCHIVE_DEPTH.check(self.name, depth)
        for name, entry in sorted(named_entries(archive).items()):
            self.count(entry)
            inner = nested(archive, entry)
            if inner is None:
                yield (name,)
                continue
            with inner:
                yield from ((name, *below) for below in self.members(inner, depth + 1))

    def count(self, entry: zipfile.ZipInfo) -> None:
        self.entries += 1
        self.bytes += entry.file_size
        ARCHIVE_ENTRIES.check(self.name, self.entries)
        ARCHIVE_BYTES.check(self.name, self.bytes)


def named_entries(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The wanted files by their names; of two that are named alike, the last."""
    files = ((entry_name(entry), entry) for entry in archive.infolist() if not entry.is_dir())
    return {name: entry for name, entry in files if is_wanted(name)}


def entry_name(entry: zipfile.ZipInfo) -> str:
    """Chinese Windows writes names in GB 18030 and says nothing about it; others write UTF-8 without saying so."""
    name = entry.orig_filename
    if not entry.flag_bits & UTF8_FLAG:
        raw = name.encode("cp437", errors="replace")
        for encoding in ENCODINGS:
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.partition("\0")[0].replace("\\", "/").strip("/") or "?"


def nested(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> zipfile.ZipFile | None:
    """The zip inside a zip; None for a file, and for what cannot be opened: that is refused when it is read."""
    try:
        with archive.open(entry) as stream:
            if not may_be_archive(stream.read(HEAD_BYTES)):
                return None
        inner = zipfile.ZipFile(BytesIO(unpacked(archive, entry, "")))
    except (*BROKEN, Fault, RuntimeError):
        return None
    return inner if PARTS.isdisjoint(inner.namelist()) and named_entries(inner) else None


def unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """The bytes of one entry. Raises PasswordProtected, LimitPassed, and what zipfile raises."""
    if entry.flag_bits & ENCRYPTED_FLAG:
        raise PasswordProtected(name)
    FILE_BYTES.check(name, entry.file_size)
    chunks: list[bytes] = []
    size = 0
    with archive.open(entry) as stream:
        while chunk := stream.read(MEGABYTE):
            chunks.append(chunk)
            size += len(chunk)
            FILE_BYTES.check(name, size)
            if size > RATIO_FROM_BYTES:
                RATIO.check(name, size // max(entry.compress_size, 1))
    return b"".join(chunks)


def member_bytes(path: Path, member: Member) -> bytes:
    """The bytes of one file in a zip. Raises OSError, DamagedFile, PasswordProtected and LimitPassed."""
    name = member[-1].rpartition("/")[2]
    state = path.stat()
    try:
        return bytes_in(opened(path, state.st_mtime_ns, state.st_size, member[:-1]), member[-1], name)
    except BROKEN as error:
        raise DamagedFile(name, reason=BROKEN_ARCHIVE) from error


def bytes_in(archive: "Opened", wanted: str, name: str) -> bytes:
    if wanted not in archive.entries:
        raise DamagedFile(name, reason=PART_MISSING)
    return unpacked(archive.file, archive.entries[wanted], name)


class Opened:
    """A zip with its table of contents read: with thousands of files in it that is done once."""

    def __init__(self, source: Path | BytesIO) -> None:
        self.file = zipfile.ZipFile(source)
        self.entries = named_entries(self.file)


@lru_cache(maxsize=3)
def opened(path: Path, changed: int, size: int, way: Member) -> Opened:
    """The zip at the end of `way`. A file that changed is opened anew."""
    if not way:
        return Opened(path)
    outer = opened(path, changed, size, way[:-1])
    return Opened(BytesIO(bytes_in(outer, way[-1], way[-1])))

"""Open the parts of an OOXML file safely: limits before unpacking, bytes counted while reading, no DOCTYPE."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from posixpath import join, normpath
from types import TracebackType

from lxml import etree

from data.errors import DamagedFile, Fault, PasswordProtected
from data.readers.faults import BROKEN_ARCHIVE, BROKEN_XML, DOCTYPE_FOUND, PART_MISSING
from data.readers.limits import ENTRIES, MEGABYTE, RATIO, RATIO_FROM_BYTES, UNPACKED_BYTES

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    struct.error,
    NotImplementedError,
    UnicodeError,
    ValueError,
)
MAIN_KIND = re.compile(rb"[.-](spreadsheetml|wordprocessingml|presentationml|ms-excel|ms-word)[.\w]*[.]main\+xml")
ENCRYPTED_FLAG = 0x1
SMALL_BYTES = MEGABYTE  # a part below this size is parsed at once, which is quicker


class Parts:
    """The parts of one file. Every part read is parsed without network, entities or DOCTYPE."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self.unpacked = 0
        self.kept: dict[str, bytes] = {}
        with self.faults_named():
            self.archive = zipfile.ZipFile(BytesIO(content))
            self.entries = {entry.filename.replace("\\", "/"): entry for entry in self.archive.infolist()}
        ENTRIES.check(name, len(self.entries))
        UNPACKED_BYTES.check(name, sum(entry.file_size for entry in self.entries.values()))

    def __enter__(self) -> "Parts":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.archive.close()

    def __contains__(self, part: str) -> bool:
        return part in self.entries

    def kinds(self) -> bytes:
        """What the file says it is: its list of content types, or the mimetype of an OpenDocument file."""
        return b"".join(self.read(part) for part in ("[Content_Types].xml", "mimetype") if part in self)

    def read(self, part: str) -> bytes:
        """The bytes of one part. Raises DamagedFile, LimitPassed or PasswordProtected."""
        if part not in self:
            raise DamagedFile(self.name, reason=PART_MISSING)
        entry = self.entries[part]
        if entry.flag_bits & ENCRYPTED_FLAG:
            raise PasswordProtected(self.name)
        chunks = []
        with self.faults_named(), self.archive.open(entry) as stream:
            # Declared sizes lie, so what really comes out is counted.
            while chunk := stream.read(MEGABYTE):
                chunks.append(chunk)
                self.count(entry, len(chunk), sum(map(len, chunks)))
        return b"".join(chunks)

    def count(self, entry: zipfile.ZipInfo, length: int, size: int) -> None:
        self.unpacked += length
        UNPACKED_BYTES.check(self.name, self.unpacked)
        if size > RATIO_FROM_BYTES:
            RATIO.check(self.name, size // max(entry.compress_size, 1))

    def tree(self, part: str) -> etree._Element:
        """The root element of one part."""
        return self.parsed(self.checked(part))

    def elements(self, part: str, *names: str) -> Iterator[etree._Element]:
        """The elements of these local names in their order; a large part is emptied while it is read."""
        content = self.checked(part)
        tags = [f"{{*}}{name}" for name in names]
        if len(content) < SMALL_BYTES:
            yield from self.parsed(content).iter(*tags)
            return
        with self.faults_named():
            for _, element in etree.iterparse(BytesIO(content), tag=tags, resolve_entities=False, no_network=True):
                yield element
                element.clear()
                parent = element.getparent()
                if parent is not None and element.getprevious() is not None:
                    del parent[0]

    def parsed(self, content: bytes) -> etree._Element:
        with self.faults_named():
            root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
        # An encoding that hides the word from a search hides it from nobody here.
        if root.getroottree().docinfo.internalDTD is not None:
            raise DamagedFile(self.name, reason=DOCTYPE_FOUND)
        return root

    def refuse_doctypes(self) -> None:
        """Refuse a DOCTYPE in any part, also in those that nobody reads."""
        for part in self.entries:
            if part.endswith((".xml", ".rels")):
                self.checked(part)

    def checked(self, part: str) -> bytes:
        """The bytes of one part without a DOCTYPE; unpacked once."""
        if part not in self.kept:
            content = self.read(part)
            # UTF-16 parts hide the word behind zero bytes.
            plain = content.replace(b"\0", b"") if b"\0" in content[:4096] else content
            if b"<!DOCTYPE" in plain:
                raise DamagedFile(self.name, reason=DOCTYPE_FOUND)
            self.kept[part] = content
        return self.kept[part]

    def related(self, part: str) -> dict[str, str]:
        """Relationship id → part for the relationships of `part` ("" for those of the file)."""
        folder, _, file = part.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels".lstrip("/")
        if rels not in self:
            return {}
        links = (link for link in self.tree(rels) if link.get("TargetMode") != "External")
        return {link.get("Id", ""): resolved(folder, link.get("Target", "")) for link in links}

    @contextmanager
    def faults_named(self) -> Iterator[None]:
        """Turn what the libraries raise on damaged files into a fault that names the file."""
        try:
            yield
        except etree.LxmlError as error:
            raise DamagedFile(self.name, reason=BROKEN_XML) from error
        except BROKEN as error:
            raise DamagedFile(self.name, reason=BROKEN_ARCHIVE) from error


def resolved(folder: str, target: str) -> str:
    target = target.replace("\\", "/")
    return normpath(target.lstrip("/") if target.startswith("/") else join(folder, target))


def declares(content: bytes, kind: re.Pattern[bytes]) -> bool:
    """The file is a ZIP, and what it says it is agrees with `kind`."""
    if not content.startswith(b"PK"):
        return False
    try:
        with Parts("", content) as parts:
            kinds = parts.kinds()
            return bool(kind.search(kinds)) and not is_mixed(kinds)
    except Fault:
        return False


def is_mixed(kinds: bytes) -> bool:
    """A package that says it is several things at once. One that merely holds another file is not."""
    return len(set(MAIN_KIND.findall(kinds))) > 1

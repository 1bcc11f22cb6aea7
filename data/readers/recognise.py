"""Name a file that is not read here, by its first bytes, so that the refusal says what it is and what to do."""

import re

from data.errors import DamagedFile, Fault, PasswordProtected, UnknownFormat
from data.readers.faults import (
    BROKEN_ARCHIVE,
    Archive,
    BinaryWorkbook,
    OpenDocument,
    Picture,
    Presentation,
    RichText,
    TwoKinds,
    WebPage,
)
from data.readers.parts import Parts, is_mixed

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# Names of streams inside an OLE file, in UTF-16 in its directory. An encrypted workbook is an OLE file too.
OLE_STREAMS: tuple[tuple[str, type[Fault]], ...] = (
    ("EncryptedPackage", PasswordProtected),
    ("EncryptionInfo", PasswordProtected),
)
# Streams of formats that are read: where no reader claims the file, its container is broken.
READ_STREAMS = ("Workbook", "Book", "WordDocument")

MAGIC: tuple[tuple[bytes, type[Fault]], ...] = (
    (rb"\x89PNG\r\n\x1a\n", Picture),
    (rb"\xff\xd8\xff", Picture),
    (rb"GIF8[79]a", Picture),
    (rb"BM.{4}\0\0\0\0", Picture),
    (rb"II\*\0|MM\0\*", Picture),
    (rb"RIFF.{4}WEBP", Picture),
    (rb"\{\\rtf", RichText),
    (rb"(\xef\xbb\xbf)?\s*<(!DOCTYPE|html|\?xml|table|meta|head)", WebPage),
    (rb"Rar!\x1a\x07", Archive),
    (rb"7z\xbc\xaf\x27\x1c", Archive),
    (rb"\x1f\x8b", Archive),
)

# What the list of content types, or a part's name, says about a ZIP file.
PARTS: tuple[tuple[bytes, type[Fault]], ...] = (
    (rb"sheet\.binary\.", BinaryWorkbook),
    (rb"presentationml", Presentation),
    (rb"opendocument", OpenDocument),
)


def recognise_refused(name: str, content: bytes) -> Fault:
    """The fault for a file that no reader claims."""
    if content.startswith(OLE):
        return refused_ole(name, content)
    if content.startswith(b"PK"):
        return refused_zip(name, content)
    return next((fault(name) for magic, fault in MAGIC if re.match(magic, content, re.S | re.I)), UnknownFormat(name))


def is_known_binary(content: bytes) -> bool:
    """The file is of a format that is named above, even where its bytes could be taken for text."""
    return content.startswith((OLE, b"PK\x03\x04", b"PK\x05\x06")) or any(
        re.match(m, content, re.S | re.I) for m, _ in MAGIC
    )


def refused_ole(name: str, content: bytes) -> Fault:
    found = next((fault(name) for stream, fault in OLE_STREAMS if stream_name(stream) in content), None)
    if found is None and any(stream_name(stream) in content for stream in READ_STREAMS):
        return DamagedFile(name, reason=BROKEN_ARCHIVE)
    return found or UnknownFormat(name)


def stream_name(stream: str) -> bytes:
    return stream.encode("utf-16-le") + b"\0\0"


def refused_zip(name: str, content: bytes) -> Fault:
    try:
        with Parts(name, content) as parts:
            kinds = parts.kinds()
    except Fault as fault:
        return fault
    if is_mixed(kinds):
        return TwoKinds(name)
    if not kinds and not content.startswith(b"PK\x03\x04"):
        return DamagedFile(name, reason=BROKEN_ARCHIVE)
    return next((fault(name) for kind, fault in PARTS if re.search(kind, kinds)), Archive(name))

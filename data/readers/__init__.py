"""Files in, documents out. The content decides which module reads a file, never its suffix."""

import hashlib
from collections.abc import Callable

from data.documents import Document, Table
from data.errors import EmptyFile
from data.readers.doc import is_old_word, is_rich_text, read_old_word, read_rich_text
from data.readers.docx import is_word, read_word
from data.readers.html import is_web_page, read_web_page
from data.readers.limits import FILE_BYTES
from data.readers.ods import is_open_sheet, read_open_sheet
from data.readers.pdf import is_pdf, read_pdf
from data.readers.recognise import recognise_refused
from data.readers.scan import is_scan, read_scan
from data.readers.text import is_text, read_text
from data.readers.xls import is_old_workbook, read_old_workbook
from data.readers.xlsx import is_workbook, read_workbook

Recognise = Callable[[bytes], bool]
Read = Callable[[str, bytes], tuple[Table, ...]]

# A format is one row: its name, how its content is recognised, who reads it, and the code of the issue that every form
# read from it bears, if any. The first that says yes reads.
FORMATS: tuple[tuple[str, Recognise, Read, str], ...] = (
    ("xlsx", is_workbook, read_workbook, ""),
    ("xls", is_old_workbook, read_old_workbook, ""),
    ("ods", is_open_sheet, read_open_sheet, ""),
    ("docx", is_word, read_word, ""),
    ("doc", is_old_word, read_old_word, ""),
    ("rtf", is_rich_text, read_rich_text, ""),
    ("html", is_web_page, read_web_page, ""),
    ("scan", is_scan, read_scan, "from_scan"),
    ("pdf", is_pdf, read_pdf, "from_pdf"),
    ("text", is_text, read_text, ""),
)


def read_document(name: str, content: bytes) -> Document:
    """Read one file into tables of cells.

    `name` is only spoken of, never trusted. Raises a `Fault` that says what to do: EmptyFile, UnknownFormat (or
    one of its subclasses), PasswordProtected, DamagedFile, TooLarge.
    """
    if not content.strip():
        raise EmptyFile(name)
    FILE_BYTES.check(name, len(content))
    for reader, recognise, read, doubt in FORMATS:
        if recognise(content):
            return Document(name, hashlib.sha256(content).hexdigest(), reader, read(name, content), doubt)
    raise recognise_refused(name, content)

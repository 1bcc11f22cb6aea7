"""Scans and photographs: pictures, and PDF whose pages are pictures. An extra of its own, as it needs much room.

Lines give the cells, recognition on this machine gives their text. Every form is marked, for a person to confirm it;
whatever was not surely read is named with its cell.
"""

import importlib.util
import re
from typing import Any

from data.documents import Table
from data.readers.faults import NothingRecognised, NotReadHere
from data.readers.limits import CELLS, SCAN_PAGES
from data.readers.pdf import LEAST_CHARACTERS, Part, is_pdf, read_pages
from data.readers.ruled import cells_of

EXTRA = ("cv2", "onnxruntime", "rapidocr")
PICTURES = re.compile(rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|II\*\0|MM\0\*|BM.{4}\0\0\0\0", re.S)
PAGE_SHARE = 0.5  # of a page, covered by one picture
LEAST_PATHS = 8  # a table that was printed has more lines; a scan may have text that a program put behind it


def is_scan(content: bytes) -> bool:
    return is_picture(content) or (is_pdf(content) and bool(scanned_pages(content)))


def is_picture(content: bytes) -> bool:
    return PICTURES.match(content) is not None


def scanned_pages(content: bytes) -> frozenset[int]:
    """The pages, from 1, that are nothing but a picture. None of a PDF that cannot be opened: others say why."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(content) as pdf:
            return frozenset(number + 1 for number in range(len(pdf)) if is_scanned(pdf[number]))
    except (pypdfium2.PdfiumError, ValueError):
        return frozenset()


def is_scanned(page: Any) -> bool:
    """One picture over most of the page, and hardly any text or hardly any line."""
    from pypdfium2 import raw

    width, height = page.get_size()
    objects = list(page.get_objects(max_depth=3))
    covered = (area_of(each) for each in objects if each.type == raw.FPDF_PAGEOBJ_IMAGE)
    if max(covered, default=0.0) < PAGE_SHARE * width * height:
        return False
    paths = sum(each.type == raw.FPDF_PAGEOBJ_PATH for each in objects)
    return bool(paths < LEAST_PATHS or page.get_textpage().count_chars() < LEAST_CHARACTERS)


def area_of(picture: Any) -> float:
    left, bottom, right, top = picture.get_bounds()
    return float((right - left) * (top - bottom))


def read_scan(name: str, content: bytes) -> tuple[Table, ...]:
    """All pages as one table without a name. Raises NotReadHere, DamagedFile, PasswordProtected and LimitPassed."""
    if any(importlib.util.find_spec(each) is None for each in EXTRA):
        raise NotReadHere(name)
    return read_scanned_pdf(name, content) if is_pdf(content) else read_pictures(name, content)


def read_pictures(name: str, content: bytes) -> tuple[Table, ...]:
    from data.readers.scan_page import parts_of_picture
    from data.readers.scan_pages import pictures_of

    parts: list[Part] = []
    for number, picture in enumerate(pictures_of(name, content), 1):
        parts += parts_of_picture(picture, number)
    cells = tuple(cells_of(parts))
    CELLS.check(name, len(cells))
    if not cells:
        raise NothingRecognised(name)
    return (Table("", cells),)


def read_scanned_pdf(name: str, content: bytes) -> tuple[Table, ...]:
    import pypdfium2

    from data.readers.scan_page import parts_of_picture
    from data.readers.scan_pages import rendered

    scanned = scanned_pages(content)
    SCAN_PAGES.check(name, len(scanned))
    with pypdfium2.PdfDocument(content) as pdf:
        return read_pages(
            name,
            content,
            lambda number: parts_of_picture(rendered(pdf[number - 1]), number) if number in scanned else None,
        )

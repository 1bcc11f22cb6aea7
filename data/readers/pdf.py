"""PDF with text: the ruling lines make the cells, and every character goes to the cell in which its middle lies.

Best effort, and said so on every form: a file for printing knows no cells. Text without lines around it is read
line by line. A label merged over a page break is missing on the second page.
"""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import Any

from data.documents import Table
from data.errors import DamagedFile, Fault, PasswordProtected
from data.readers.faults import BROKEN_RECORDS, ScannedDocument
from data.readers.limits import CELLS, PAGE_OBJECTS, PAGES
from data.readers.ruled import Box, Line, Ruled, cells_of, texts_of

SIGNATURE = b"%PDF-"
SIGNATURE_WITHIN = 1024  # a mail program may have put something in front
THROUGH = 0.5  # points on both sides of a line, from which on it runs through a character
LEAST_CHARACTERS = 20  # a scan may carry the stamp of its scanner
SETTINGS = {"vertical_strategy": "lines", "horizontal_strategy": "lines", "intersection_tolerance": 4}

Character = dict[str, Any]
Part = Line | Ruled
Pictured = Callable[[int], list[Part] | None]  # what a page that is a picture says; None for a page of text


def is_pdf(content: bytes) -> bool:
    return SIGNATURE in content[:SIGNATURE_WITHIN]


def read_pdf(name: str, content: bytes) -> tuple[Table, ...]:
    """All pages as one table without a name. Raises ScannedDocument, PasswordProtected, Damaged and LimitPassed."""
    return read_pages(name, content, lambda _: None)


def read_pages(name: str, content: bytes, pictured: Pictured) -> tuple[Table, ...]:
    """As `read_pdf`; what `pictured` says of a page stands for that page."""
    try:
        parts = list(parts_of(name, content, pictured))
    except (Fault, MemoryError):
        raise
    except Exception as error:
        # The library raises whatever its own code stumbles over.
        raise PasswordProtected(name) if is_locked(error) else DamagedFile(name, reason=BROKEN_RECORDS) from error
    cells = tuple(cells_of(parts))
    CELLS.check(name, len(cells))
    return (Table("", cells),)


def is_locked(error: BaseException) -> bool:
    return "Password" in "".join(type(each).__name__ for each in (error, *error.args))


def parts_of(name: str, content: bytes, pictured: Pictured) -> Iterator[Part]:
    import pdfplumber  # takes as long to load as a form takes to read; few files need it

    characters = 0
    with pdfplumber.open(BytesIO(content)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            PAGES.check(name, number)
            if (parts := pictured(number)) is None:
                PAGE_OBJECTS.check(name, sum(len(objects) for objects in page.objects.values()))
                parts = parts_of_page(page, number)
            characters += sum(map(count_characters, parts))
            yield from parts
            page.close()
    if characters < LEAST_CHARACTERS:
        raise ScannedDocument(name)


def count_characters(part: Part) -> int:
    return sum(not each.isspace() for text in texts_of(part) for each in text)


def parts_of_page(page: Any, number: int) -> list[Part]:
    """Tables and lines from top to bottom."""
    from pdfplumber.utils.text import extract_text

    tables = [
        Ruled(number, count, list(joined(table.cells, page.chars)))
        for count, table in enumerate(page.find_tables(SETTINGS), 1)
    ]
    inside: dict[tuple[int, Box], list[Character]] = {}
    outside: list[Character] = []
    for each in page.chars:
        cell = cell_around(each, tables)
        (inside.setdefault(cell, []) if cell else outside).append(each)
    for (count, box), characters in inside.items():
        tables[count].texts[box] = extract_text(characters).strip()
    lines = [Line(number, min(each["top"] for each in row), extract_text(row)) for row in rows_of(outside)]
    return sorted([*tables, *(line for line in lines if line.text.strip())], key=lambda part: part.top)


def joined(cells: Sequence[Box], characters: Sequence[Character]) -> Iterator[Box]:
    """A line that runs through a character parts nothing: the cells on its two sides are one."""
    current: Box | None = None
    for cell in sorted(cells, key=lambda one: (one[1], one[3], one[0])):
        if current and current[1::2] == cell[1::2] and abs(current[2] - cell[0]) < 1 and cut(cell, characters):
            current = (*current[:2], *cell[2:])
            continue
        if current:
            yield current
        current = cell
    if current:
        yield current


def cut(cell: Box, characters: Sequence[Character]) -> bool:
    """The left edge of the cell runs through a character."""
    left, top, _, bottom = cell
    return any(
        each["x0"] < left - THROUGH
        and each["x1"] > left + THROUGH
        and top <= (each["top"] + each["bottom"]) / 2 < bottom
        and each["text"].strip()
        for each in characters
    )


def cell_around(character: Character, tables: Sequence[Ruled]) -> tuple[int, Box] | None:
    """In which table and cell the middle of a character lies, if in any."""
    x, y = (character["x0"] + character["x1"]) / 2, (character["top"] + character["bottom"]) / 2
    return next(
        (
            (count, cell)
            for count, table in enumerate(tables)
            for cell in table.cells
            if cell[0] <= x < cell[2] and cell[1] <= y < cell[3]
        ),
        None,
    )


def rows_of(characters: list[Character]) -> Iterator[list[Character]]:
    """Characters line by line: a line ends where the next character lies wholly below it."""
    row: list[Character] = []
    for each in sorted(characters, key=lambda one: (one["top"] + one["bottom"]) / 2):
        if row and (each["top"] + each["bottom"]) / 2 > max(one["bottom"] for one in row[-3:]):
            yield row
            row = []
        row.append(each)
    if row:
        yield row

"""PDF with text: the ruling lines make the cells, and every character goes to the cell in which its middle lies.

Best effort, and said so on every form: a file for printing knows no cells. Text without lines around it is read
line by line. A label merged over a page break is missing on the second page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from data.documents import Cell, Table
from data.errors import DamagedFile, Fault, PasswordProtected
from data.readers.faults import BROKEN_RECORDS, ScannedDocument
from data.readers.limits import CELLS, PAGE_OBJECTS, PAGES

SIGNATURE = b"%PDF-"
SIGNATURE_WITHIN = 1024  # a mail program may have put something in front
CLOSE = 6.0  # points: edges nearer than this are one, no column is that narrow
THROUGH = 0.5  # points on both sides of a line, from which on it runs through a character
LEAST_CHARACTERS = 20  # a scan may carry the stamp of its scanner
SETTINGS = {"vertical_strategy": "lines", "horizontal_strategy": "lines", "intersection_tolerance": 4}

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(slots=True)
class Ruled:
    """One ruled table of a page, with the characters of each of its cells."""

    page: int
    number: int
    cells: list[Box]
    characters: dict[Box, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def edges(self) -> list[float]:
        return [edge for left, _, right, _ in self.cells for edge in (left, right)]

    @property
    def top(self) -> float:
        return min(cell[1] for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text outside of the tables."""

    page: int
    top: float
    text: str


def is_pdf(content: bytes) -> bool:
    return SIGNATURE in content[:SIGNATURE_WITHIN]


def read_pdf(name: str, content: bytes) -> tuple[Table, ...]:
    """All pages as one table without a name. Raises ScannedDocument, PasswordProtected, Damaged and LimitPassed."""
    try:
        parts = list(parts_of(name, content))
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


def parts_of(name: str, content: bytes) -> Iterator[Line | Ruled]:
    import pdfplumber  # takes as long to load as a form takes to read; few files need it

    characters = 0
    with pdfplumber.open(BytesIO(content)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            PAGES.check(name, number)
            PAGE_OBJECTS.check(name, sum(len(objects) for objects in page.objects.values()))
            characters += sum(1 for each in page.chars if each["text"].strip())
            yield from parts_of_page(page, number)
            page.close()
    if characters < LEAST_CHARACTERS:
        raise ScannedDocument(name)


def parts_of_page(page: Any, number: int) -> list[Line | Ruled]:
    """Tables and lines from top to bottom."""
    from pdfplumber.utils.text import extract_text

    found = enumerate(page.find_tables(SETTINGS), 1)
    tables = [Ruled(number, count, list(joined(table.cells, page.chars))) for count, table in found]
    outside = [each for each in page.chars if not placed(each, tables)]
    lines = [Line(number, min(each["top"] for each in row), extract_text(row)) for row in rows_of(outside)]
    return sorted([*tables, *(line for line in lines if line.text.strip())], key=lambda part: part.top)


def joined(cells: Sequence[Box], characters: Sequence[dict[str, Any]]) -> Iterator[Box]:
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


def cut(cell: Box, characters: Sequence[dict[str, Any]]) -> bool:
    """The left edge of the cell runs through a character."""
    left, top, _, bottom = cell
    return any(
        each["x0"] < left - THROUGH
        and each["x1"] > left + THROUGH
        and top <= (each["top"] + each["bottom"]) / 2 < bottom
        and each["text"].strip()
        for each in characters
    )


def placed(character: dict[str, Any], tables: Sequence[Ruled]) -> bool:
    """Put a character into its cell; False where it lies in none."""
    x, y = (character["x0"] + character["x1"]) / 2, (character["top"] + character["bottom"]) / 2
    for table in tables:
        for cell in table.cells:
            if cell[0] <= x < cell[2] and cell[1] <= y < cell[3]:
                table.characters.setdefault(cell, []).append(character)
                return True
    return False


def rows_of(characters: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Characters line by line: a line ends where the next character lies wholly below it."""
    row: list[dict[str, Any]] = []
    for each in sorted(characters, key=lambda one: (one["top"] + one["bottom"]) / 2):
        if row and (each["top"] + each["bottom"]) / 2 > max(one["bottom"] for one in row[-3:]):
            yield row
            row = []
        row.append(each)
    if row:
        yield row


def cells_of(parts: Sequence[Line | Ruled]) -> Iterator[Cell]:
    """Everything under one another. Tables that are equally wide share their columns: one may run over pages."""
    columns = shared_columns([part for part in parts if isinstance(part, Ruled)])
    row = 0
    lines: dict[int, int] = {}
    for part in parts:
        if isinstance(part, Line):
            lines[part.page] = lines.get(part.page, 0) + 1
            yield Cell(row, 0, part.text.strip(), f"第{part.page}页第{lines[part.page]}行")
            row += 1
        else:
            tops = clusters([edge for _, top, _, bottom in part.cells for edge in (top, bottom)])
            yield from table_cells(part, row, tops, columns[width_of(part)])
            row += max(len(tops) - 1, 1)


def table_cells(table: Ruled, row: int, tops: list[float], lefts: list[float]) -> Iterator[Cell]:
    from pdfplumber.utils.text import extract_text

    found = []
    for box, characters in table.characters.items():
        top, left = nearest(tops, box[1]), nearest(lefts, box[0])
        height, width = nearest(tops, box[3]) - top, nearest(lefts, box[2]) - left
        text = extract_text(characters).strip()
        place = f"第{table.page}页表{table.number}第{top + 1}行第{left + 1}列"
        if text:
            found.append(Cell(row + top, left, text, place, max(height, 1), max(width, 1)))
    yield from sorted(found, key=lambda cell: (cell.row, cell.column))


def width_of(table: Ruled) -> tuple[int, int]:
    edges = table.edges
    return round(min(edges) / CLOSE), round(max(edges) / CLOSE)


def shared_columns(tables: Sequence[Ruled]) -> dict[tuple[int, int], list[float]]:
    edges: dict[tuple[int, int], list[float]] = {}
    for table in tables:
        edges.setdefault(width_of(table), []).extend(table.edges)
    return {width: clusters(found) for width, found in edges.items()}


def clusters(edges: Sequence[float]) -> list[float]:
    """The edges from left to right, those that lie close together as one."""
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > CLOSE:
            found.append(edge)
    return found


def nearest(edges: Sequence[float], edge: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - edge))

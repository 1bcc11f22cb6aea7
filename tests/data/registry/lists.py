"""Lists as a bureau keeps them, made without a file or written as a workbook."""

from collections.abc import Sequence
from pathlib import Path

from xlsxwriter import Workbook

from data.documents import Cell, Document, Table
from data.readers.sheet import letters


def sheet(text: str, spans: dict[str, int] | None = None, reader: str = "xlsx") -> Document:
    """A document of one sheet from a text table, cells between |. `spans`: how many rows a cell covers, by place."""
    rows = [[part.strip() for part in line.split("|")] for line in text.strip().splitlines()]
    places = (
        (row, column, f"{letters(column)}{row + 1}", part)
        for row, line in enumerate(rows)
        for column, part in enumerate(line)
    )
    cells = tuple(
        Cell(row, column, part, place, (spans or {}).get(place, 1)) for row, column, place, part in places if part
    )
    return Document("清单.xlsx", "0" * 64, reader, (Table("Sheet1", cells),))


def write_list(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    with Workbook(path) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return path

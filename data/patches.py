"""A document with single cells put right by hand. Pure: the original stays what it is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from data.documents import Cell, Document, Table
from data.errors import Fault
from data.texts import mark

LETTERS = re.compile(r"(?P<column>[A-Z]{1,3})(?P<row>\d+)")
WORDS = re.compile(r"(?P<before>.*?)第(?P<row>\d+)行第(?P<column>\d+)列")


class CellUnknown(Fault):
    """No cell of the document has this place, and none can be put there."""

    code = "cell_unknown"
    text = mark(
        "《{name}》中没有 {place} 这一单元格,或它属于合并单元格的一部分,无法更正。请改为更正合并区域左上角的单元格。"
    )


@dataclass(frozen=True, slots=True)
class Patch:
    """The text that a cell shall have. `table` is the name of its sheet, "" where the document has none."""

    table: str
    cell: str
    text: str


def patched(document: Document, patches: Sequence[Patch]) -> Document:
    """The document with the cells put right; a blank text empties a cell. Raises CellUnknown."""
    tables = document.tables
    for patch in patches:
        tables = put_right(document, tables, patch)
    return replace(document, tables=tables)


def put_right(document: Document, tables: tuple[Table, ...], patch: Patch) -> tuple[Table, ...]:
    """The tables with the one cell changed, in the first table where it can stand."""
    for number, table in enumerate(tables):
        cells = changed(table.cells, patch) if table.name == patch.table else None
        if cells is not None:
            return (*tables[:number], replace(table, cells=cells), *tables[number + 1 :])
    raise CellUnknown(document.name, place=patch.cell)


def changed(cells: tuple[Cell, ...], patch: Patch) -> tuple[Cell, ...] | None:
    """The cells with the one at `patch.cell` changed, or put in where it was blank; None where it cannot stand."""
    here = next((cell for cell in cells if cell.place == patch.cell), None) or blank_cell(cells, patch.cell)
    if here is None:
        return None
    others = [cell for cell in cells if cell.place != patch.cell]
    put_right = replace(here, text=patch.text.strip(), doubt="")  # whoever wrote it has looked
    kept = [*others, put_right] if patch.text.strip() else others
    return tuple(sorted(kept, key=lambda cell: (cell.row, cell.column)))


def blank_cell(cells: Iterable[Cell], place: str) -> Cell | None:
    """The cell that is blank at `place`; None where the place cannot be found or another cell is spread over it."""
    row, column = (coordinate(cells, place, part) for part in ("row", "column"))
    if row is None or column is None or any(covers(cell, row, column) for cell in cells):
        return None
    return Cell(row, column, "", place)


def coordinate(cells: Iterable[Cell], place: str, part: str) -> int | None:
    """The row or the column of a place: that of any cell whose own place names the same one."""
    asked = named_parts(place)
    if asked is None:
        return None
    if LETTERS.fullmatch(place):
        return int(asked["row"]) - 1 if part == "row" else column_number(asked["column"])
    same = (getattr(cell, part) for cell in cells if shares(named_parts(cell.place), asked, part))
    return next(same, None)


def shares(one: dict[str, str] | None, other: dict[str, str], part: str) -> bool:
    return one is not None and one["before"] == other["before"] and one[part] == other[part]


def named_parts(place: str) -> dict[str, str] | None:
    found = LETTERS.fullmatch(place) or WORDS.fullmatch(place)
    return {"before": "", **found.groupdict()} if found else None


def column_number(letters: str) -> int:
    """A → 0, Z → 25, AA → 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def covers(cell: Cell, row: int, column: int) -> bool:
    return 0 <= row - cell.row < cell.row_span and 0 <= column - cell.column < cell.column_span

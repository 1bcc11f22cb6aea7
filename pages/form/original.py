"""The original redrawn as it was filed: cells joined, doubtful ones framed, each named on hover. Pure."""

import re
from collections.abc import Mapping
from html import escape

from data import documents
from pages.form.sheet import table
from pages.shared.labels import place_name
from pages.shared.language import t
from pages.shared.table import Table

ROW = re.compile(r"第(\d+)行|^[A-Z]{1,3}(\d{1,7})$")
ROWS, COLUMNS = 400, 60  # as much of a form as is drawn
Spot = tuple[int, int]  # row and column, from 0 at the upper left corner of the form
Marks = Mapping[str, tuple[str, str]]  # place → class of its frame, and why


def grid(document: documents.Document, place: str, marks: Marks) -> str:
    """The rows of the original that the form fills, cells joined as filed, marked cells framed and named on hover."""
    cells = cells_of(document, place)
    if not cells:
        return ""
    top = cells[0].row
    height = min(max(cell.row for cell in cells) - top + 1, ROWS)
    width = min(max(cell.column for cell in cells) + 1, COLUMNS)
    starts = {(cell.row - top, cell.column): cell for cell in cells}
    covered = joined(starts, height, width)
    rows = [_row(row, width, starts, covered, marks) for row in range(height)]
    return table("", [row for row in rows if row])


def joined(starts: Mapping[Spot, documents.Cell], height: int, width: int) -> set[Spot]:
    """The spots under joined cells, inside what is drawn: a file may claim a million rows."""
    covered: set[Spot] = set()
    for (row, column), cell in starts.items():
        if (row, column) not in covered:
            rows, columns = (
                range(row, min(row + cell.row_span, height)),
                range(column, min(column + cell.column_span, width)),
            )
            covered |= {(at, beside) for at in rows for beside in columns} - {(row, column)}
    return covered


def _row(row: int, width: int, starts: Mapping[Spot, documents.Cell], covered: set[Spot], marks: Marks) -> str:
    """One row; nothing for an empty one, and a lone text (a title, a note) takes the whole row."""
    free = [column for column in range(width) if (row, column) not in covered]
    filled = [starts[row, column] for column in free if (row, column) in starts]
    if len(free) == width and len(filled) < 2:
        return f"<tr>{_cell(filled[0], marks, width)}</tr>" if filled else ""
    return f"<tr>{''.join(_cell(starts.get((row, column)), marks) for column in free)}</tr>"


def _cell(cell: documents.Cell | None, marks: Marks, across: int = 0) -> str:
    if cell is None:
        return "<td></td>"
    kind, why = marks.get(cell.place, ("", ""))
    given = {
        "class": kind,
        "rowspan": str(min(cell.row_span, ROWS)) if cell.row_span > 1 else "",
        "colspan": str(across or min(cell.column_span, COLUMNS)) if across or cell.column_span > 1 else "",
        "title": f"{place_name(cell.place)} {why}".strip(),
    }
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in given.items() if value)
    return f"<td{attributes}>{escape(cell.text)}</td>"


def cells_of(document: documents.Document, place: str) -> tuple[documents.Cell, ...]:
    """The cells of one form: of its table, from its first row to its last."""
    name, _, ends = place.rpartition("!")
    first, _, last = (row_number(end) for end in ends.partition(":"))
    if first is None or last is None:
        return ()
    tables = [one for one in document.tables if one.name == name]
    return tuple(cell for one in tables for cell in one.cells if first <= (row_number(cell.place) or 0) <= last)


def row_number(place: str) -> int | None:
    """The row that a place names: 27 of "I27", 102 of "第102行第1列"."""
    found = ROW.search(place)
    return int(found[1] or found[2]) if found else None


def marks(lines: Table, found: Table, doubts: Table, picked: int | None) -> dict[str, tuple[str, str]]:
    """Places to frame: doubtful ones, those of findings, and the picked line above all."""
    framed = {place: ("doubt", t("读取存疑")) for place in doubts.column("place")}
    framed |= {cell: ("doubt", t("核查发现")) for cell in found.column("cell") if cell}
    names = ("cell", "target_cell", "actual_cell", "score_cell")
    chosen = lines.narrowed(n=picked).only(*names) if picked is not None else lines.head(0)
    framed |= {cell: ("here", t("所选指标")) for row in chosen.rows for cell in row if cell}
    return framed

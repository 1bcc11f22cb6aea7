"""Cut a table into blocks that stand side by side: several forms, or a form and an explanation beside it."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from data.documents import Cell, Table
from data.forms.headers import is_funding_header, is_indicator_header
from data.forms.region import Row, head_meaning, is_title, row_regions, rows_of


def regions(table: Table) -> list[list[Row]]:
    """The rows of each form, from top to bottom, then from left to right; [] where the table holds none."""
    return sorted(blocks(rows_of(table)), key=lambda block: (block[0][0].row, block[0][0].column))


def blocks(rows: list[Row]) -> list[list[Row]]:
    """Cut across the whole height first, then into rows, then each of those across again."""
    if (column := boundary(rows)) is not None:
        return [block for side in split(rows, column) for block in blocks(side)]
    parts = row_regions(rows)
    return parts if len(parts) < 2 else [block for part in parts for block in across(part)]


def across(part: list[Row]) -> list[list[Row]]:
    column = boundary(part)
    return [part] if column is None else [block for side in split(part, column) for block in blocks(side)]


def boundary(rows: Sequence[Row]) -> int | None:
    """Where another form begins beside the first: no cell crosses that column, and both sides are whole forms."""
    starts = sorted({cell.column for row in rows for cell in row if is_start(cell)})
    return next((column for column in starts[1:] if not crossed(rows, column) and both_whole(rows, column)), None)


def is_start(cell: Cell) -> bool:
    return starts_form(cell.text)


@lru_cache(maxsize=8192)
def starts_form(text: str) -> bool:
    return is_title(text) or head_meaning(text) == "project"


def crossed(rows: Iterable[Row], column: int) -> bool:
    return any(cell.column < column < cell.column + cell.column_span for row in rows for cell in row)


def both_whole(rows: Sequence[Row], column: int) -> bool:
    return all(is_whole(side) for side in split(rows, column))


def is_whole(rows: Sequence[Row]) -> bool:
    """A start and a table: enough to be a form of its own."""
    return any(is_start(cell) for row in rows for cell in row) and any(
        is_indicator_header(row) or is_funding_header(row) for row in rows
    )


def split(rows: Sequence[Row], column: int) -> tuple[list[Row], list[Row]]:
    left = (tuple(cell for cell in row if cell.column < column) for row in rows)
    right = (tuple(cell for cell in row if cell.column >= column) for row in rows)
    return [row for row in left if row], [row for row in right if row]


def without_explanation(rows: list[Row]) -> tuple[list[Row], list[Cell]]:
    """The form's rows and the cells of a block beside it: behind an empty column to the right of its header."""
    header = next((row for row in rows if is_indicator_header(row)), None)
    if header is None:
        return rows, []
    edge = right_of(header[-1])
    used = {column for row in rows for cell in row for column in (cell.column, right_of(cell) - 1)}
    beyond = [column for column in used if column > edge]
    if not beyond or crossed(rows, edge) or crossed(rows, edge + 1) or edge in used:
        return rows, []
    kept, beside = split(rows, edge)
    # Below the header it may be a line that slipped, and its cells are the form's own.
    if any(row[0].row > header[0].row for row in beside):
        return rows, []
    return kept, [cell for row in beside for cell in row]


def right_of(cell: Cell) -> int:
    return cell.column + cell.column_span

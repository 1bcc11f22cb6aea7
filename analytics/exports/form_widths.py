"""How wide the columns of a form are and how high its rows, from its texts: a document as read has no sizes."""

from collections.abc import Sequence
from math import ceil

from data.documents import Cell

NARROWEST, WIDEST = 7.0, 26.0  # in characters of Excel's standard font
TALLEST = 400.0  # points; a row of Excel holds 409
LINE = 14.5  # points of one line of 10-point text


def text_width(text: str) -> int:
    """In halves of a Chinese character, which is what a column counts in."""
    return sum(1 if ord(char) < 0x2E80 else 2 for char in text)


def widths(cells: Sequence[Cell], last: int) -> tuple[float, ...]:
    """One width for each column up to `last`: about three lines for its longest text, none too narrow or too wide."""
    size = [NARROWEST] * (last + 1)
    for cell in cells:
        if cell.column_span == 1 and cell.column <= last:
            longest = max(map(text_width, cell.text.split("\n") or [""]))
            wanted = longest + 2 if longest <= 12 else longest / 3 + 6
            size[cell.column] = min(max(size[cell.column], wanted), WIDEST)
    return tuple(size)


def heights(cells: Sequence[Cell], size: Sequence[float]) -> dict[int, float]:
    """The height in points of each row that needs more than one line; joined rows share what they need."""
    result: dict[int, float] = {}
    for cell in cells:
        room = sum(size[cell.column : cell.column + cell.column_span]) - 1
        lines = sum(max(1, ceil(text_width(text) / max(room, 1))) for text in cell.text.split("\n"))
        for row in range(cell.row, cell.row + min(cell.row_span, 400)):
            needed = lines * LINE / cell.row_span + 4
            result[row] = min(max(result.get(row, LINE + 4), needed), TALLEST)
    return result

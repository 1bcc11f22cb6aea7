"""What the readers of sheets share: cells under merged areas, names of columns, sheets that are not shown."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from data.documents import Cell
from data.readers.limits import OVERLAPS

HIDDEN_MARK = "(隐藏)"  # behind the name of a sheet that is not shown
BOOLEANS = {"1": "TRUE", "0": "FALSE"}
Area = tuple[int, int, int, int]  # first row, first column, last row, last column, from 0
Found = tuple[int, int, str]  # row, column, text


def with_spans(name: str, found: Sequence[Found], merges: Sequence[Area]) -> Iterator[Cell]:
    """The cells that can be seen: what lies under a merged cell is covered by it. Both come sorted."""
    spans = {area[:2]: area for area in merges}
    active: list[Area] = []
    covered: list[tuple[int, int]] = []  # the columns that areas take in the current row, first and last
    current, number = -1, ""
    waiting = iter([*merges, (10**9, 0, 0, 0)])
    following = next(waiting)
    for row, column, text in found:
        while following[0] <= row:
            active.append(following)
            following = next(waiting)
        if row != current:
            current, number = row, str(row + 1)
            active = [area for area in active if area[2] >= row]
            OVERLAPS.check(name, len(active))
            covered = [(left, right) for _, left, _, right in active]
        area = spans.get((row, column))
        if area is not None:
            yield Cell(row, column, text, letters(column) + number, area[2] - row + 1, area[3] - column + 1)
        elif not covered or not any(left <= column <= right for left, right in covered):
            yield Cell(row, column, text, letters(column) + number)


@lru_cache(maxsize=1024)
def letters(column: int) -> str:
    """0 → A, 26 → AA."""
    name = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(65 + digit) + name
    return name

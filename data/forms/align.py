"""Read a row whose cells slipped: the cheapest way to give each filled cell a role, from left to right.

Cells keep their order and roles keep theirs. What costs: a cell whose text does not fit its role, a change of the
distance to the header between neighbours, and a cell that is left without a role. A well-formed row costs nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from data.documents import Cell
from data.forms.fit import FIT, MISFIT, kind_of
from data.forms.headers import OTHER, Column

START = 0.5  # per column, for a row that begins away from its header
JUMP = 1.0  # per column, for a change of distance inside the row
LONGEST_JUMP = 4  # further away is no worse
LEFT_OVER = 6.0  # for a cell without a role
LEFT_OVER_LABEL = 2.0  # a level label that is printed twice
WELL_FORMED = 0.5  # a misfit up to here raises no question where the cell stands under its header
CLOSE = 0.75  # two readings within this cost of each other are a doubt
MOST_CELLS = 40
FIGURES = frozenset({"target", "actual", "points", "score"})
LABELS = frozenset({"level1", "level2", "level"})

Path = tuple[tuple[int, int], ...]  # (cell, column) from left to right
Step = tuple[float, float, list[tuple[float, Path]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A role for each cell of a row (None: left over), what it cost, and whether another reading is as good."""

    roles: tuple[str | None, ...]
    cost: float
    doubtful: bool = False

    def cells(self, row: Sequence[Cell]) -> dict[str, Cell]:
        return {role: cell for role, cell in zip(self.roles, row, strict=False) if role is not None and role != OTHER}

    def others(self, row: Sequence[Cell]) -> list[Cell]:
        """The cells of columns that no record keeps."""
        return [cell for role, cell in zip(self.roles, row, strict=False) if role == OTHER]


def read_row(row: Sequence[Cell], columns: Sequence[Column]) -> Reading:
    """The best reading of one row under `columns`."""
    return under_header(row, columns) or aligned(row[:MOST_CELLS], columns)


def under_header(row: Sequence[Cell], columns: Sequence[Column]) -> Reading | None:
    """The plain case: every cell stands under its own header and fits."""
    roles: list[str | None] = []
    index = 0
    for cell in row:
        while index < len(columns) and columns[index].end < cell.column:
            index += 1
        if (
            index == len(columns)
            or not stands_under(cell, columns[index])
            or cost_of(cell, columns[index]) > WELL_FORMED
        ):
            return None
        roles.append(columns[index].role)
        index += 1
    return Reading(tuple(roles), 0.0)


def stands_under(cell: Cell, column: Column) -> bool:
    return cell.column <= column.end and cell.column + cell.column_span > column.start


def position(cell: Cell, columns: Sequence[Column]) -> float:
    """Where a cell stands, counted in headers: 2 under the third, 2.5 in a gap behind it, further on outside of all."""
    if not columns or cell.column > columns[-1].end:
        return len(columns) - 1 + cell.column - (columns[-1].end if columns else 0)
    if cell.column < columns[0].start:
        return cell.column - columns[0].start
    index = max(index for index, column in enumerate(columns) if column.start <= cell.column)
    return index if cell.column <= columns[index].end else index + 0.5


def distances(row: Sequence[Cell], columns: Sequence[Column]) -> dict[tuple[int, int], float]:
    """(cell, column) → headers to the right of the column's own, negative to the left; 0 where the two overlap."""
    return {
        (i, j): 0 if stands_under(cell, column) else position(cell, columns) - j
        for i, cell in enumerate(row)
        for j, column in enumerate(columns)
    }


def cost_of(cell: Cell, column: Column) -> float:
    return FIT[kind_of(cell.text)].get(column.role, MISFIT)


def aligned(row: Sequence[Cell], columns: Sequence[Column]) -> Reading:
    """The two cheapest paths to every (cell, column), then to the end of the row."""
    skip = [0.0]
    for cell in row:
        skip.append(skip[-1] + (LEFT_OVER_LABEL if kind_of(cell.text) in LABELS else LEFT_OVER))
    # For every cell and column: (distance there, what skipping costs up to and with this cell, its two paths).
    best: list[list[Step]] = []
    offsets = distances(row, columns)
    for i, cell in enumerate(row):
        here: list[Step] = []
        for j, column in enumerate(columns):
            offset = offsets[i, j]
            ways: list[tuple[float, Path]] = [(skip[i] + START * min(abs(offset), LONGEST_JUMP), ())]
            for steps in best:
                for distance, left_out, found in steps[:j]:
                    jump = JUMP * min(abs(offset - distance), LONGEST_JUMP) + skip[i] - left_out
                    ways += [(cost + jump, path) for cost, path in found]
            ways.sort()
            fit = cost_of(cell, column)
            here.append((offset, skip[i + 1], [(cost + fit, (*path, (i, j))) for cost, path in ways[:2]]))
        best.append(here)
    ends = [
        (cost + skip[-1] - left_out, path) for steps in best for _, left_out, found in steps for cost, path in found
    ]
    return chosen(sorted([*ends, (skip[-1], ())]), row, columns)


def chosen(ends: list[tuple[float, Path]], row: Sequence[Cell], columns: Sequence[Column]) -> Reading:
    cost, path = ends[0]
    figures = figures_of(path, row, columns)
    rivals = (other for other_cost, other in ends[1:] if other_cost - cost < CLOSE)
    doubtful = any(figures_of(other, row, columns) != figures for other in rivals)
    roles: list[str | None] = [None] * len(row)
    for i, j in path:
        roles[i] = columns[j].role
    return Reading(tuple(roles), cost, doubtful)


def figures_of(path: Path, row: Sequence[Cell], columns: Sequence[Column]) -> dict[str, str]:
    return {columns[j].role: row[i].text for i, j in path if columns[j].role in FIGURES}

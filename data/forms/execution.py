"""预算执行率 as a row among the lines: its points are those of the money, not of an indicator."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from data.documents import Cell
from data.forms.align import read_row, stands_under
from data.forms.cells import Figures
from data.forms.folding import bare, fold
from data.forms.headers import Column, is_block_label
from data.forms.joined import divided
from data.forms.layouts import synonyms
from data.forms.levels import without_points
from data.forms.region import Row
from data.records import Funding

LABELS = frozenset({"level1", "level2", "name"})


@dataclass(frozen=True, slots=True)
class Execution:
    """The points of execution among the lines: (points, score, one unit of its last decimal)."""

    row: Row
    points: Decimal | None
    score: Decimal | None
    step: Decimal | None


def without_execution(
    rows: Sequence[Row], columns: Sequence[Column], funding: Sequence[Funding], figures: Figures
) -> tuple[list[Row], tuple[Funding, ...]]:
    """The lines without the row of execution, and the funding with its points, where the block of money prints none.

    Where it prints others, or nothing is known of the money, the row stays a line.
    """
    total = next((row for row in funding if row.source_of_funds == "total"), None)
    index = next((index for index, row in enumerate(rows) if is_execution(row, columns)), None)
    if total is None or index is None:
        return list(rows), tuple(funding)
    cells = divided(read_row(rows[index], columns).cells(rows[index]))
    points, _ = figures.points(cells.get("points"))
    score, step = figures.points(cells.get("score"))
    if total.points not in (None, points) or total.filed_score not in (None, score):
        return list(rows), tuple(funding)
    figures.ledger.read(*rows[index])
    whole = replace(total, points=points, filed_score=score, filed_score_step=step or total.filed_score_step)
    return [row for row in rows if row is not rows[index]], tuple(whole if row is total else row for row in funding)


def is_execution(row: Row, columns: Sequence[Column]) -> bool:
    """All labels of the row say execution, from the first column of labels on: under a level it is an indicator."""
    first = next((column for column in columns if column.role in LABELS), None)
    cells = [cell for cell in row if not is_block_label(cell)]
    if first is None or not cells or not stands_under(cells[0], first):
        return False
    last = max(column.end for column in columns if column.role in LABELS)
    return all(says_execution(cell) for cell in cells if cell.column <= last)


def says_execution(cell: Cell) -> bool:
    return bool({fold(cell.text), bare(cell.text), without_points(cell.text)} & synonyms().execution_lines)

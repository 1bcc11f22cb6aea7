"""年度总体目标: what was promised and what was reached."""

from collections.abc import Sequence

from data.documents import Cell
from data.forms.folding import tidy
from data.forms.layouts import meaning, synonyms
from data.forms.ledger import Ledger
from data.forms.region import Row

SIDES = ("goal", "goal_reached")


def read_goals(rows: Sequence[Row], ledger: Ledger) -> tuple[str | None, str | None]:
    """(goal, goal reached) from the rows of the head that are not read yet; paragraphs are joined by line breaks."""
    texts: dict[str, list[str]] = {side: [] for side in SIDES}
    labels: list[tuple[Cell, str]] = []
    for row in rows:
        cells = [cell for cell in row if not ledger.is_settled(cell)]
        here = [(cell, side) for cell in cells if (side := meaning(cell.text, synonyms().head)) in ("goals", *SIDES)]
        ledger.read(*(cell for cell, _ in here))
        labels = here or labels
        values = [cell for cell in cells if not ledger.is_settled(cell)]
        if labels:
            for side, cell in sided(values, [(cell, side) for cell, side in labels if side in SIDES], bool(here)):
                texts[side].append(tidy(cell.text))
                ledger.read(cell)
    goal, reached = ("\n".join(texts[side]) or None for side in SIDES)
    return goal, reached


def sided(values: list[Cell], labels: list[tuple[Cell, str]], same_row: bool) -> list[tuple[str, Cell]]:
    """Each text with its side: the label above it, or to its left in the same row."""
    if not labels:
        return [("goal", cell) for cell in values]
    if len(values) == len(labels) and not same_row:
        return [(side, cell) for (_, side), cell in zip(labels, values, strict=True)]
    return [
        (next((side for label, side in reversed(labels) if label.column <= cell.column), labels[0][1]), cell)
        for cell in values
    ]

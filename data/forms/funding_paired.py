"""项目资金 in pairs: labels and figures by turns, 预算数 88 执行数 80."""

from collections.abc import Sequence
from itertools import pairwise

from data.documents import Cell
from data.forms.cells import Figures
from data.forms.fit import kind_of
from data.forms.funding_rows import FEWEST_FIGURES, FIGURE_KINDS, FundingRow, overlap, records_of
from data.forms.headers import FUNDING_CORE, OTHER, funding_role, is_funding_header
from data.forms.layouts import meaning, synonyms
from data.forms.region import Row
from data.records import Funding


def is_paired(row: Row) -> bool:
    """Labels and figures by turns in one row: 预算数 88 执行数 80 执行率 91%, or 资金总额 88 实际支出 80."""
    labelled = [label.text for label, _ in pairs_of(row)]
    return len(labelled) >= FEWEST_FIGURES and (
        is_funding_header(row) or any(meaning(text, synonyms().funding_columns) in FUNDING_CORE for text in labelled)
    )


def pairs_of(row: Row) -> list[tuple[Cell, Cell]]:
    """Each figure with the label in front of it."""
    return [
        (label, cell)
        for label, cell in pairwise(row)
        if kind_of(label.text) not in FIGURE_KINDS and kind_of(cell.text) in FIGURE_KINDS
    ]


def names_sources(row: Row) -> bool:
    """A source and its figure several times: 其中:财政拨款 80 其中:财政拨款 72, below 预算数 88 执行数 80."""
    labels = [label.text for label, _ in pairs_of(row)]
    return len(labels) >= FEWEST_FIGURES and all(meaning(text, synonyms().funding_rows) for text in labels)


def read_paired(rows: Sequence[Row], figures: Figures) -> tuple[Funding, ...]:
    """The total, and the sources named beside or below its figures, from rows of pairs.

    Each figure stands behind its label. That of a source is of the same kind as the figure in front of it, as in
    全年预算数 88 其中:财政拨款 80, else as the one above it. A total without a further word is the budget.
    """
    found: dict[str, tuple[FundingRow, dict[str, Cell]]] = {}
    above: list[tuple[Cell, str]] = []
    for row in rows:
        here: list[tuple[Cell, str]] = []
        for label, cell in pairs_of(row):
            figures.ledger.read(label)
            source = meaning(label.text, synonyms().funding_rows)
            funded = FundingRow(source or "total", label, ())
            role = role_of_pair(label, cell, source, above if names_sources(row) else here)
            here.append((cell, role))
            _, cells = found.setdefault(funded.named, (funded, {}))
            if role == OTHER:
                figures.ledger.issue("not_recorded", cell)
            elif role in cells:
                figures.ledger.issue("funding_row_repeated", cell)
            else:
                cells[role] = cell
        above = above if names_sources(row) else here
    return tuple(records_of(list(found.values()), figures))


def role_of_pair(label: Cell, cell: Cell, source: str | None, others: Sequence[tuple[Cell, str]]) -> str:
    """What a figure behind its label is; a source's takes it from `others`, in front of it or above."""
    if source is None:
        return funding_role(label.text)
    if source == "total":
        return "adjusted"
    role = others[-1][1] if others and others[-1][0].row == cell.row else OTHER
    return next((role for other, role in others if overlap(other, cell)), role)

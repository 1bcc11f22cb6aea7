"""项目资金 turned round: the sources of funds side by side, 预算数, 执行数 and 执行率 one below the other."""

from collections.abc import Sequence
from itertools import takewhile
from typing import cast

from data.documents import Cell
from data.forms.cells import Figures
from data.forms.fit import kind_of
from data.forms.funding_rows import (
    FEWEST_FIGURES,
    FIGURE_KINDS,
    LABEL_WITHIN,
    FundingRow,
    overlap,
    records_of,
    with_label_points,
)
from data.forms.headers import OTHER, funding_role
from data.forms.layouts import meaning, synonyms
from data.forms.region import Row
from data.records import Funding


def turned_block(rows: Sequence[Row]) -> list[Row]:
    """A block turned round: the sources of funds side by side, 预算数, 执行数 and 执行率 one below the other."""
    for index, row in enumerate(rows):
        lines = list(takewhile(is_turned_line, rows[index + 1 :])) if heads_sources(row) else []
        if len(lines) >= FEWEST_FIGURES:
            return [row, *lines]
    return []


def heads_sources(row: Row) -> bool:
    sources = [cell for cell in row if meaning(cell.text, synonyms().funding_rows)]
    return len(sources) >= FEWEST_FIGURES and all(kind_of(cell.text) not in FIGURE_KINDS for cell in row)


def is_turned_line(row: Row) -> bool:
    label = turned_label(row)
    return label is not None and any(cell.column > label.column for cell in row)


def turned_label(row: Row) -> Cell | None:
    return next((cell for cell in row[:LABEL_WITHIN] if meaning(cell.text, synonyms().funding_columns)), None)


def read_turned(rows: Sequence[Row], figures: Figures) -> tuple[Funding, ...]:
    """One record per source of the first row, from the figures below it."""
    header, *lines = rows
    figures.ledger.read(*header)
    sources = [(cell, source) for cell in header if (source := meaning(cell.text, synonyms().funding_rows))]
    found: dict[Cell, dict[str, Cell]] = {cell: {} for cell, _ in sources}
    for line in lines:
        label = cast("Cell", turned_label(line))
        role = funding_role(label.text)
        figures.ledger.read(*(cell for cell in line if cell.column <= label.column))
        for cell in line:
            above = next((source for source, _ in sources if overlap(source, cell)), None)
            if above is not None and role != OTHER and role not in found[above]:
                found[above][role] = cell
            elif cell.column > label.column:
                figures.ledger.issue("not_recorded", cell)
    rows_found = [FundingRow(named, cell, tuple(found[cell].values())) for cell, named in sources]
    return with_label_points(records_of([(row, found[row.label]) for row in rows_found], figures), rows)

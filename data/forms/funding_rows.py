"""A row of 项目资金 and the record made of it, whatever the shape of the block."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from data.documents import Cell
from data.forms.amounts import figure, folded
from data.forms.cells import Figures
from data.forms.fit import kind_of
from data.forms.folding import bare
from data.forms.region import Row
from data.records import Funding, SourceOfFunds

FIGURE_KINDS = frozenset({"figure", "large", "quantity", "percent", "dash"})
FEWEST_FIGURES = 2
LABEL_WITHIN = 3  # a row's label is one of its first cells
LEVEL = "level"  # a level of government, in the words of the rows
# The points of execution, in the block's own label or in that of its scores: (20分), 得分(20分×执行率).
LABEL_POINTS = re.compile(r"\((\d{1,2}(?:\.\d+)?)分(?:[*×xX]执行率)?\)")


@dataclass(frozen=True, slots=True)
class FundingRow:
    """A row of the block: its label and the cells behind it."""

    meaning: str
    label: Cell
    figures: Row

    @property
    def source(self) -> SourceOfFunds:
        """Money of any level of government is fiscal money."""
        return "appropriation" if self.meaning == LEVEL else cast("SourceOfFunds", self.meaning)

    @property
    def named(self) -> str:
        """What may come once: 单位资金 and 其他资金 are two sources; a second 财政拨款 is a part of the first."""
        return bare(self.label.text) if self.meaning in ("other", LEVEL) else self.source

    def counted(self, seen: Sequence["FundingRow"]) -> bool:
        """Whether the rows before hold this one's money: the same source, or fiscal money whole and by levels."""
        fiscal = {row.meaning for row in seen if row.source == "appropriation"}
        divided = self.source == "appropriation" and bool(fiscal) and fiscal != {self.meaning}
        return divided or any(row.named == self.named for row in seen)


def records_of(found: Sequence[tuple[FundingRow, Mapping[str, Cell]]], figures: Figures) -> list[Funding]:
    """One record per source and the cells of its roles; what an earlier one counts already is an issue."""
    records: list[Funding] = []
    seen: list[FundingRow] = []
    for row, cells in found:
        if row.counted(seen):
            for cell in cells.values():
                figures.ledger.issue("funding_row_repeated", cell)
        elif (record := record_of(row, cells, figures)) is not None:
            seen.append(row)
            records.append(record)
    return records


def record_of(row: FundingRow, cells: Mapping[str, Cell], figures: Figures) -> Funding | None:
    """The record from the cell of each role; None where all of it is blank."""
    initial, adjusted, executed = (figures.money(cells.get(role)) for role in ("initial", "adjusted", "executed"))
    points, _ = figures.points(cells.get("points"))
    rate = figures.rate(cells.get("rate"), executed / adjusted if executed is not None and adjusted else None)
    score = figures.points(cells.get("score"))
    if all(part is None for part in (initial, adjusted, executed, points, rate[0], score[0])):
        return None
    return Funding(row.source, initial, adjusted, executed, points, *rate, *score, cell=row.label.place)


def with_label_points(records: Sequence[Funding], rows: Sequence[Row]) -> tuple[Funding, ...]:
    """The total with the points that only the labels name, where they all name the same."""
    labels = (cell.text for row in rows for cell in row if kind_of(cell.text) not in FIGURE_KINDS)
    printed = {found[1] for text in labels for found in LABEL_POINTS.finditer(folded(text))}
    points = figure(printed.pop()) if len(printed) == 1 else None
    return tuple(
        replace(record, points=points[0])
        if points and record.source_of_funds == "total" and record.points is None
        else record
        for record in records
    )


def overlap(one: Cell, other: Cell) -> bool:
    return one.column < other.column + other.column_span and other.column < one.column + one.column_span

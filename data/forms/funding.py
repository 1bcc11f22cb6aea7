"""项目资金: one record per source of funds, its columns found by the header or by the layout's order."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import cast

from data.documents import Cell
from data.forms.align import read_row
from data.forms.amounts import figure, folded, is_blank
from data.forms.cells import Figures
from data.forms.fit import kind_of
from data.forms.folding import bare
from data.forms.headers import (
    FUNDING_CORE,
    OTHER,
    Column,
    bind_funding,
    default_columns,
    funding_role,
    is_funding_header,
)
from data.forms.layouts import Layout, meaning, synonyms
from data.forms.ledger import Ledger
from data.forms.region import Row
from data.records import Funding, SourceOfFunds

FIGURE_KINDS = frozenset({"figure", "large", "quantity", "percent", "dash"})
FEWEST_FIGURES = 2
LEVEL = "level"  # a level of government, in the words of the rows
# The points of execution, in the block's own label or in that of its scores: (20分), 得分(20分×执行率).
LABEL_POINTS = re.compile(r"\((\d{1,2}(?:\.\d+)?)分(?:[*×xX]执行率)?\)")
LABEL_WITHIN = 3  # a row's label is one of its first cells


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


def funding_block(rows: Sequence[Row]) -> list[Row]:
    """The rows of the head that tell of money."""
    if turned := turned_block(rows):
        return turned
    block = [row for row in rows if is_funding_row(row)]
    # A rate in the head is no funding by itself; beside figures in pairs it is one of them.
    return [row for row in rows if is_funding_row(row) or is_paired(row)] if any(map(is_paired, block)) else block


def read_funding(rows: Sequence[Row], layout: Layout, figures: Figures) -> tuple[Funding, ...]:
    """The funding rows of the head, without the wholly empty ones. A source that comes twice is an issue."""
    if rows and rows == turned_block(rows):
        return read_turned(rows, figures)
    if any(map(is_paired, rows)):
        return read_paired([row for row in rows if is_paired(row) or names_sources(row)], figures)
    headed = next((index for index, row in enumerate(rows) if is_funding_header(row)), 0)
    found = [
        row
        for index, cells in enumerate(rows)
        # Bare figures above the header are those of other years.
        if (row := funding_row(cells) or (unlabelled_row(cells) if index >= headed else None)) is not None
    ]
    columns = header_columns(rows, figures.ledger) or missing_header(found, layout, figures.ledger)
    records: list[Funding] = []
    seen: list[FundingRow] = []
    for row in found:
        if row.label not in row.figures:
            figures.ledger.read(row.label)
        if row.counted(seen) and not all(is_blank(cell.text) for cell in row.figures):
            for cell in row.figures:
                figures.ledger.issue("funding_row_repeated", cell)
        elif (record := funding_record(row, columns, figures)) is not None:
            seen.append(row)
            records.append(record)
    return with_label_points(records, rows)


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


def overlap(one: Cell, other: Cell) -> bool:
    return one.column < other.column + other.column_span and other.column < one.column + one.column_span


def funding_row(row: Row) -> FundingRow | None:
    for index, cell in enumerate(row[:LABEL_WITHIN]):
        if source := meaning(cell.text, synonyms().funding_rows):
            return FundingRow(source, cell, row[index + 1 :])
    return None


def is_funding_row(row: Row) -> bool:
    return funding_row(row) is not None or is_funding_header(row) or unlabelled_row(row) is not None


def unlabelled_row(row: Row) -> FundingRow | None:
    """A row of bare figures below the header: the form has no parts, so it is the total."""
    if len(row) >= FEWEST_FIGURES and all(kind_of(cell.text) in FIGURE_KINDS for cell in row):
        return FundingRow("total", row[0], row)
    return None


def note_strangers(rows: Sequence[Row], known: Sequence[Row], ledger: Ledger) -> None:
    """Rows of figures below the block's header whose source of funds no record keeps, such as 基本支出."""
    if not known:
        return
    for row in rows:
        figures = [cell for cell in row if kind_of(cell.text) in FIGURE_KINDS]
        if (
            row[0].row > known[0][0].row
            and len(figures) >= FEWEST_FIGURES
            and not any(ledger.is_read(cell) for cell in row)
        ):
            ledger.read(*(cell for cell in row if cell.text and is_blank(cell.text)))
            for cell in row:
                if not ledger.is_read(cell):
                    ledger.issue("funding_row_unknown", cell)


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


def header_columns(rows: Sequence[Row], ledger: Ledger) -> tuple[Column, ...]:
    header = next((row for row in rows if is_funding_header(row)), None)
    if header is None:
        return ()
    ledger.read(*header)
    return bind_funding(header)


def missing_header(rows: Sequence[FundingRow], layout: Layout, ledger: Ledger) -> tuple[Column, ...]:
    starts = sorted({cell.column for row in rows for cell in row.figures})
    if starts:
        ledger.issue("funding_header_missing", rows[0].label, layout.name)
    return default_columns(layout.funding_columns, starts)


def funding_record(row: FundingRow, columns: Sequence[Column], figures: Figures) -> Funding | None:
    """The record of one row; None where all of it is blank."""
    reading = read_row(row.figures, columns)
    cells = reading.cells(row.figures)
    for cell in reading.others(row.figures):
        figures.ledger.issue("not_recorded", cell)
    if reading.doubtful:
        figures.ledger.issue("doubtful_row", row.label)
    return record_of(row, cells, figures)


def record_of(row: FundingRow, cells: Mapping[str, Cell], figures: Figures) -> Funding | None:
    """The record from the cell of each role; None where all of it is blank."""
    initial, adjusted, executed = (figures.money(cells.get(role)) for role in ("initial", "adjusted", "executed"))
    points, _ = figures.points(cells.get("points"))
    rate = figures.rate(cells.get("rate"), executed / adjusted if executed is not None and adjusted else None)
    score = figures.points(cells.get("score"))
    if all(part is None for part in (initial, adjusted, executed, points, rate[0], score[0])):
        return None
    return Funding(row.source, initial, adjusted, executed, points, *rate, *score, cell=row.label.place)

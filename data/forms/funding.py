"""项目资金: one record per source of funds, its columns found by the header or by the layout's order."""

from collections.abc import Sequence

from data.forms.align import read_row
from data.forms.amounts import is_blank
from data.forms.cells import Figures
from data.forms.fit import kind_of
from data.forms.folding import fold
from data.forms.funding_paired import is_paired, names_sources, read_paired
from data.forms.funding_rows import (
    FEWEST_FIGURES,
    FIGURE_KINDS,
    LABEL_WITHIN,
    FundingRow,
    record_of,
    with_label_points,
)
from data.forms.funding_turned import read_turned, turned_block
from data.forms.headers import Column, bind_funding, default_columns, is_funding_header
from data.forms.joined import divided
from data.forms.layouts import Layout, meaning, synonyms
from data.forms.ledger import Ledger
from data.forms.region import Row
from data.records import Funding


def funding_block(rows: Sequence[Row]) -> list[Row]:
    """The rows of the head that tell of money."""
    if turned := turned_block(rows):
        return turned
    whole = whole_row(rows)
    block = [row for row in rows if is_funding_row(row) or row is whole]
    # A rate in the head is no funding by itself; beside figures in pairs it is one of them.
    return [row for row in rows if row in block or is_paired(row)] if any(map(is_paired, block)) else block


def whole_row(rows: Sequence[Row]) -> Row | None:
    """The row right below the header that goes by a name of its own, where the next one tells its parts: 其中."""
    return next(
        (
            row
            for header, row, parts in zip(rows, rows[1:], rows[2:], strict=False)
            if is_funding_header(header) and not is_funding_row(row) and funding_row(parts) and begins_with_parts(parts)
            if sum(kind_of(cell.text) in FIGURE_KINDS for cell in row) >= FEWEST_FIGURES
        ),
        None,
    )


def begins_with_parts(row: Row) -> bool:
    return any(fold(cell.text).startswith("其中") for cell in row[:LABEL_WITHIN])


def named_whole(row: Row) -> FundingRow:
    """The total, whatever its row is called."""
    first = next(index for index, cell in enumerate(row) if kind_of(cell.text) in FIGURE_KINDS)
    return FundingRow("total", row[max(first - 1, 0)], row[first:])


def read_funding(rows: Sequence[Row], layout: Layout, figures: Figures) -> tuple[Funding, ...]:
    """The funding rows of the head, without the wholly empty ones. A source that comes twice is an issue."""
    if rows and rows == turned_block(rows):
        return read_turned(rows, figures)
    if any(map(is_paired, rows)):
        return read_paired([row for row in rows if is_paired(row) or names_sources(row)], figures)
    headed = next((index for index, row in enumerate(rows) if is_funding_header(row)), 0)
    whole = whole_row(rows)
    found = [named_whole(whole)] if whole else []
    found += [
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
    cells = divided(reading.cells(row.figures))
    for cell in reading.others(row.figures):
        figures.ledger.issue("not_recorded", cell)
    if reading.doubtful:
        figures.ledger.issue("doubtful_row", row.label)
    return record_of(row, cells, figures)

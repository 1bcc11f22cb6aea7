"""Where a form's parts begin and end: title, head, indicators, total, remarks and notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from data.forms.fit import kind_of
from data.forms.folding import fold
from data.forms.funding import funding_row, is_funding_row
from data.forms.head import labelled
from data.forms.headers import indicator_meaning, is_funding_header, is_indicator_header, is_split_header
from data.forms.layouts import meaning, synonyms
from data.forms.region import Row, is_preface, is_project_row, title_of
from data.forms.remarks import is_remark_row
from data.forms.totals import is_subtotal_row, is_total_row

NOTE = re.compile(rf"[(\uff08]?({'|'.join(synonyms().notes)})\s*\d*\s*([:\uff1a、.\uff0e]|$)")
FEWEST_IN_LINE = 4
LABEL_KINDS = ("level", "level1", "level2")


@dataclass(frozen=True, slots=True)
class Sections:
    """The rows of one form. `header` is empty where the indicators have none."""

    outside: list[Row]
    opening: list[Row]
    head: list[Row]
    header: list[Row]
    lines: list[Row]
    skipped: list[Row]
    total: Row | None
    foot: list[Row]
    remarks: list[Row]
    notes: list[Row]

    @property
    def is_form(self) -> bool:
        return bool(self.header or self.lines) or any(funding_row(row) for row in self.head)


def sections_of(rows: list[Row]) -> Sections:
    """Cut a form at its title, its table of indicators, its total and its notes."""
    title = next((index for index, row in enumerate(rows) if title_of(row)), 0)
    opening = title
    while opening > 0 and is_preface(rows[opening - 1][0].text):
        opening -= 1
    header = next((index for index, row in enumerate(rows) if is_indicator_header(row)), None)
    block = header if header is not None else first_level_row(rows)
    if header and reaches_down(rows[header - 1], rows[header]):
        block = header - 1
    named = next(
        (index for index, row in enumerate(rows[:block]) if index > title and is_project_row(row)),
        first_after_opening(rows, title, block),
    )
    lines = block if header is None else header
    while header is not None and lines < len(rows) and lines < header + 2 and is_header(rows, header, lines):
        lines += 1
    said = [index for index in range(lines, len(rows)) if is_note(rows[index])]
    # A note between the lines ends nothing: those below it are lines all the same.
    last = max((index for index in range(lines, len(rows)) if belongs_to_lines(rows[index])), default=lines)
    notes = next((index for index in said if index > last), len(rows))
    between = {index for index in range(lines, notes) if index in said or is_signed(rows[index])}
    remarks = [index for index in range(lines, notes) if is_remark_row(rows[index])]
    totals = [index for index in range(lines, notes) if is_total_row(rows[index])]
    total = totals[-1] if totals else None
    end = total if total is not None and total > lines else notes
    behind = [index for index in range(end + 1, notes) if is_line(rows[index])] if end == total else []
    is_headed = any(map(is_funding_header, rows[named:block]))
    money = [] if is_headed else funding_below(rows, lines, notes, total)
    end = max([end, *(index + 1 for index in behind)])
    skipped = {index for index in range(lines, end) if is_subtotal_row(rows[index]) or index in totals} - {*money}
    return Sections(
        outside=rows[:opening],
        opening=rows[opening:named],
        head=[*rows[named:block], *(rows[index] for index in money)],
        header=rows[block:lines],
        lines=[rows[index] for index in range(lines, end) if index not in {*skipped, *remarks, *money, *between}],
        skipped=[rows[index] for index in sorted(skipped) if index != total],
        total=rows[total] if total is not None else None,
        foot=[
            rows[index]
            for index in range(lines, notes)
            if index not in {*remarks, *totals, *money, *said} and (index >= end or index in between)
        ],
        remarks=[rows[index] for index in remarks],
        notes=[*(rows[index] for index in said if index < notes), *rows[notes:]],
    )


def is_header(rows: Sequence[Row], header: int, index: int) -> bool:
    """The header's own row, or the one below it that is a part of it."""
    return is_indicator_header(rows[index]) or (index > header and is_split_header(rows[header], rows[index]))


def reaches_down(above: Row, header: Row) -> bool:
    """The row above the header heads some of its columns, in cells that are drawn down beside it."""
    free = {cell.column for cell in above} - {cell.column for cell in header}
    return any(
        cell.column in free and cell.row + cell.row_span > header[0].row and indicator_meaning(cell.text) is not None
        for cell in above
    )


def is_note(row: Row) -> bool:
    is_label = fold(row[0].text) in synonyms().notes
    return is_label or (len(row) <= 2 and NOTE.match(row[0].text) is not None)


def belongs_to_lines(row: Row) -> bool:
    return is_line(row) or is_total_row(row) or is_indicator_header(row)


def is_signed(row: Row) -> bool:
    """Who signed and when: 单位负责人:某人."""
    pairs = labelled(row[0].text, synonyms().head)
    return bool(pairs) and all(name == "unrecorded" for name, _ in pairs)


def is_line(row: Row) -> bool:
    """A line of indicators behind the total, which some forms print in the middle."""
    return len(row) >= FEWEST_IN_LINE and any(kind_of(cell.text) in LABEL_KINDS for cell in row[:3])


def funding_below(rows: Sequence[Row], start: int, end: int, total: int | None) -> list[int]:
    """The block of funding with its heading, where it stands below the indicators, before or behind the total."""
    first = next((index for index in range(start, end) if is_funding_header(rows[index])), end)
    block = list(takewhile(lambda index: index != total and is_funding_row(rows[index]), range(first, end)))
    above = rows[first - 1] if block else ()
    return [first - 1, *block] if len(above) == 1 and is_funding_heading(above[0].text) else block


def is_funding_heading(text: str) -> bool:
    return meaning(text, synonyms().head) == "funding"


def first_after_opening(rows: Sequence[Row], title: int, block: int) -> int:
    """Where the head begins in a form that names no project: below the title and its year."""
    index = title + 1
    while index < block and len(rows[index]) == 1 and is_preface(rows[index][0].text):
        index += 1
    return min(index, block)


def first_level_row(rows: Sequence[Row]) -> int:
    """Where the lines begin when their header is missing: the first row with a level label in front."""
    return next(
        (
            i
            for i, row in enumerate(rows)
            if len(row) > 1 and any(kind_of(cell.text) in LABEL_KINDS for cell in row[:3])
        ),
        len(rows),
    )

"""Where a form's parts begin and end: title, head, indicators, total, remarks and notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.forms.fit import kind_of
from data.forms.funding import funding_row
from data.forms.headers import is_indicator_header
from data.forms.layouts import synonyms
from data.forms.region import Row, is_preface, is_project_row, title_of
from data.forms.remarks import is_remark_row
from data.forms.totals import is_subtotal_row, is_total_row

NOTE = re.compile(rf"[(\uff08]?({'|'.join(synonyms().notes)})\s*\d*\s*([:\uff1a、.\uff0e]|$)")
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
    named = next(
        (index for index, row in enumerate(rows[:block]) if index > title and is_project_row(row)),
        first_after_opening(rows, title, block),
    )
    lines = block
    while header is not None and lines < len(rows) and lines < header + 2 and is_indicator_header(rows[lines]):
        lines += 1
    notes = next(
        (index for index in range(lines, len(rows)) if len(rows[index]) <= 2 and NOTE.match(rows[index][0].text)),
        len(rows),
    )
    remarks = [index for index in range(lines, notes) if is_remark_row(rows[index])]
    totals = [index for index in range(lines, notes) if is_total_row(rows[index])]
    end = totals[-1] if totals and totals[-1] > lines else notes
    skipped = {index for index in range(lines, end) if is_subtotal_row(rows[index]) or index in totals}
    return Sections(
        outside=rows[:opening],
        opening=rows[opening:named],
        head=rows[named:block],
        header=rows[block:lines],
        lines=[rows[index] for index in range(lines, end) if index not in skipped and index not in remarks],
        skipped=[rows[index] for index in sorted(skipped) if index not in totals[-1:]],
        total=rows[totals[-1]] if totals else None,
        foot=[rows[index] for index in range(end + 1, notes) if index not in remarks],
        remarks=[rows[index] for index in remarks],
        notes=rows[notes:],
    )


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

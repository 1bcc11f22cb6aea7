"""One form: its head, funding, goals, indicators, total and notes, from the rows that it fills."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.documents import Cell
from data.errors import AmbiguousForm
from data.forms.cells import Figures
from data.forms.choose import UNLISTED, Choice, by_header, by_lines
from data.forms.fit import kind_of
from data.forms.folding import tidy
from data.forms.funding import funding_row, is_funding_row, read_funding
from data.forms.goals import read_goals
from data.forms.head import Field, head_fields
from data.forms.headers import is_indicator_header
from data.forms.indicators import read_indicators
from data.forms.layouts import Layout, layouts, meaning, synonyms
from data.forms.ledger import Ledger
from data.forms.region import Row, is_preface, is_project_row, title_of
from data.forms.title import MONEY_LINE, county_of, folded, money_unit, year_of
from data.forms.totals import is_subtotal_row, is_total_row, read_total, sums_of
from data.records import Evaluation, Issue

NOTE = re.compile(rf"[(\uff08]?({'|'.join(synonyms().notes)})\s*\d*\s*([:\uff1a、.\uff0e]|$)")
IN_SHEET = re.compile(r"[A-Z]+\d+")
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
        min(title + 1, block),
    )
    lines = block
    while header is not None and lines < len(rows) and lines < header + 2 and is_indicator_header(rows[lines]):
        lines += 1
    notes = next(
        (index for index in range(lines, len(rows)) if len(rows[index]) <= 2 and NOTE.match(rows[index][0].text)),
        len(rows),
    )
    totals = [index for index in range(lines, notes) if is_total_row(rows[index])]
    end = totals[-1] if totals and totals[-1] > lines else notes
    skipped = {index for index in range(lines, end) if is_subtotal_row(rows[index]) or index in totals}
    return Sections(
        outside=rows[:opening],
        opening=rows[opening:named],
        head=rows[named:block],
        header=rows[block:lines],
        lines=[rows[index] for index in range(lines, end) if index not in skipped],
        skipped=[rows[index] for index in sorted(skipped) if index not in totals[-1:]],
        total=rows[totals[-1]] if totals else None,
        foot=rows[end + 1 : notes] if totals and end == totals[-1] else [],
        notes=rows[notes:],
    )


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


def read_form(rows: list[Row], table: str, document: str) -> Evaluation | None:
    """The form in these rows; None where they hold a title and nothing else. Raises AmbiguousForm."""
    sections = sections_of(rows)
    if not sections.is_form:
        return None
    cells = [cell for row in rows for cell in row]
    place = place_of(table, cells)
    choice = by_header(sections.header) if sections.header else by_lines(sections.lines)
    if len(choice.claims) > 1:
        raise AmbiguousForm(document, place, layouts="、".join(layout.name for layout in choice.claims))
    return FormReader(sections, choice, Ledger(cells), table, place).evaluation()


def place_of(table: str, cells: Sequence[Cell]) -> str:
    """Table and rows: "Sheet1!A1:J30" for a sheet, the first and last cell elsewhere."""
    first, last = cells[0].place, cells[-1].place
    right = max(cells, key=lambda cell: cell.column).place
    if IN_SHEET.fullmatch(first):
        last = right.rstrip("0123456789") + last.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return f"{table}!{first}:{last}" if table else f"{first}:{last}"


@dataclass(frozen=True, slots=True)
class FormReader:
    """Reads the sections of one form into its record."""

    sections: Sections
    choice: Choice
    ledger: Ledger
    table: str
    place: str

    @property
    def layout(self) -> Layout:
        """The family that claims the form; the Ministry's for what no family claims, as its default."""
        return self.choice.claims[0] if self.choice.claims else layouts()[0]

    def evaluation(self) -> Evaluation:
        parts = self.sections
        figures = Figures(self.ledger, money_unit(cell.text for row in (*parts.opening, *parts.head) for cell in row))
        fields = head_fields([*parts.opening, *parts.head, *parts.foot], self.ledger)
        year = self.year(fields)
        funding_rows = [row for row in parts.head if is_funding_row(row)]
        funding = read_funding(funding_rows, self.layout, figures)
        goal, reached = read_goals([row for row in parts.head if row not in funding_rows], self.ledger)
        self.labels()
        indicators = read_indicators(parts.lines, self.choice.columns, figures, year)
        total = read_total(parts.total, self.choice.columns, fields, sums_of(indicators, funding), figures)
        project = text_of(fields, "project")
        self.say_missing(project, year, len(indicators))
        notes = self.notes()
        return Evaluation(
            place=self.place,
            layout=self.layout.name if self.choice.claims else UNLISTED,
            year=year,
            county=self.county(),
            department=text_of(fields, "department"),
            unit=text_of(fields, "unit"),
            project=project,
            goal=goal,
            goal_reached=reached,
            total_points=total.points,
            filed_total=total.score,
            filed_total_step=total.step,
            filed_grade=total.grade,
            notes=notes,
            total_cell=total.cell,
            funding=funding,
            indicators=indicators,
            issues=self.ledger.closed(),
            filled_cells=len(self.ledger.cells),
            accounted_cells=self.ledger.accounted_cells,
        )

    def year(self, fields: dict[str, Field]) -> int | None:
        near = [cell.text for row in self.sections.opening for cell in row]
        return year_of(near) or year_of([f"{text_of(fields, 'year') or ''}年"]) or year_of([self.table])

    def county(self) -> str | None:
        title = next((cell for row in self.sections.opening if (cell := title_of(row))), None)
        return county_of(title.text) if title else None

    def labels(self) -> None:
        """Title, year, 附件, headers and subtotals are labels; what stands above the title is outside the form."""
        parts = self.sections
        for row in parts.outside:
            for cell in row:
                self.ledger.read(cell) if is_preface(cell.text) else self.ledger.issue("outside_form", cell)
        for row in parts.opening:
            self.ledger.read(
                *(cell for cell in row if is_preface(cell.text) or cell == title_of(row) or is_money_note(cell))
            )
        for row in parts.head:
            self.ledger.read(*(cell for cell in row if is_money_note(cell)))
        for row in parts.header:
            self.ledger.read(*row)
        for row in parts.skipped:
            self.ledger.read(row[0])
            for cell in row[1:]:
                self.ledger.issue("not_recorded", cell)

    def say_missing(self, project: str | None, year: int | None, indicators: int) -> None:
        missing = {"project_missing": project is None, "year_missing": year is None, "no_indicators": indicators == 0}
        self.ledger.issues.extend(Issue(code, self.place) for code, is_missing in missing.items() if is_missing)
        if self.choice.claims and not self.sections.header:
            self.ledger.issues.append(Issue("header_missing", self.place, self.layout.name))
        if not self.choice.claims:
            self.ledger.issues.append(Issue("unlisted_layout", self.place))

    def notes(self) -> str | None:
        cells = [cell for row in self.sections.notes for cell in row]
        self.ledger.read(*cells)
        return "\n".join(tidy(cell.text) for cell in cells) or None


def is_money_note(cell: Cell) -> bool:
    return (MONEY_LINE.search(folded(cell.text)) is not None and len(cell.text) < 30) or meaning(
        cell.text, synonyms().head
    ) == "funding"


def text_of(fields: dict[str, Field], name: str) -> str | None:
    return fields[name].text if name in fields else None

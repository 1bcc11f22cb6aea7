"""One form: its head, funding, goals, indicators, total and notes, from the rows that it fills."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.documents import Cell
from data.errors import AmbiguousForm
from data.forms.blocks import without_explanation
from data.forms.cells import Figures
from data.forms.choose import UNLISTED, Choice, by_header, by_lines, by_title
from data.forms.execution import without_execution
from data.forms.fit import kind_of
from data.forms.folding import bare, tidy
from data.forms.funding import funding_block, note_strangers, read_funding
from data.forms.goals import read_goals
from data.forms.head import Field, head_fields
from data.forms.holders import holders_of, text_of
from data.forms.indicators import read_indicators
from data.forms.layouts import Layout, layouts, meaning, synonyms
from data.forms.ledger import Ledger
from data.forms.region import Row, is_preface, title_of
from data.forms.remarks import read_remarks, with_reason
from data.forms.sections import Sections, sections_of
from data.forms.title import MONEY_LINE, county_of, folded, is_unit_beside, money_unit, year_of
from data.forms.totals import read_total, sums_of
from data.forms.weights import as_points, share_cells
from data.records import Evaluation, Issue

FIGURES = frozenset({"figure", "large", "percent"})
IN_SHEET = re.compile(r"[A-Z]+\d+")


def read_form(rows: list[Row], table: str, document: str) -> Evaluation | None:
    """The form in these rows; None where they hold a title and nothing else. Raises AmbiguousForm."""
    cells = [cell for row in rows for cell in row]
    rows, beside = without_explanation(rows)
    sections = sections_of(rows)
    if not sections.is_form:
        return None
    place = place_of(table, cells)
    choice = by_header(sections.header, sections.lines) if sections.header else by_lines(sections.lines)
    choice = by_title(choice, folded("".join(cell.text for row in sections.opening if (cell := title_of(row)))))
    if len(choice.claims) > 1:
        raise AmbiguousForm(document, place, layouts="、".join(layout.name for layout in choice.claims))
    ledger = Ledger(cells)
    for cell in beside:
        ledger.issue("outside_form", cell)
    return FormReader(sections, choice, ledger, table, place, document).evaluation()


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
    document: str

    @property
    def layout(self) -> Layout:
        """The family that claims the form; the Ministry's for what no family claims, as its default."""
        return self.choice.claims[0] if self.choice.claims else layouts()[0]

    def evaluation(self) -> Evaluation:
        parts = self.sections
        figures = Figures(self.ledger, money_unit([cell.text for cell in row] for row in (*parts.opening, *parts.head)))
        fields = head_fields([*parts.opening, *parts.head, *parts.foot], self.ledger)
        year = self.year(fields)
        department, unit = holders_of(fields, self.title(), bool(self.layout.titles), self.ledger)
        funding_rows = funding_block(parts.head)
        funding = read_funding(funding_rows, self.layout, figures)
        others = [row for row in parts.head if row not in funding_rows]
        note_strangers(others, funding_rows, self.ledger)
        goal, reached = read_goals(others, self.ledger)
        self.labels()
        shares = share_cells([*parts.lines, *([parts.total] if parts.total else [])], self.choice.columns)
        for cell in shares.values():
            self.ledger.issue("points_as_shares", cell)
        remarks = read_remarks(parts.remarks, self.ledger)
        lines = [as_points(row, shares) for row in parts.lines]
        lines, funding = without_execution(lines, self.choice.columns, funding, figures)
        indicators = with_reason(read_indicators(lines, self.choice.columns, figures, year), remarks.reason)
        total_row = as_points(parts.total, shares) if parts.total else None
        total = read_total(total_row, self.choice.columns, fields, sums_of(indicators, funding), figures)
        project = text_of(fields, "project")
        self.say_missing(project, year, len(indicators))
        return Evaluation(
            place=self.place,
            layout=self.layout.name if self.choice.claims else UNLISTED,
            year=year,
            county=self.county(),
            department=department,
            unit=unit,
            project=project,
            goal=goal,
            goal_reached=reached,
            total_points=total.points,
            filed_total=total.score,
            filed_total_step=total.step,
            filed_grade=total.grade,
            notes="\n".join(self.notes()) or None,
            total_cell=total.cell,
            funding=funding,
            indicators=indicators,
            issues=self.ledger.closed(),
            filled_cells=len(self.ledger.cells),
            accounted_cells=self.ledger.accounted_cells,
            remarks="\n".join(remarks.all) or None,
        )

    def year(self, fields: dict[str, Field]) -> int | None:
        near = [cell.text for row in self.sections.opening for cell in row]
        found = year_of(near) or year_of([f"{text_of(fields, 'year') or ''}年"]) or year_of([self.table])
        if found is None and (found := year_of([self.document])) is not None:
            self.ledger.issues.append(Issue("year_from_name", self.place, self.document))
        return found

    def title(self) -> Cell | None:
        return next((cell for row in self.sections.opening if (cell := title_of(row))), None)

    def county(self) -> str | None:
        title = self.title()
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
            self.ledger.read(
                *(cell for cell in row[:1] if len(row) == 1 and bare(cell.text) in synonyms().block_labels)
            )
        for row in (*parts.opening, *parts.head):
            for label, value in pairwise(row):
                self.ledger.read(*((label, value) if is_unit_beside(label.text, value.text) else ()))
        for row in parts.header:
            # A figure among the headings is no heading.
            self.ledger.read(*(cell for cell in row if kind_of(cell.text) not in FIGURES))
        for row in parts.skipped:
            self.ledger.read(row[0])
            for cell in row[1:]:
                self.ledger.issue("not_recorded", cell)

    def say_missing(self, project: str | None, year: int | None, indicators: int) -> None:
        whole = bool(self.layout.titles)
        if whole:
            self.ledger.issues.append(Issue("whole_department", self.place))
        missing = {
            "project_missing": project is None and not whole,
            "year_missing": year is None,
            "no_indicators": indicators == 0,
        }
        self.ledger.issues.extend(Issue(code, self.place) for code, is_missing in missing.items() if is_missing)
        if self.choice.claims and not self.sections.header:
            self.ledger.issues.append(Issue("header_missing", self.place, self.layout.name))
        if not self.choice.claims:
            self.ledger.issues.append(Issue("unlisted_layout", self.place))

    def notes(self) -> list[str]:
        cells = [cell for row in self.sections.notes for cell in row]
        self.ledger.read(*cells)
        return [tidy(cell.text) for cell in cells]


def is_money_note(cell: Cell) -> bool:
    return (MONEY_LINE.search(folded(cell.text)) is not None and len(cell.text) < 30) or meaning(
        cell.text, synonyms().head
    ) == "funding"

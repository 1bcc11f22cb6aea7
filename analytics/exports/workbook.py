"""A table as an .xlsx workbook: figures under formats on the first sheet, where they come from on the second."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from analytics.columns import Column, column
from analytics.exports.came_from import view_note
from analytics.exports.chart import Place, chart_sheet, drawn_of
from analytics.exports.clean import EXCEL_LIMIT, cell_text, looks_like_formula, visible
from analytics.exports.colours import TONES, rules_of
from analytics.exports.form_widths import text_width
from analytics.exports.provenance import data_sheet, provenance_sheet, title_line, total_word, unit_line
from analytics.exports.quick_sheet import QuickSheet
from analytics.exports.table import ExportMeta, Field, Row, Table
from analytics.exports.totals import ratio_of, totals
from data.errors import Fault
from data.texts import mark, translate

TITLE_ROW, UNIT_ROW, HEADER_ROW, FIRST_ROW = 0, 1, 2, 3
MAX_ROWS = 1_048_576 - FIRST_ROW - 1  # what a sheet holds below the header, one row kept for the totals
SAFE_INTEGER = 10**15  # beyond it a sheet, which keeps 15 digits, would change the number
PAGE = mark("第 {page} 页,共 {pages} 页")
A4 = 9
FONT = "等线"
LINE, MOST_LINES = 15, 27  # points of a line; a row of Excel is 409 points high at most


class TooManyRows(Fault):
    """More rows than a sheet can hold: nothing is cut silently."""

    code = "too_many_rows"
    text = mark("《{name}》有 {rows} 行,超过一张工作表的上限 {limit} 行。请先筛选,或导出为 CSV。")


def workbook(table: Table, meta: ExportMeta, view: str = "") -> bytes:
    """The table as the bytes of an .xlsx file. Same input, same bytes.

    Columns of kind "id" go last and are hidden. A table of a `view` with a chart gets it on a third sheet.
    Raises TooManyRows, and LookupError for an unknown column.
    """
    if len(table.rows) > MAX_ROWS:
        raise TooManyRows(meta.title, rows=len(table.rows), limit=MAX_ROWS)
    buffer = BytesIO()
    ordered = _ids_last(table)
    with Workbook(buffer, {"constant_memory": True}) as book:  # a row is on disk as soon as the next one begins
        told = {"title": visible(title_line(meta)), "comments": view_note(meta.address)}
        book.set_properties({**told, "created": meta.made_at.replace(tzinfo=None)})
        _Sheet(book, ordered, meta).write()
        provenance_sheet(book, table, meta)
        _write_chart(book, ordered, meta, view)
    return buffer.getvalue()


def _write_chart(book: Workbook, table: Table, meta: ExportMeta, view: str) -> None:
    drawn = drawn_of(view, table.columns)
    if drawn and table.rows:
        place = Place(data_sheet(meta.language), FIRST_ROW, len(table.rows), table.columns)
        chart_sheet(book, drawn, place, title_line(meta), meta.language)


def _ids_last(table: Table) -> Table:
    order = sorted(range(len(table.columns)), key=lambda at: column(table.columns[at]).kind == "id")
    rows = tuple(tuple(row[at] for at in order) for row in table.rows)
    return Table(tuple(table.columns[at] for at in order), rows)


@dataclass(frozen=True, slots=True)
class _Styles:
    """The formats of one workbook; `fields` and `sums` have one for each column."""

    title: Format
    unit: Format
    header: Format
    quoted: Format
    plain: Format
    date: Format
    moment: Format
    fields: tuple[Format, ...]
    sums: tuple[Format, ...]
    tones: dict[str, Format]


def _styles(book: Workbook, shown: Sequence[Column]) -> _Styles:
    def style(**properties: object) -> Format:
        return book.add_format({"font_name": FONT, "font_size": 10, "valign": "vcenter", **properties})

    line = {"border": 1, "border_color": "#BFC7D1"}
    head = {**line, "bold": True, "bg_color": "#E8EDF3"}
    formats = [{"num_format": one.excel_format, "align": "right"} if one.numeric else {} for one in shown]
    return _Styles(
        title=style(bold=True, font_size=14, align="center"),
        unit=style(align="right", font_color="#5B6673"),
        header=style(**head, text_wrap=True, align="center"),
        quoted=style(**line, text_wrap=True, quote_prefix=True),
        plain=style(**line, text_wrap=True),
        date=style(**line, num_format="yyyy-mm-dd"),
        moment=style(**line, num_format="yyyy-mm-dd hh:mm"),
        fields=tuple(
            style(**line, **look) if look else style(**line, text_wrap=one.kind != "id")
            for one, look in zip(shown, formats, strict=True)
        ),
        sums=tuple(style(**head, **one) for one in formats),
        tones={tone: book.add_format(dict(look)) for tone, look in TONES.items()},
    )


class _Sheet:
    """The first sheet while it is being written."""

    def __init__(self, book: Workbook, table: Table, meta: ExportMeta) -> None:
        self.table, self.meta = table, meta
        self.shown = tuple(column(name) for name in table.columns)
        self.sheet: Worksheet = book.add_worksheet(data_sheet(meta.language), QuickSheet)
        self.styles = _styles(book, self.shown)
        self.rooms = tuple((at, one.width) for at, one in enumerate(self.shown) if not one.numeric and one.kind != "id")
        self.last_visible = max(0, sum(one.kind != "id" for one in self.shown) - 1)
        self.last_row = FIRST_ROW + len(table.rows) - 1

    def write(self) -> None:
        self._set_page()
        self._set_colours()
        self._write_head()
        for at, row in enumerate(self.table.rows, FIRST_ROW):
            self._write_row(at, row)
        self.sheet.autofilter(HEADER_ROW, 0, max(HEADER_ROW, self.last_row), self.last_visible)
        if self.table.rows:
            self._write_totals()

    def _set_page(self) -> None:
        sheet = self.sheet
        sheet.freeze_panes(FIRST_ROW, 0)
        sheet.repeat_rows(HEADER_ROW)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.set_footer("&C" + translate(PAGE, self.meta.language, page="&P", pages="&N"))
        for at, one in enumerate(self.shown):
            sheet.set_column(at, at, one.width, None, {"hidden": one.kind == "id"})

    def _set_colours(self) -> None:
        """Conditional formats: they follow when somebody changes a figure."""
        for place, one in enumerate(self.shown if self.table.rows else ()):
            first = f"{xl_col_to_name(place)}{FIRST_ROW + 1}"
            for rule in rules_of(one.name):
                condition = rule.condition(first, self.meta.bounds, self.meta.language)
                style = {"type": "formula", "criteria": condition, "format": self.styles.tones[rule.tone]}
                self.sheet.conditional_format(FIRST_ROW, place, self.last_row, place, style | {"stop_if_true": True})

    def _write_head(self) -> None:
        self.sheet.set_row(TITLE_ROW, 26)
        self.sheet.set_row(HEADER_ROW, 32)
        self._across(TITLE_ROW, title_line(self.meta), self.styles.title)
        self._across(UNIT_ROW, unit_line(self.shown, self.meta.language), self.styles.unit)
        for at, one in enumerate(self.shown):
            self.sheet.write_string(HEADER_ROW, at, one.label(self.meta.language), self.styles.header)

    def _across(self, row: int, text: str, style: Format) -> None:
        words, _ = _stored(text, self.meta.language)
        if self.last_visible:
            self.sheet.merge_range(row, 0, row, self.last_visible, "", style)
        self.sheet.write_string(row, 0, words, style)

    def _write_row(self, at: int, row: Row) -> None:
        texts = [
            one.words(field, self.meta.language) if one.kind == "code" and isinstance(field, str) else field
            for one, field in zip(self.shown, row, strict=True)
        ]
        lines = max((lines_of(texts[place], room) for place, room in self.rooms), default=1)
        if lines > 1:  # a height of our own: not every program finds it out by itself
            self.sheet.set_row(at, min(lines, MOST_LINES) * LINE)
        for place, field in enumerate(texts):
            self._write_field(at, place, field)

    def _write_field(self, row: int, place: int, field: Field) -> None:
        """The commonest kinds first."""
        style = self.styles.fields[place]
        if isinstance(field, str):
            self._write_text(row, place, field)
        elif isinstance(field, bool):
            self.sheet.write_string(row, place, self.shown[place].words(field, self.meta.language), style)
        elif isinstance(field, Decimal | int | float):
            self._write_figure(row, place, field, style)
        elif field is None:
            self.sheet.write_blank(row, place, None, style)
        else:
            self._write_date(row, place, field)

    def _write_figure(self, row: int, place: int, field: Decimal | int | float, style: Format) -> None:
        figure = float(field)
        if -SAFE_INTEGER < figure < SAFE_INTEGER:  # NaN is neither
            self.sheet.write_number(row, place, figure, style)
        else:
            self._write_text(row, place, str(field))

    def _write_date(self, row: int, place: int, field: date) -> None:
        timed = isinstance(field, datetime)
        moment = field.replace(tzinfo=None) if isinstance(field, datetime) else datetime.combine(field, time())
        if field.year < 1900:  # the calendar of a sheet begins there
            self._write_text(row, place, field.isoformat())
        else:
            self.sheet.write_datetime(row, place, moment, self.styles.moment if timed else self.styles.date)

    def _write_text(self, row: int, place: int, text: str) -> None:
        words, quoted = _stored(text, self.meta.language)
        if not words:
            self.sheet.write_blank(row, place, None, self.styles.fields[place])
        else:
            self.sheet.write_string(row, place, words, self._text_style(place, quoted))

    def _text_style(self, place: int, quoted: bool) -> Format:
        """Ids stand on one line: a hidden text that wraps would make its row high."""
        if self.shown[place].kind == "id":
            return self.styles.fields[place]
        return self.styles.quoted if quoted else self.styles.plain

    def _write_totals(self) -> None:
        figures = totals(self.table)
        if all(figure is None for figure in figures):
            return
        row = self.last_row + 1
        for place, figure in enumerate(figures):
            self._write_total(row, place, figure)
        if figures[0] is None:
            self.sheet.write_string(row, 0, total_word(self.meta.language), self.styles.sums[0])

    def _write_total(self, row: int, place: int, figure: Decimal | None) -> None:
        style = self.styles.sums[place]
        if figure is None:
            self.sheet.write_blank(row, place, None, style)
        else:
            self.sheet.write_formula(row, place, self._total_formula(place), style, float(figure))

    def _total_formula(self, place: int) -> str:
        ratio = ratio_of(self.table.columns[place], self.table.columns)
        if ratio is None:
            return f"={self._subtotal(place)}"
        above, below = (self._subtotal(self.table.columns.index(name)) for name in ratio)
        return f'=IF({below}=0,"",{above}/{below})'

    def _subtotal(self, place: int) -> str:
        """Follows the filter of the sheet: 109 sums only the rows that are shown."""
        letter = xl_col_to_name(place)
        return f"SUBTOTAL(109,{letter}{FIRST_ROW + 1}:{letter}{self.last_row + 1})"


@lru_cache(maxsize=2_000)  # departments and units come again in every row
def _stored(text: str, language: str) -> tuple[str, bool]:
    """The text as it is stored, and whether it could be taken for a formula.

    XlsxWriter takes <r>…</r> for its own markup: a closing space keeps it a text.
    """
    words = cell_text(text, language)
    marked = words.startswith("<r>") and words.endswith("</r>")
    return f"{words} " if marked else words, looks_like_formula(text)


def lines_of(field: Field, room: int) -> int:
    """How many lines a text needs in a column of `room` halves of a Chinese character; no room is no text."""
    if not room or not isinstance(field, str) or (len(field) * 2 <= room and "\n" not in field):
        return 1
    return sum(max(1, ceil(text_width(line) / room)) for line in field[:EXCEL_LIMIT].split("\n"))

"""A form with its marks as a workbook: as it was filed on the first sheet, findings and workings on the second.

Doubtful cells and findings are comments and fills; what is recomputed stands beside the form, never in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analytics.exports.came_from import view_note
from analytics.exports.clean import cell_text, looks_like_formula, visible
from analytics.exports.colours import TONES
from analytics.exports.form_widths import heights, widths
from analytics.exports.provenance import origin, title_line
from analytics.exports.table import ExportMeta, as_figure
from data.documents import Cell
from data.texts import mark, translate

FORM_SHEET, FOUND_SHEET = mark("自评表"), mark("核查发现和计算")
PAGE = mark("第 {page} 页,共 {pages} 页")
FONT, A4 = "宋体", 9
ROWS, COLUMNS = 400, 60  # as much of a form as is drawn
LONG_COMMENT = 2_000  # characters that a comment box still shows
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said about one cell: a tone of TONES, and the sentences of its comment."""

    tone: str
    text: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside one row: the recomputed score or rate, its verdict in words, its working."""

    figure: Decimal | None
    number_format: str
    verdict: str
    working: str


@dataclass(frozen=True, slots=True)
class MarkedForm:
    """A form with all that is said about it. `remarks` by spot, `beside` by row of the table as read.

    `beside_heads` are the heads of the three columns beside; `found` are rows of text under `found_heads`.
    """

    cells: Sequence[Cell]
    remarks: Mapping[Spot, Remark]
    beside: Mapping[int, Beside]
    beside_heads: tuple[str, str, str]
    found_heads: tuple[str, ...]
    found: Sequence[tuple[str | Decimal | int | None, ...]]


def form_workbook(form: MarkedForm, meta: ExportMeta) -> bytes:
    """The form as the bytes of an .xlsx file. Same input, same bytes."""
    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        told = {"title": visible(title_line(meta)), "comments": view_note(meta.address)}
        book.set_properties({**told, "created": meta.made_at.replace(tzinfo=None)})
        _Form(book, form, meta).write()
        _write_found(book, form, meta)
    return buffer.getvalue()


class _Form:
    """The first sheet while it is being written. Rows and columns count from the form's own first cell."""

    def __init__(self, book: Workbook, form: MarkedForm, meta: ExportMeta) -> None:
        self.book, self.form, self.meta = book, form, meta
        self.sheet: Worksheet = book.add_worksheet(translate(FORM_SHEET, meta.language))
        self.top = min((cell.row for cell in form.cells), default=0)
        kept = [cell for cell in form.cells if cell.row - self.top < ROWS and cell.column < COLUMNS]
        self.cells = kept
        self.bottom = max((cell.row for cell in kept), default=0) - self.top
        self.last = max((cell.column for cell in kept), default=0)  # a file may claim a million columns
        self.styles: dict[tuple[object, ...], Format] = {}
        self.taken: set[Spot] = set()

    def write(self) -> None:
        self._set_page()
        for cell in self.cells:
            self._write_cell(cell)
        self._write_blanks()
        self._write_beside()

    def _set_page(self) -> None:
        sheet, size = self.sheet, widths(self.cells, self.last)
        sheet.set_paper(A4)
        if sum(size) > 100:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.set_footer("&C" + translate(PAGE, self.meta.language, page="&P", pages="&N"))
        for at, wide in enumerate((*size, 10, 12, 34)):
            sheet.set_column(at, at, wide)
        for row, high in heights(self.cells, size).items():
            sheet.set_row(row - self.top, high)

    def _style(self, tone: str = "", **look: object) -> Format:
        key = (tone, *sorted(look.items()))
        if key not in self.styles:
            plain = {"font_name": FONT, "font_size": 10, "valign": "vcenter", "text_wrap": True, "border": 1}
            self.styles[key] = self.book.add_format({**plain, **TONES.get(tone, {}), **look})
        return self.styles[key]

    def _write_cell(self, cell: Cell) -> None:
        row, place = cell.row - self.top, cell.column
        if (row, place) in self.taken:
            return
        remark = self.form.remarks.get((cell.row, cell.column))
        style = self._cell_style(cell, remark)
        area = self._area(cell)
        self.taken.update(area)
        down, across = max(at for at, _ in area), max(at for _, at in area)
        if (down, across) != (row, place):
            self.sheet.merge_range(row, place, down, across, "", style)
        self.sheet.write_string(row, place, cell_text(cell.text, self.meta.language), style)
        if remark:
            self._comment(row, place, remark)

    def _area(self, cell: Cell) -> set[Spot]:
        """The spots of a cell; where a file lets two cells overlap, the later one is not joined."""
        row = cell.row - self.top
        rows = range(row, min(row + cell.row_span, self.bottom + 1))
        columns = range(cell.column, min(cell.column + cell.column_span, self.last + 1))
        area = {(at, beside) for at in rows for beside in columns}
        return area if not area & self.taken else {(row, cell.column)}

    def _cell_style(self, cell: Cell, remark: Remark | None) -> Format:
        title = cell.row == self.top and cell.column_span > self.last // 2
        look: dict[str, object] = {"align": "center" if title or len(cell.text) <= 14 else "left"}
        if title:
            look |= {"bold": True, "font_size": 14}
        if looks_like_formula(cell.text):
            look["quote_prefix"] = True
        return self._style(remark.tone if remark else "", **look)

    def _comment(self, row: int, place: int, remark: Remark) -> None:
        text = visible(remark.text)[:LONG_COMMENT]
        size = {"x_scale": 2.4, "y_scale": min(1 + len(text) / 70, 6)}
        self.sheet.write_comment(row, place, text, {"author": "Jixiao", "font_name": FONT, "font_size": 10, **size})

    def _write_blanks(self) -> None:
        """A blank cell inside the form keeps its frame, and its remark where something is missing."""
        filled = {row for row, _ in self.taken}
        for row in sorted(filled):
            for place in range(self.last + 1):
                if (row, place) not in self.taken:
                    remark = self.form.remarks.get((row + self.top, place))
                    self.sheet.write_blank(row, place, None, self._style(remark.tone if remark else ""))
                    if remark:
                        self._comment(row, place, remark)

    def _write_beside(self) -> None:
        """The recomputed figures, in columns of their own, under heads of their own."""
        if not self.form.beside:
            return
        head = self._style(bold=True, bg_color="#E8EDF3", align="center")
        above = max(min(self.form.beside) - self.top - 1, 0)
        for at, words in enumerate(self.form.beside_heads, self.last + 1):
            self.sheet.write_string(above, at, words, head)
        for row, one in self.form.beside.items():
            at, place = row - self.top, self.last + 1
            style = self._style(num_format=one.number_format, align="right")
            if one.figure is None:
                self.sheet.write_blank(at, place, None, style)
            else:
                self.sheet.write_number(at, place, float(one.figure), style)
            self.sheet.write_string(at, place + 1, one.verdict, self._style(align="center"))
            self.sheet.write_string(at, place + 2, cell_text(one.working, self.meta.language), self._style())


def _write_found(book: Workbook, form: MarkedForm, meta: ExportMeta) -> None:
    """The second sheet: every finding with its working, then where it all comes from."""
    sheet = book.add_worksheet(translate(FOUND_SHEET, meta.language))
    look = {"font_name": FONT, "font_size": 10, "valign": "top", "text_wrap": True}
    plain, head = book.add_format({**look, "border": 1}), book.add_format({**look, "bold": True, "bg_color": "#E8EDF3"})
    quoted = book.add_format({**look, "border": 1, "quote_prefix": True})
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 0)
    sheet.set_footer("&C" + translate(PAGE, meta.language, page="&P", pages="&N"))
    for at, wide in enumerate((6, 10, 32, 12, 24, 24, 34, 8, 34, 28)):
        sheet.set_column(at, at, wide)
    for at, words in enumerate(form.found_heads):
        sheet.write_string(0, at, words, head)
    for row, fields in enumerate(form.found, 1):
        for at, field in enumerate(fields):
            figure = as_figure(field)
            if figure is not None:
                sheet.write_number(row, at, float(figure), plain)
            else:
                text = cell_text(str(field or ""), meta.language)
                sheet.write_string(row, at, text, quoted if looks_like_formula(text) else plain)
    small = book.add_format({"font_name": FONT, "font_size": 9, "font_color": "#5B6673"})
    for row, said in enumerate(origin(meta), len(form.found) + 2):
        for at, text in zip((1, 2, 3), said, strict=True):
            sheet.write_string(row, at, cell_text(text, meta.language), small)

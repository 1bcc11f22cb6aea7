"""OpenDocument sheets (.ods), read straight from their content: values in full, as they are shown, merged cells."""

import re
from collections.abc import Iterator
from decimal import Decimal

from lxml import etree

from data.documents import Table
from data.errors import Fault, PasswordProtected
from data.readers.figures import NUMBER, plain
from data.readers.limits import CELLS, MERGES, SHEETS
from data.readers.parts import Parts
from data.readers.sheet import BOOLEANS, HIDDEN_MARK, Area, Found, with_spans

MIMETYPE = re.compile(rb"application/vnd\.oasis\.opendocument\.spreadsheet")
SHOWN = re.compile(r"(?P<before>[^\d.,+-]*)[+-]?(?P<figure>[\d,]*\.?\d+)(?P<after>[^\d.,]*)")
CURRENCY = re.compile(r"[¥\uffe5$€]|CN¥|CNY|RMB|[\s()]")
MONTH = re.compile(r"\d{4}\s*[年./-]\s*\d{1,2}\s*月?")
CELLS_OF_ROW = ("table-cell", "covered-table-cell")
MOST_REPEATED = 1024  # a filled cell or row that is repeated more often only fills the sheet with a colour


def is_open_sheet(content: bytes) -> bool:
    if not content.startswith(b"PK"):
        return False
    try:
        with Parts("", content) as parts:
            return "content.xml" in parts and bool(MIMETYPE.search(kind_of(parts)))
    except Fault:
        return False


def kind_of(parts: Parts) -> bytes:
    return parts.read("mimetype") if "mimetype" in parts else b""


def read_open_sheet(name: str, content: bytes) -> tuple[Table, ...]:
    """One table per sheet; hidden sheets say so in their name."""
    with Parts(name, content) as parts:
        refuse_encrypted(parts)
        parts.refuse_doctypes()
        return tuple(OpenBook(parts).tables())


def refuse_encrypted(parts: Parts) -> None:
    if "META-INF/manifest.xml" in parts and b"encryption-data" in parts.read("META-INF/manifest.xml"):
        raise PasswordProtected(parts.name)


class OpenBook:
    """The sheets of one file, and which of their styles are not shown."""

    def __init__(self, parts: Parts) -> None:
        self.name = parts.name
        self.root = parts.tree("content.xml")
        self.hidden = {
            value_of(style, "name")
            for style in self.root.iterfind("{*}automatic-styles/{*}style")
            if (kind := style.find("{*}table-properties")) is not None and value_of(kind, "display") == "false"
        }
        self.cells_read = 0

    def tables(self) -> Iterator[Table]:
        sheets = list(self.root.iterfind("{*}body/{*}spreadsheet/{*}table"))
        SHEETS.check(self.name, len(sheets))
        for sheet in sheets:
            found: list[Found] = []
            merges: list[Area] = []
            self.read_sheet(sheet, found, merges)
            hidden = value_of(sheet, "style-name") in self.hidden
            yield Table(
                value_of(sheet, "name") + HIDDEN_MARK * hidden, tuple(with_spans(self.name, found, sorted(merges)))
            )

    def read_sheet(self, sheet: etree._Element, found: list[Found], merges: list[Area]) -> None:
        row = 0
        for element in rows_of(sheet):
            repeated = count_of(element, "number-rows-repeated")
            cells = list(row_cells(element))
            for above in range(min(repeated, MOST_REPEATED) if cells else 0):
                for column, text, bottom, right in cells:
                    found.append((row + above, column, text))
                    if (bottom, right) != (1, 1):
                        merges.append((row + above, column, row + above + bottom - 1, column + right - 1))
                self.cells_read += len(cells)
                CELLS.check(self.name, self.cells_read)
                MERGES.check(self.name, len(merges))
            row += repeated


def rows_of(element: etree._Element) -> Iterator[etree._Element]:
    """The rows of a sheet, also those in groups and headers; a table inside a cell is none of them."""
    for child in element:
        name = local_name(child)
        if name == "table-row":
            yield child
        elif name in ("table-rows", "table-row-group", "table-header-rows"):
            yield from rows_of(child)


def row_cells(row: etree._Element) -> Iterator[tuple[int, str, int, int]]:
    """(column, text, rows, columns) of the filled cells and of those that begin a merged area."""
    column = 0
    for cell in row:
        name = local_name(cell)
        if name not in CELLS_OF_ROW:
            continue
        repeated = count_of(cell, "number-columns-repeated")
        text = cell_text(cell) if name == "table-cell" else ""
        if text:
            spans = count_of(cell, "number-rows-spanned"), count_of(cell, "number-columns-spanned")
            yield from ((column + index, text, *spans) for index in range(min(repeated, MOST_REPEATED)))
        column += repeated


def cell_text(cell: etree._Element) -> str:
    """What a person reads, with figures in full."""
    shown = "\n".join(paragraph_text(line) for line in cell.iterchildren("{*}p")).strip()
    kind = value_of(cell, "value-type")
    if kind in ("float", "percentage", "currency"):
        return figure_in_full(value_of(cell, "value"), shown, kind == "percentage")
    if kind == "date":
        return date_text(value_of(cell, "date-value"), shown)
    if kind == "boolean":
        return BOOLEANS["1" if value_of(cell, "boolean-value") == "true" else "0"]
    return shown or value_of(cell, "string-value").strip()


def figure_in_full(kept: str, shown: str, percent: bool) -> str:
    """The figure as kept, in the dress in which it is shown: 0.77304 shown as 77% reads 77.304%."""
    figure = Decimal(format(float(kept), ".15g")) if NUMBER.fullmatch(kept) and len(kept) <= 40 else None
    if figure is None or not figure.is_finite():
        return shown
    dress = SHOWN.fullmatch(shown)
    before, after = (CURRENCY.sub("", dress[part]) for part in ("before", "after")) if dress else ("", "")
    decimals = len(dress["figure"].partition(".")[2]) if dress else 0
    percent = percent or after == "%"
    return before + plain(figure * 100 if percent else figure, decimals) + ("%" if percent else after)


def date_text(kept: str, shown: str) -> str:
    """The day as 2022-12-31, or the month alone where only the month is shown."""
    if MONTH.fullmatch(shown) or not kept:
        return shown
    day, _, clock = kept.partition("T")
    return f"{day} {clock[:5]}" if ":" in shown and clock else day


def paragraph_text(paragraph: etree._Element) -> str:
    return "".join(pieces(paragraph))


def pieces(element: etree._Element) -> Iterator[str]:
    """Text with its blanks and breaks; comments and the phonetic guide are no text of the cell."""
    yield element.text or ""
    for child in element:
        name = local_name(child)
        if name == "s":
            yield " " * min(count_of(child, "c"), MOST_REPEATED)
        elif name == "tab":
            yield " "
        elif name == "line-break":
            yield "\n"
        elif name not in ("annotation", "ruby-text", "note", ""):
            yield from pieces(child)
        yield child.tail or ""


def local_name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value_of(element: etree._Element, name: str) -> str:
    """An attribute by its name without the namespace; of two, such as calcext beside office, the first."""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")


def count_of(element: etree._Element, name: str) -> int:
    text = value_of(element, name)
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 9 else 1

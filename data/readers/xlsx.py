"""Workbooks (.xlsx, .xlsm), read straight from their parts: values, number formats, merged cells, every sheet."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from data.documents import Cell, Table
from data.errors import DamagedFile
from data.readers.faults import BAD_REFERENCE, PART_MISSING
from data.readers.figures import BUILT_IN, NumberFormat, figure_text, number_format
from data.readers.limits import CELLS, MERGES, SHEETS
from data.readers.parts import Parts, declares
from data.readers.sheet import BOOLEANS, HIDDEN_MARK, Area, with_spans

MAIN = re.compile(
    rb"spreadsheetml\.(sheet|template)\.main\+xml|ms-excel\.(sheet|template|addin)\.macroEnabled\.main\+xml"
)
REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
LITERAL = re.compile(r"[-+]?\d[\d.,]*\s*(?:[%\uff05‰]|[\u4e00-\u9fff㎡()\uff08\uff09/·]{0,8})")
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def is_workbook(content: bytes) -> bool:
    return declares(content, MAIN)


def read_workbook(name: str, content: bytes) -> tuple[Table, ...]:
    """One table per sheet; hidden sheets are read too and say so in their name."""
    with Parts(name, content) as parts:
        parts.refuse_doctypes()
        return tuple(Workbook(parts).tables())


class Workbook:
    """What the sheets of one workbook share: strings, formats, calendar."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        links = parts.related("")
        self.part = next(
            (part for part in links.values() if part.endswith(".xml") and "workbook" in part), "xl/workbook.xml"
        )
        self.links = parts.related(self.part)
        self.tree = parts.tree(self.part)
        self.from_1904 = any(part.get("date1904") in ("1", "true") for part in self.tree.iter("{*}workbookPr"))
        self.strings = tuple(self.shared_strings())
        self.formats = tuple(self.number_formats())
        self.cells_read = 0

    def linked(self, word: str) -> str | None:
        return next(
            (part for part in self.links.values() if part.rpartition("/")[2].lower() == word and part in self.parts),
            None,
        )

    def shared_strings(self) -> Iterator[str]:
        if part := self.linked("sharedstrings.xml"):
            yield from map(string_text, self.parts.elements(part, "si"))

    def number_formats(self) -> Iterator[NumberFormat]:
        part = self.linked("styles.xml")
        if part is None:
            return
        tree = self.parts.tree(part)
        own = {style.get("numFmtId"): style.get("formatCode", "") for style in tree.iter("{*}numFmt")}
        for style in tree.iterfind("{*}cellXfs/{*}xf"):
            number = style.get("numFmtId", "0")
            yield number_format(own.get(number) or BUILT_IN.get(int(number) if number.isdigit() else 0, ""))

    def tables(self) -> Iterator[Table]:
        sheets = list(self.tree.iterfind("{*}sheets/{*}sheet"))
        SHEETS.check(self.parts.name, len(sheets))
        for sheet in sheets:
            part = next(
                (self.links.get(str(value), "") for key, value in sheet.items() if str(key).endswith("}id")), ""
            )
            if not part:
                # A sheet that the workbook names and cannot find would be left out in silence.
                raise DamagedFile(self.parts.name, reason=PART_MISSING)
            # A chart sheet has no cells, and its part stands elsewhere.
            if "sheet" not in part.rpartition("/")[2].lower() or "chartsheets" in part:
                continue
            hidden = sheet.get("state", "visible") != "visible"
            yield Table(sheet.get("name", "") + HIDDEN_MARK * hidden, tuple(self.cells(part)))

    def cells(self, part: str) -> Iterator[Cell]:
        found: list[tuple[int, int, str]] = []
        merges: list[Area] = []
        row = -1
        for element in self.parts.elements(part, "row", "mergeCell"):
            if element.tag.endswith("mergeCell"):
                merges.append(self.area(element.get("ref", "")))
                MERGES.check(self.parts.name, len(merges))
            else:
                row = self.row_number(element, row)
                found.extend(self.row_cells(element, row))
                CELLS.check(self.parts.name, self.cells_read + len(found))
        self.cells_read += len(found)
        found.sort(key=lambda cell: cell[:2])
        return with_spans(self.parts.name, found, sorted(merges))

    def row_number(self, element: etree._Element, previous: int) -> int:
        number = element.get("r")
        if number is None:
            return previous + 1
        if not number.isascii() or not number.isdigit() or len(number) > 7:
            raise DamagedFile(self.parts.name, reason=BAD_REFERENCE)
        return int(number) - 1

    def row_cells(self, row: etree._Element, number: int) -> Iterator[tuple[int, int, str]]:
        last, behind = "", -1  # the last place that was named, and how many cells further on
        for cell in row:
            if reference := cell.get("r"):
                last, behind = reference, 0
            else:
                behind += 1
            # Most cells of a form only carry a border: nothing is asked of them.
            if len(cell) and (text := self.cell_text(cell)) is not None:
                yield number, (self.position(last)[1] if last else 0) + behind, text

    def cell_text(self, cell: etree._Element) -> str | None:
        """What a person reads; None for a blank cell; "" for a formula whose result was never kept.

        =100% and =12次 that a program wrote are targets with their sign, not formulas: nothing is computed in them.
        """
        value = formula = None
        for part in cell:
            tag = part.tag.rpartition("}")[2]
            if tag == "v":
                value = part.text
            elif tag == "is":
                return string_text(part).strip() or None
            elif tag == "f":
                formula = part
        if value is None or not value.strip():
            if formula is None or value is not None or cell.get("t") == "str":
                return None
            return f"={formula.text}" if formula.text and LITERAL.fullmatch(formula.text) else ""
        return self.value_text(value, cell.get("t", "n"), cell.get("s")).strip() or None

    def value_text(self, value: str, kind: str, style: str | None) -> str:
        if kind == "s":
            return self.string(value)
        if kind == "n":
            return figure_text(value.strip(), self.format_of(style), self.from_1904)
        if kind == "b":
            return BOOLEANS.get(value.strip(), value)
        return unescaped(value) if kind == "str" else value

    def string(self, index: str) -> str:
        try:
            return self.strings[int(index)]
        except (ValueError, IndexError) as error:
            raise DamagedFile(self.parts.name, reason=BAD_REFERENCE) from error

    def format_of(self, style: str | None) -> NumberFormat:
        if style is None or not style.isdigit() or int(style) >= len(self.formats):
            return NumberFormat()
        return self.formats[int(style)]

    def position(self, reference: str) -> tuple[int, int]:
        try:
            return position(reference)
        except ValueError as error:
            raise DamagedFile(self.parts.name, reason=BAD_REFERENCE) from error

    def area(self, reference: str) -> Area:
        first, _, last = reference.partition(":")
        (top, left), (bottom, right) = self.position(first), self.position(last or first)
        return min(top, bottom), min(left, right), max(top, bottom), max(left, right)


def string_text(element: etree._Element) -> str:
    """The text of a string, plain or rich; the phonetic guide beside it is no text."""
    if len(element) == 1 and not len(element[0]):
        return unescaped(element[0].text or "")
    parts = [*element.iterfind("{*}t"), *element.iterfind("{*}r/{*}t")]
    return unescaped("".join(part.text or "" for part in parts))


def unescaped(text: str) -> str:
    """_x000D_ stands for a character that XML cannot hold."""
    return ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) if "_x" in text else text


@lru_cache(maxsize=4096)
def position(reference: str) -> tuple[int, int]:
    """(row, column) from 0. Raises ValueError."""
    match = REFERENCE.fullmatch(reference)
    if match is None or int(match[2]) == 0:
        raise ValueError(reference)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1

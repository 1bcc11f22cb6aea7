"""Places in a file: where one lies in the form as filed, and how it is said. Pure."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from data.documents import Cell, Document
from data.texts import mark, translate

ROW = re.compile(r"第(\d+)行|^[A-Z]{1,3}(\d{1,7})$")
SHEET = re.compile(r"^([A-Z]{1,3})\d{1,7}$")
TEXT = re.compile(r"第\d+行第(\d+)列$")
LINE_AND_COLUMN = re.compile(r"第(\d+)行第(\d+)列")
PAGE_AND_TABLE = re.compile(r"第(\d+)页(?:表(\d+))?")  # of a scan or a PDF, before line and column
LINE = re.compile(r"第(\d+)行")
SAID, LINE_SAID = mark("第{row}行第{column}列"), mark("第{row}行")
TABLE_SAID, PAGE_SAID = mark("第{page}页表{table}"), mark("第{page}页")
Spot = tuple[int, int]  # row and column of the table, from 0


def row_number(place: str) -> int | None:
    """The row that a place names: 27 of "I27", 102 of "第102行第1列"."""
    found = ROW.search(place)
    return int(found[1] or found[2]) if found else None


def column_index(place: str) -> int | None:
    """The column that a place names, from 0: 8 of "I27", 3 of "第25行第4列"."""
    if letters := SHEET.match(place):
        number = 0
        for letter in letters[1]:
            number = number * 26 + ord(letter) - ord("A") + 1
        return number - 1
    found = TEXT.search(place)
    return int(found[1]) - 1 if found else None


def place_words(place: str, language: str) -> str:
    """A place in a file; "B7" stays, 第12行第3列 is said in the reader's language."""
    paged = PAGE_AND_TABLE.sub(lambda found: page_words(found, language), place)
    known = LINE_AND_COLUMN.sub(lambda found: translate(SAID, language, row=found[1], column=found[2]), paged)
    return known if language == "zh" else LINE.sub(lambda found: translate(LINE_SAID, language, row=found[1]), known)


def page_words(found: re.Match[str], language: str) -> str:
    """第1页表2 in the reader's language."""
    page, table = found.groups()
    return translate(TABLE_SAID if table else PAGE_SAID, language, page=page, table=table)


def cells_of(document: Document, place: str) -> tuple[Cell, ...]:
    """The cells of one form: of its table, from its first row to its last."""
    name, _, ends = place.rpartition("!")
    first, _, last = (row_number(end) for end in ends.partition(":"))
    if first is None or last is None:
        return ()
    tables = [one for one in document.tables if one.name == name]
    return tuple(cell for one in tables for cell in one.cells if first <= (row_number(cell.place) or 0) <= last)


def only_forms(document: Document, places: Collection[str]) -> Document:
    """The document with the cells of these forms alone."""
    kept = {place.rpartition("!")[0]: set[Cell]() for place in places}
    for place in places:
        kept[place.rpartition("!")[0]].update(cells_of(document, place))
    tables = (replace(one, cells=tuple(cell for cell in one.cells if cell in kept[one.name]))
              for one in document.tables if one.name in kept)  # fmt: skip
    return replace(document, tables=tuple(tables))


class Map:
    """The way from places to spots, learnt from the filled cells: it finds blank cells of the same rows too."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self._spots = {cell.place: (cell.row, cell.column) for cell in cells}
        self._rows = {row_number(cell.place): cell.row for cell in cells}
        # A file whose columns are not numbered as its places say gives no column for a blank cell.
        self._even = all(column_index(cell.place) == cell.column for cell in cells)

    def row(self, place: str | None) -> int | None:
        """The row of a place; None for the form as a whole and for places elsewhere."""
        if not place or ":" in place:
            return None
        spot = self._spots.get(place)
        return spot[0] if spot else self._rows.get(row_number(place))

    def spot(self, place: str | None) -> Spot | None:
        """The cell of a place, filled or blank."""
        row = self.row(place)
        if place is None or row is None:
            return None
        column = column_index(place) if self._even else None
        return self._spots.get(place) or (None if column is None else (row, column))

"""A document without its format: tables of cells with text, span and place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell, at its upper left corner.

    `row` and `column` count from 0 in the table. `text` is what a person reads, with figures in full:
    a cell that shows 77% and holds 0.77304 reads "77.304%". `place` is where a person finds it:
    "B7" in a sheet, "第12行第3列" in a text. `doubt` is the code of an issue where the text may be another than
    what stands on paper; "" for none. Only such a cell may have no text.
    """

    row: int
    column: int
    text: str
    place: str
    row_span: int = 1
    column_span: int = 1
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet or one text, its filled cells in reading order (row, then column)."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read. `sha256` names its bytes, `reader` the module that read it.

    `doubt` is the code of an issue that every form of it bears, because of its format; "" for none.
    """

    name: str
    sha256: str
    reader: str
    tables: tuple[Table, ...]
    doubt: str = ""

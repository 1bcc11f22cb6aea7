"""A list with a header, in whatever file it is kept: its rows with the cells of each column that has a meaning."""

import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from data.documents import Cell, Document, Table
from data.forms.folding import fold, is_dash, tidy
from data.forms.headers import is_indicator_header
from data.forms.layouts import Words, meaning, meanings

WORDS = Path(__file__).with_name("words.toml")
COMMAS = str.maketrans({",": ","})
# What a task list prints once for several rows. A text file knows no merged cells: there a blank repeats what is above.
PRINTED_ONCE = frozenset({"year", "department", "office"})


@dataclass(frozen=True, slots=True)
class Bound:
    """A column of the header and what it stands for."""

    role: str
    start: int
    end: int

    def holds(self, cell: Cell) -> bool:
        return self.start <= cell.column <= self.end


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: (role, text) in the order of its columns; blanks and strokes are left out."""

    place: str
    said: tuple[tuple[str, str], ...]

    def all(self, role: str) -> tuple[str, ...]:
        return tuple(text for found, text in self.said if found == role)

    def first(self, *roles: str) -> str | None:
        """The text of the first of these roles that the row fills."""
        return next((text for role in roles for text in self.all(role)), None)


@dataclass(frozen=True, slots=True)
class Listing:
    """One list of a document: the words above its header, which roles that has, and the rows below it."""

    above: tuple[str, ...]
    roles: frozenset[str]
    rows: tuple[Row, ...]


@cache
def read_words() -> dict[str, dict[str, Any]]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def listings(document: Document, kind: str, is_header: Callable[[frozenset[str]], bool]) -> Iterator[Listing]:
    """Every list of the document whose header has the columns asked for. `kind` is a table of words.toml."""
    words = meanings(read_words()[kind])
    for table in document.tables:
        for cells in (table.cells, split_at_commas(table.cells)):
            repeated = PRINTED_ONCE if kind == "expected" and document.reader == "text" else frozenset()
            found = listing(replace(table, cells=cells), words, is_header, repeated)
            if found is not None:
                yield found
                break


def split_at_commas(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """A small comma-separated file may have been read as lines of text: cut them at their commas."""
    alone = {row for row, found in groupby(cells, key=lambda cell: cell.row) if len(list(found)) == 1}
    parts = ((cell, cell.text.translate(COMMAS).split(",") if cell.row in alone else [cell.text]) for cell in cells)
    return tuple(
        replace(cell, column=cell.column + index, text=part.strip())
        for cell, found in parts
        for index, part in enumerate(found)
        if part.strip()
    )


def listing(
    table: Table, words: Words, is_header: Callable[[frozenset[str]], bool], repeated: frozenset[str]
) -> Listing | None:
    """The list of one table; None where it has none, or is a self-evaluation form."""
    lines = [tuple(line) for _, line in groupby(table.cells, key=lambda cell: cell.row)]
    head = next((line for line in lines if is_header(roles_of(line, words))), None)
    if head is None or any(map(is_indicator_header, lines)):
        return None
    top = head[0].row
    below = max(cell.row + cell.row_span for cell in head)
    bound = columns([cell for cell in table.cells if top <= cell.row < below], words)
    above = (*(cell.text for cell in table.cells if cell.row < top), table.name)
    rows = tuple(rows_below(table, below, bound, words, repeated))
    return Listing(above, frozenset(one.role for one in bound), rows)


def roles_of(cells: Sequence[Cell], words: Words) -> frozenset[str]:
    return frozenset(role for cell in cells if (role := meaning(cell.text, words)))


def columns(cells: Sequence[Cell], words: Words) -> tuple[Bound, ...]:
    """The columns of a header, which may take several rows."""
    found = ((cell, meaning(cell.text, words)) for cell in sorted(cells, key=lambda cell: cell.column))
    return tuple(Bound(role, cell.column, cell.column + cell.column_span - 1) for cell, role in found if role)


def rows_below(
    table: Table, below: int, bound: Sequence[Bound], words: Words, repeated: frozenset[str]
) -> Iterator[Row]:
    """The rows of the list. A merged cell speaks for every row that it covers, one of `repeated` until the next."""
    lasting = [one for one in bound if one.role in repeated]
    covering: dict[int, Cell] = {}
    for line in lines_from(table, below):
        here = [cell for cell in line if any(one.holds(cell) for one in bound)]
        covering = {
            column: cell
            for column, cell in covering.items()
            if cell.row + cell.row_span > line[0].row or any(one.holds(cell) for one in lasting)
        } | {cell.column: cell for cell in here}
        if here and not is_skipped(line, words):
            yield Row(place_of(table, here[0]), tuple(spoken(covering, bound)))


def lines_from(table: Table, below: int) -> Iterator[tuple[Cell, ...]]:
    rest = (cell for cell in table.cells if cell.row >= below)
    yield from (tuple(line) for _, line in groupby(rest, key=lambda cell: cell.row))


def spoken(covering: Mapping[int, Cell], bound: Sequence[Bound]) -> Iterator[tuple[str, str]]:
    for one in bound:
        for cell in covering.values():
            if one.holds(cell) and not is_dash(cell.text):
                yield one.role, tidy(cell.text)


def is_skipped(line: Sequence[Cell], words: Words) -> bool:
    """Totals, notes under the list, and the header where it is printed again on the next page."""
    totals = any(fold(cell.text) in read_words()["skipped"]["totals"] for cell in line[:2])
    header = sum(1 for cell in line if meaning(cell.text, words)) >= 2
    return totals or header or is_note(line)


def is_note(line: Sequence[Cell]) -> bool:
    """注:… or 填表人:张三. A department whose name begins so has neither a colon nor its row to itself."""
    text = unicodedata.normalize("NFKC", line[0].text)
    return (len(line) == 1 or ":" in text) and fold(text[:4]).startswith(tuple(read_words()["skipped"]["notes"]))


def place_of(table: Table, cell: Cell) -> str:
    return f"{table.name}!{cell.place}" if table.name else cell.place

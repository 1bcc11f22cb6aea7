"""What is nearly the header of a list: its place, and the column that it lacks."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from data.documents import Cell, Document
from data.forms.headers import is_indicator_header
from data.forms.layouts import meanings
from data.registry.grid import place_of, read_words, roles_of, split_at_commas

# What each list needs, by the word that its template prints, and the roles that stand for it.
NEEDED = {
    "names": {"曾用名": {"former"}, "现名称": {"current", "department"}},
    "expected": {"主管部门": {"department", "office"}, "项目名称": {"project"}},
}


@dataclass(frozen=True, slots=True)
class NearHeader:
    """A row that may be meant as the header of a list of `kind`, and the word for the column that is missing."""

    place: str
    kind: str
    column: str
    known: int


def lines_of(document: Document) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    """Every row with its place, commas cut as in the lists themselves."""
    for table in document.tables:
        for _, line in groupby(split_at_commas(table.cells), key=lambda cell: cell.row):
            cells = tuple(line)
            yield place_of(table, cells[0]), cells


def is_form(document: Document) -> bool:
    """The document is a self-evaluation form, and no list at all."""
    return any(is_indicator_header(cells) for _, cells in lines_of(document))


def near_header(document: Document) -> NearHeader | None:
    """The row that is most like a header; None where none is, or where it could be that of either list."""
    found = [one for place, cells in lines_of(document) for kind in NEEDED for one in near(place, kind, cells)]
    best = max((one.known for one in found), default=0)
    first = [one for one in found if one.known == best][:2]
    clear = len({one.kind for one in first if one.place == first[0].place}) == 1
    return first[0] if first and clear else None


def near(place: str, kind: str, cells: tuple[Cell, ...]) -> Iterator[NearHeader]:
    """The row as a header of `kind` that lacks one of its columns; nothing where it lacks both, or is no header."""
    roles = roles_of(cells, meanings(read_words()[kind]))
    missing = [word for word, needed in NEEDED[kind].items() if not roles & needed]
    if len(cells) > 1 and len(missing) == 1:
        yield NearHeader(place, kind, missing[0], len(roles))

"""Bind the columns of a block to their roles by the words of its header."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from data.documents import Cell
from data.forms.folding import bare, fold
from data.forms.joined import joined_role
from data.forms.layouts import Words, meaning, synonyms

Row = tuple[Cell, ...]
OTHER = "other"
FEWEST_WORDS = 3
FEWEST_HEADINGS = 4
DIGIT = re.compile(r"\d")
YEAR = re.compile(r"([2\uff12][0\uff10]\d\d)\s*年度?")
LAST_YEAR = 9999
INDICATOR_CORE = frozenset({"level1", "level2", "name", "target", "actual"})
FUNDING_CORE = frozenset({"initial", "adjusted", "executed", "rate"})


@dataclass(frozen=True, slots=True)
class Column:
    """A role and the columns of the table that its header covers."""

    role: str
    start: int
    end: int


def found_roles(row: Row, words: Words) -> set[str]:
    return {role for cell in row if (role := meaning(YEAR.sub("", cell.text), words))}


@lru_cache(maxsize=8192)
def indicator_meaning(text: str) -> str | None:
    """The role that a text has as the header of a column of indicators. Every row of a form is asked several times."""
    return meaning(text, synonyms().indicator_columns)


def is_indicator_header(row: Row) -> bool:
    if len(row) < FEWEST_WORDS:
        return False
    roles = {role for cell in row if (role := indicator_meaning(cell.text))}
    return len(roles) >= FEWEST_WORDS and len(roles & INDICATOR_CORE) >= 2


def is_split_header(header: Row, row: Row) -> bool:
    """The row below a header that divides some of its cells: 年度指标值 into 符号, 数值 and 单位."""
    words = [cell for cell in row if not is_block_label(cell)]
    known = [indicator_meaning(cell.text) is not None for cell in words]
    wide = [heading for heading in header if heading.column_span > 1]
    below = all(any(is_below(cell, heading) for heading in wide) for cell in words)
    # All other headings are drawn down beside this row.
    beside = all(heading in wide or heading.row_span > 1 for heading in header) and len(words) > 1
    return (any(known) and ((len(words) > 1 and all(known)) or below)) or (beside and below)


def is_funding_header(row: Row) -> bool:
    """Two of its core words, or a row of headings of which at least one is such a word and others hold one."""
    core = found_roles(row, synonyms().funding_columns) & FUNDING_CORE
    if len(core) != 1:
        return len(core) > 1
    roles = [funding_role(cell.text) for cell in row if not DIGIT.search(YEAR.sub("", cell.text))]
    return len({role for role in roles if role != OTHER}) >= FEWEST_HEADINGS and len(roles) == len(row)


def indicator_role(text: str) -> str:
    """The role of one header cell of the indicators; `other` for a column that no record keeps."""
    label = YEAR.sub("", text)
    return joined_role(label) or indicator_meaning(label) or holding(label, synonyms().indicator_contains)


def funding_role(text: str) -> str:
    label = YEAR.sub("", text)
    return (
        joined_role(label) or meaning(label, synonyms().funding_columns) or holding(label, synonyms().funding_contains)
    )


def holding(text: str, words: Sequence[tuple[str, str]]) -> str:
    """The role of the first of `words` that a header holds; `other` where it holds none."""
    letters = fold(text)
    return next((role for word, role in words if word in letters), OTHER)


def is_block_label(cell: Cell) -> bool:
    return fold(cell.text) in synonyms().block_labels


def bind_indicators(rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns of a header of one row, or of two where the target is split below its own heading."""
    order = synonyms().indicator_order
    cells = [cell for row in rows for cell in row if not is_block_label(cell)]
    split = {(cell.row, cell.column) for cell in cells if any(is_below(other, cell) for other in cells)}
    named = [(cell, indicator_role(cell.text)) for cell in cells if (cell.row, cell.column) not in split]
    if all(role != "name" for _, role in named):
        # Without a column of names the words 绩效指标 are no label of the block: they head the names.
        labels = [cell for row in rows for cell in row if is_block_label(cell) and cell.column_span < len(named)]
        named += [(cell, "name") for cell in labels[:1]]
    return columns_of(named, order)


def bind_funding(row: Row) -> tuple[Column, ...]:
    """The columns behind the label of the block."""
    cells = [(cell, funding_role(cell.text)) for cell in row]
    first = next((index for index, (_, role) in enumerate(cells) if role != OTHER), 0)
    return columns_of(cells[first:], synonyms().funding_order)


def is_below(cell: Cell, heading: Cell) -> bool:
    return heading.row < cell.row and heading.column <= cell.column < heading.column + heading.column_span


def columns_of(cells: Iterable[tuple[Cell, str]], order: Mapping[str, int]) -> tuple[Column, ...]:
    """From left to right. Of two headers of one role the one that `order` names first is it; the other is not kept."""
    bound = sorted(cells, key=lambda found: found[0].column)
    names = [cell.column for cell, role in bound if role == "name"]
    best: dict[str, Cell] = {}
    for cell, role in bound:
        if (
            role not in best
            or rank(cell.text, order) < rank(best[role].text, order)
            or of_level(best[role], cell, names)
        ):
            best[role] = cell
    return tuple(
        Column(role if best[role] is cell else OTHER, cell.column, cell.column + cell.column_span - 1)
        for cell, role in bound
    )


def of_level(first: Cell, second: Cell, names: Sequence[int]) -> bool:
    """The first of two headers of one role stands in front of the names: the points of a level, not of a line."""
    return any(first.column < name < second.column for name in names)


def rank(text: str, order: Mapping[str, int]) -> tuple[int, int]:
    """Smaller is better: no year before a year, the later year before the earlier, then the order of the words."""
    year = YEAR.search(text)
    label = YEAR.sub("", text)
    return -int(year[1]) if year else -LAST_YEAR, min(
        order.get(form, len(order)) for form in (fold(label), bare(label))
    )


def default_columns(roles: Sequence[str], starts: Sequence[int]) -> tuple[Column, ...]:
    """The columns of a block without a header: roles in the layout's order over the columns that are in use."""
    used = list(starts) + [starts[-1] + 1 + index for index in range(len(roles))] if starts else list(range(len(roles)))
    return tuple(Column(role, used[index], used[index]) for index, role in enumerate(roles))

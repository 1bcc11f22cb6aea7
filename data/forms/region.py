"""Cut a table into the forms that it holds, one under the other."""

import re
from collections.abc import Iterator
from functools import lru_cache

from data.documents import Cell, Table
from data.forms.folding import NO_LETTER, bare, fold
from data.forms.headers import is_indicator_header
from data.forms.layouts import meaning, synonyms

LONGEST_TITLE = 60
CONTINUED = re.compile(r"[(\uff08]?续表?[)\uff09]?\s*$")
HEADS = frozenset({"project", "department", "unit", "budget_unit", "funding"})
HEAD_WITHIN = 4
ATTACHMENT = re.compile(r"附[件表]\s*[\d一二三四五六七八九十]*\s*[-—:\uff1a]?\s*\d*")
COLON = re.compile(r"[:\uff1a]")
# (2022年度), with or without 单位:万元 behind it.
YEAR_LINE = re.compile(
    r"\D{0,3}[2\uff12][0\uff10]\d\d\s*年?度?\D{0,3}?(?:\s*[(\uff08]?(?:金额)?单位[:\uff1a]\s*\w{1,3}元?\D{0,2})?"
)

Row = tuple[Cell, ...]


def rows_of(table: Table) -> list[Row]:
    """The filled rows of a table, from top to bottom, each from left to right."""
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    return [tuple(cells) for _, cells in sorted(rows.items())]


def row_regions(rows: list[Row]) -> list[list[Row]]:
    """The rows of each form. What stands above the first form belongs to it; [] where there is none."""
    starts = list(form_starts(rows))
    if not starts:
        return []
    ends = [*starts[1:], len(rows)]
    return [rows[start:end] for start, end in zip([0, *starts[1:]], ends, strict=True)]


def form_starts(rows: list[Row]) -> Iterator[int]:
    """A form begins at its title, or at 项目名称 where it has none, or else at its table of indicators."""
    titled = named = begun = False
    for index, row in enumerate(rows):
        if title_of(row) is not None:
            if begun and not has_head(rows, index):
                continue  # printed again on a new page
            if not begun or named or not titled:
                yield preface(rows, index)
                titled, named, begun = True, False, True
        elif is_project_row(row):
            if not begun or named:
                yield preface(rows, index)
                titled = False
            named = begun = True
        elif not begun and is_indicator_header(row):
            yield index
            named = begun = True


def has_head(rows: list[Row], title: int) -> bool:
    """Whether the title is followed by a head of its own before a table of indicators or another title."""
    for row in rows[title + 1 :]:
        if any(head_meaning(cell.text) in HEADS for cell in row[:HEAD_WITHIN]):
            return True
        if is_indicator_header(row) or title_of(row) is not None:
            return False
    return False


def preface(rows: list[Row], index: int) -> int:
    """附件2 and (2022年度) in front of a title belong to the form below them."""
    while index > 0 and len(rows[index - 1]) == 1 and is_preface(rows[index - 1][0].text):
        index -= 1
    return index


def is_preface(text: str) -> bool:
    return ATTACHMENT.fullmatch(text.strip()) is not None or YEAR_LINE.fullmatch(text.strip()) is not None


def title_of(row: Row) -> Cell | None:
    """The title, if this row is one: few cells, and one of them ends as titles do."""
    return next((cell for cell in row if is_title(cell.text)), None) if len(row) <= 3 else None


def is_title(text: str) -> bool:
    # Every cell of a form is asked: most are answered by this character.
    return "自" in text and ends_as_titles(CONTINUED.sub("", text))


def ends_as_titles(text: str) -> bool:
    if ("自评" not in NO_LETTER.sub("", text) and "自我评价" not in text) or len(text) > LONGEST_TITLE:
        return False
    return (bare(text) or fold(text)).rstrip("0123456789年度").endswith(synonyms().titles)


def is_project_row(row: Row) -> bool:
    return any(head_meaning(cell.text) == "project" for cell in row[:4])


@lru_cache(maxsize=8192)
def head_meaning(text: str) -> str | None:
    """Which line of the head a label stands for."""
    return meaning(head_label(text), synonyms().head)


def head_label(text: str) -> str:
    """The label in front of a colon, where label and value share one cell."""
    return COLON.split(text[:30], maxsplit=1)[0]

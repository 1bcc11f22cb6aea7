"""The labels of a form's head and their values: project, department, unit and whatever else stands there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.documents import Cell
from data.forms.folding import is_dash, tidy
from data.forms.layouts import Words, meaning, synonyms
from data.forms.ledger import Ledger
from data.forms.region import Row

PAIR = re.compile(r"\s*([^:\uff1a]{2,24}?)\s*[:\uff1a]\s*(.*)", re.S)
GOALS = frozenset({"goals", "goal", "goal_reached"})
# Where the next label begins in a cell that holds several: 主管部门:甲局  实施单位:乙站.
NEXT_LABEL = re.compile(r"\s+(?=[\u4e00-\u9fff]{2,12}(?:[(\uff08][^()\uff08\uff09]{1,8}[)\uff09])?\s*[:\uff1a])")
BLOCKS = frozenset({"funding"})  # labels that have no value of their own


@dataclass(frozen=True, slots=True)
class Field:
    """One label of the head; `cell` holds its value, and `text` is None where that is blank."""

    label: Cell
    cell: Cell | None
    text: str | None


def head_fields(rows: Sequence[Row], ledger: Ledger) -> dict[str, Field]:
    """Label → value, the first filled one of each. Values that no record keeps become issues."""
    found: dict[str, Field] = {}
    for row in rows:
        for name, field in row_fields(row):
            if name == "unrecorded" and field.cell is not None:
                ledger.leave(field.cell)
            elif name not in found or found[name].text is None:
                found[name] = field
                ledger.read(field.cell)
            if field.cell is not field.label:
                ledger.read(field.label)
    return found


def row_fields(row: Row) -> Iterator[tuple[str, Field]]:
    """The labels of one row: the value stands in the next cell, or behind a colon in the same one."""
    words = synonyms().head
    for index, cell in enumerate(row):
        if pairs := labelled(cell.text, words):
            yield from ((name, Field(cell, cell, value_text(text))) for name, text in pairs)
        elif (name := meaning(cell.text, words)) and name not in GOALS:
            yield name, beside(cell, row[index + 1] if index + 1 < len(row) else None)


def labelled(text: str, words: Words) -> list[tuple[str, str]]:
    """Each known label of one cell with the text behind its colon; [] where the cell begins with none."""
    parts = NEXT_LABEL.split(text) if ":" in text or "\uff1a" in text else []
    pairs = [pair for part in parts if (pair := PAIR.fullmatch(part)) and pair[2].strip()]
    named = [(meaning(pair[1], words), pair[2]) for pair in pairs]
    known = [(name, value) for name, value in named if name is not None and name not in GOALS]
    return known if named and named[0][0] is not None else []


def beside(label: Cell, following: Cell | None) -> Field:
    if following is None or meaning(label.text, synonyms().head) in BLOCKS or meaning(following.text, synonyms().head):
        return Field(label, None, None)
    return Field(label, following, value_text(following.text))


def value_text(text: str) -> str | None:
    return None if is_dash(text) else tidy(text) or None

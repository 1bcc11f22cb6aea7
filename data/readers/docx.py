"""Word documents (.docx, .docm), read straight from their parts: tables and the paragraphs around them.

Tracked changes are read as accepted: what was deleted or moved away is not there. Hidden text is not read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from data.documents import Table
from data.readers.docx_text import is_kept, local_name, paragraph_text
from data.readers.flow import MOST_SPAN, Block, Box, Flow, Grid, Paragraph
from data.readers.parts import Parts, declares

MAIN = re.compile(
    rb"wordprocessingml\.(document|template)\.main\+xml|ms-word\.(document|template)\.macroEnabled(Template)?\.main\+xml"
)
# What stands between a body, table or row and its content: content controls, inserted text, custom marks.
WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"})
CONTINUED = ("", "continue")


def is_word(content: bytes) -> bool:
    return declares(content, MAIN)


def read_word(name: str, content: bytes) -> tuple[Table, ...]:
    """The body as one table without a name."""
    with Parts(name, content) as parts:
        parts.refuse_doctypes()
        body = parts.tree(main_part(parts)).find("{*}body")
        blocks = [] if body is None else list(blocks_of(body))
    return (Flow(name).table(blocks),)


def main_part(parts: Parts) -> str:
    links = parts.related("")
    return next((part for part in links.values() if part.endswith("document.xml")), "word/document.xml")


def content_of(element: etree._Element) -> Iterator[etree._Element]:
    """The children that count, with wrappers opened."""
    for child in element:
        if not is_kept(child):
            continue
        if local_name(child) in WRAPPERS:
            yield from content_of(child)
        else:
            yield child


def blocks_of(parent: etree._Element) -> Iterator[Block]:
    for child in content_of(parent):
        kind = local_name(child)
        if kind == "tbl":
            yield grid_of(child)
        elif kind == "p":
            if text := paragraph_text(child):
                yield Paragraph(text)
            yield from boxed(child)


def boxed(paragraph: etree._Element) -> Iterator[Block]:
    """The blocks of text boxes that are anchored in a paragraph; the fallback repeats them for old programs."""
    for box in paragraph.iter("{*}txbxContent"):
        above = [local_name(each) for each in box.iterancestors()]
        if "Fallback" not in above and above.count("txbxContent") == paragraph_boxes(paragraph):
            yield from blocks_of(box)


def paragraph_boxes(paragraph: etree._Element) -> int:
    return sum(1 for _ in paragraph.iterancestors("{*}txbxContent"))


@dataclass(slots=True)
class Slot:
    """A cell while its rows are still counted."""

    column: int
    width: int
    merge: str | None  # None: not merged; "restart"; "" or "continue"
    text: str
    grids: tuple[Grid, ...]
    height: int = 1


def grid_of(table: etree._Element) -> Grid:
    """The boxes of one table; a cell merged downwards counts the rows that continue it."""
    rows: list[list[Slot]] = []
    above: dict[int, Slot] = {}
    for row in content_of(table):
        if local_name(row) != "tr" or row.find("{*}trPr/{*}del") is not None:
            continue
        kept: list[Slot] = []
        begun: dict[int, Slot] = {}
        for slot in slots_of(row):
            upper = above.get(slot.column)
            if slot.merge in CONTINUED and upper is not None and upper.merge is not None:
                # Word shows nothing of what a continued cell holds.
                upper.height += 1
                begun[slot.column] = upper
            else:
                kept.append(slot)
                begun[slot.column] = slot
        above = begun
        rows.append(kept)
    return Grid(tuple(tuple(Box(s.column, s.text, s.height, s.width, s.grids) for s in slots) for slots in rows))


def slots_of(row: etree._Element) -> Iterator[Slot]:
    column = whole(row.find("{*}trPr/{*}gridBefore"), 0)
    slots: list[Slot] = []
    for cell in content_of(row):
        if local_name(cell) != "tc" or cell.find("{*}tcPr/{*}cellDel") is not None:
            continue
        width = max(whole(cell.find("{*}tcPr/{*}gridSpan"), 1), 1)
        if slots and merge_of(cell, "hMerge") in CONTINUED:
            slots[-1].width += width
        else:
            blocks = list(blocks_of(cell))
            slots.append(Slot(column, width, merge_of(cell, "vMerge"), text_of(blocks), grids_of(blocks)))
        column += width
    yield from slots


def text_of(blocks: Sequence[Block]) -> str:
    return "\n".join(block.text for block in blocks if isinstance(block, Paragraph)).strip()


def grids_of(blocks: Sequence[Block]) -> tuple[Grid, ...]:
    return tuple(block for block in blocks if isinstance(block, Grid))


def merge_of(cell: etree._Element, name: str) -> str | None:
    mark = cell.find(f"{{*}}tcPr/{{*}}{name}")
    return None if mark is None else value_of(mark)


def value_of(element: etree._Element) -> str:
    return next((str(value) for key, value in element.items() if str(key).endswith("}val")), "")


def whole(element: etree._Element | None, otherwise: int) -> int:
    text = "" if element is None else value_of(element)
    return min(int(text), MOST_SPAN) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise

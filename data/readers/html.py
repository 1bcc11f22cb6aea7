"""Web pages (.html, and the many .xls files that are web pages inside): tables and the text around them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from lxml import etree, html

from data.documents import Table
from data.errors import DamagedFile
from data.readers.faults import BAD_ENCODING, BROKEN_XML
from data.readers.figures import NUMBER, plain
from data.readers.flow import Block, Box, Flow, Grid, Paragraph
from data.readers.limits import TEXT_BYTES
from data.readers.text import UTF16, decoded

OPENING = re.compile(
    rb"(\xef\xbb\xbf)?\s*(<!--.*?-->\s*)*<(!DOCTYPE\s+html|html|table|meta|head|body|div|style)\b", re.S | re.I
)
XHTML = re.compile(rb"(\xef\xbb\xbf)?\s*<\?xml[^>]*\?>\s*(<!--.*?-->\s*)*<(!DOCTYPE\s+html|html)\b", re.S | re.I)
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
SHIFTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
CHINESE = ("gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936")  # all of them are gb18030 with gaps

UNSHOWN = frozenset({"script", "style", "head", "template", "noscript", "textarea", "select", "object", "iframe"})
INLINE = frozenset({
    "a", "abbr", "b", "big", "code", "del", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "o", "q", "s",
    "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "wbr", "bdi", "bdo", "cite", "input", "img", "ruby",
})  # fmt: skip
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
ROW_GROUPS = ("thead", "tbody", "tfoot")
MOST_SPAN = 1000  # as browsers have it
SPACE = re.compile(r"[ \t\r\n\f]+")


def is_web_page(content: bytes) -> bool:
    head = content[:65536].replace(b"\0", b"") if content.startswith(UTF16) else content[:65536]
    head = head[2:] if content.startswith(UTF16) else head
    return bool(OPENING.match(head) or XHTML.match(head))


def read_web_page(name: str, content: bytes) -> tuple[Table, ...]:
    """The page as one table without a name. Raises Damaged and LimitPassed."""
    TEXT_BYTES.check(name, len(content))
    text = page_text(content)
    if text is None:
        raise DamagedFile(name, reason=BAD_ENCODING)
    try:
        root = html.document_fromstring(SHIFTED.sub(" ", XML_DECLARATION.sub("", text)))
        return (Flow(name).table(list(blocks_of(root))),)
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise DamagedFile(name, reason=BROKEN_XML) from error


def page_text(content: bytes) -> str | None:
    """In the encoding that the page declares, when that holds; else as plain text is read."""
    declared = DECLARED.search(content[:4096])
    encoding = declared[1].decode("ascii").lower() if declared and not content.startswith(UTF16) else ""
    for each in ("gb18030" if encoding in CHINESE else encoding,):
        try:
            return content.decode("utf-8-sig" if each == "utf-8" else each)
        except (LookupError, UnicodeDecodeError):
            continue
    return decoded(content)


def blocks_of(element: etree._Element) -> Iterator[Block]:
    """Tables, and the lines of text between them."""
    line: list[str] = []
    for piece in pieces(element):
        if isinstance(piece, str) and piece != "\n":
            line.append(piece)
            continue
        if text := tidy("".join(line)):
            yield Paragraph(text)
        line.clear()
        if isinstance(piece, Grid):
            yield piece
    if text := tidy("".join(line)):
        yield Paragraph(text)


def pieces(element: etree._Element) -> Iterator[str | Grid]:
    """Text, "\\n" where a line ends, and tables, in reading order."""
    yield SPACE.sub(" ", element.text or "")
    for child in element:
        if is_shown(child):
            yield from child_pieces(child)
        yield SPACE.sub(" ", child.tail or "")


def child_pieces(child: etree._Element) -> Iterator[str | Grid]:
    name = child.tag
    if name == "br":
        yield "\n"
    elif name == "table":
        yield grid_of(child)
    elif name == "input" and child.get("type", "").lower() in ("checkbox", "radio"):
        yield "☑" if child.get("checked") is not None else "□"
    elif name == "rt":
        return
    elif name in INLINE:
        yield from pieces(child)
    else:
        yield "\n"
        yield from pieces(child)
        yield "\n"


def is_shown(element: etree._Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in UNSHOWN or element.get("hidden") is not None:
        return False
    return not HIDDEN.search(element.get("style", ""))


def tidy(text: str) -> str:
    return text.replace("\xa0", " ").strip()


def grid_of(table: etree._Element) -> Grid:
    """The boxes of a table; `taken` counts for each column the rows that a cell from above still covers."""
    rows: list[tuple[Box, ...]] = []
    taken: dict[int, int] = {}
    captions = [(Box(0, text, 1, 1),) for each in table.iterchildren("caption") if (text := tidy(cell_text(each)[0]))]
    for row in rows_of(table):
        boxes: list[Box] = []
        column = 0
        following = {index: left - 1 for index, left in taken.items() if left > 1}
        for cell in row.iterchildren("td", "th"):
            if not is_shown(cell):
                continue
            while taken.get(column):
                column += 1
            width, height = span(cell, "colspan"), span(cell, "rowspan")
            text, grids = cell_text(cell)
            boxes.append(Box(column, figure_in_full(cell, text), height, width, grids))
            if height > 1:
                following.update(dict.fromkeys(range(column, column + width), height - 1))
            column += width
        taken = following
        rows.append(tuple(boxes))
    return Grid((*captions, *rows))


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if not is_shown(child):
            continue
        if child.tag == "tr":
            yield child
        elif child.tag in ROW_GROUPS:
            yield from (row for row in child.iterchildren("tr") if is_shown(row))


def span(cell: etree._Element, name: str) -> int:
    text = cell.get(name, "1").strip()
    return min(max(int(text), 1), MOST_SPAN) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def cell_text(cell: etree._Element) -> tuple[str, tuple[Grid, ...]]:
    blocks = list(blocks_of(cell))
    text = "\n".join(block.text for block in blocks if isinstance(block, Paragraph))
    return text, tuple(block for block in blocks if isinstance(block, Grid))


def figure_in_full(cell: etree._Element, text: str) -> str:
    """Excel keeps the figure in x:num beside what it shows: 77% with 0.77304 reads 77.304%."""
    kept = cell.get("x:num", cell.get("num", ""))
    if not NUMBER.fullmatch(kept) or len(kept) > 40:
        return text
    figure = Decimal(format(float(kept), ".15g"))
    if not figure.is_finite():
        return text
    shown = text.replace(",", "")
    if shown.endswith("%") and NUMBER.fullmatch(shown[:-1]):
        return plain(figure * 100, decimals_of(shown[:-1])) + "%"
    return plain(figure, decimals_of(shown)) if NUMBER.fullmatch(shown) else text


def decimals_of(shown: str) -> int:
    return len(shown.partition(".")[2]) if "e" not in shown.lower() else 0

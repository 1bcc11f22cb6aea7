"""A report put on paper: the template filled in, tables given their widths.

Texts of forms are values, never templates.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tc
from docx.shared import Emu, Mm
from docx.table import Table
from docxtpl import DocxTemplate, InlineImage
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from analytics.exports.clean import visible
from analytics.reports.drawing import draw
from analytics.reports.notice import KEYS, Notice
from analytics.reports.report import Annex, Brief, Picture, Section

FOLDER = Path(__file__).with_name("templates")
PICTURE_WIDTH = Mm(154)
# A hand may number annexes and headings otherwise: the numbers are words here, the template only places them.
DIGITS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Part:
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A section as the template places it, its headings numbered."""

    heading: str
    parts: tuple[Part, ...]
    pictures: tuple[InlineImage, ...]


def brief_file(brief: Brief, language: str) -> bytes:
    """The brief as the bytes of a .docx."""
    template = opened("brief")
    sections = [placed(one, at, template, language) for at, one in enumerate(brief.sections)]
    annexes = [numbered(one, at, language) for at, one in enumerate(brief.annexes, start=1)]
    return filled(template, annexes, brief=brief, sections=sections)


def notice_file(notice: Notice) -> bytes:
    """The notice as the bytes of a .docx."""
    return filled(opened("notice"), (notice.annex,), notice=notice, annex=notice.annex)


def notices_file(notices: Sequence[Notice]) -> bytes:
    """All notices in one zip, each under its department's name."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for number, one in enumerate(notices, start=1):
            archive.writestr(f"{number:02d}-{file_name(one.department)}.docx", notice_file(one))
    return buffer.getvalue()


def file_name(text: str) -> str:
    """A text as the name of a file on every system."""
    kept = "".join(char for char in visible(text) if char not in '\\/:*?"<>|' and char.isprintable())
    return kept[:60].strip(" .") or "_"


def opened(name: str) -> DocxTemplate:
    return DocxTemplate(BytesIO(_template(FOLDER / f"{name}.docx", (FOLDER / f"{name}.docx").stat().st_mtime_ns)))


@lru_cache(maxsize=4)
def _template(path: Path, _changed: int) -> bytes:
    return path.read_bytes()


def filled(template: DocxTemplate, annexes: Sequence[Annex], **values: object) -> bytes:
    """Fill the template in a sandbox and set the tables."""
    template.render({**values, "annexes": annexes}, jinja_env=environment(), autoescape=True)
    word: Word = template.docx
    for table, annex in zip(word.tables[-len(annexes) :], annexes, strict=True):
        set_table(word, table, annex)
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def environment() -> SandboxedEnvironment:
    """Every text is escaped and made visible; a template that was edited reaches nothing but what it is given."""
    return SandboxedEnvironment(autoescape=True, finalize=safe)


def safe(value: object) -> object:
    """A text as XML. The library reads signs like {_{ after filling in: a written-out underscore hides them."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return Markup(str(escape(visible(value))).replace("_", "&#95;"))  # noqa: S704  escaped in this very line


def placed(section: Section, at: int, template: DocxTemplate, language: str) -> Placed:
    headed = [part for part in section.paragraphs if part.heading]
    parts = tuple(
        Part(second(headed.index(part), part.heading, language) if part.heading else "", part.text)
        for part in section.paragraphs
    )
    pictures = tuple(image for one in section.pictures if (image := drawn(one, template)) is not None)
    return Placed(first(at, section.heading, language), parts, pictures)


def first(at: int, heading: str, language: str) -> str:
    return f"{DIGITS[at]}、{heading}" if language == "zh" else f"{at + 1}. {heading}"


def second(at: int, heading: str, language: str) -> str:
    return f"\uff08{DIGITS[at]}\uff09{heading}" if language == "zh" else f"({at + 1}) {heading}"


def drawn(picture: Picture, template: DocxTemplate) -> InlineImage | None:
    content = draw(picture)
    return None if content is None else InlineImage(template, BytesIO(content), width=PICTURE_WIDTH)


def numbered(annex: Annex, at: int, language: str) -> Annex:
    title = f"附表{at}  {annex.title}" if language == "zh" else f"Table {at}  {annex.title}"
    return Annex(title, annex.unit, annex.heads, annex.rows, annex.widths, annex.figures)


def set_table(word: Word, table: Table, annex: Annex) -> None:
    """Columns by their shares of the page: Word and LibreOffice both go by widths in grid and cells."""
    section = word.sections[-1]
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    widths = [room * share // sum(annex.widths) for share in annex.widths]
    table.autofit = False
    set_grid(table, widths)
    for number, row in enumerate(table._tbl.tr_lst):
        for at, (cell, width) in enumerate(zip(row.tc_lst, widths, strict=True)):
            cell.width = Emu(width)
            if number and at in annex.figures:
                restyle(cell, word, "表内数字")
            if number and KEYS.fullmatch(written(cell)):
                restyle(cell, word, "回复键")


def written(cell: CT_Tc) -> str:
    """The text of a cell: `itertext` would give it once for every element around it."""
    return "".join(part.text or "" for part in cell.iter(qn("w:t")))


def restyle(cell: CT_Tc, word: Word, style: str) -> None:
    for paragraph in cell.p_lst:
        paragraph.style = word.styles[style].style_id


def set_grid(table: Table, widths: Sequence[int]) -> None:
    grid = table._tbl.tblGrid
    for old in list(grid):
        grid.remove(old)
    for width in widths:
        column = OxmlElement("w:gridCol")
        column.set(qn("w:w"), str(width // 635))  # English metric units in twentieths of a point
        grid.append(column)

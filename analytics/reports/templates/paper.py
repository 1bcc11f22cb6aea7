"""A page as Chinese offices lay it out: margins, fonts, styles, page number."""

from typing import cast

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

# Each font with the one that stands in where it is not installed; Word reads both from the table of fonts.
FALLBACKS = {
    "方正小标宋简体": "宋体",
    "仿宋": "Noto Serif CJK SC",
    "黑体": "Noto Sans CJK SC",
    "楷体": "Noto Serif CJK SC",
    "宋体": "Noto Serif CJK SC",
}
PARAGRAPH = WD_STYLE_TYPE.PARAGRAPH
LATIN = "Times New Roman"
# Style: font, size in points, bold, lines apart in points (None: single), first line indented by two characters.
STYLES = {
    "Normal": ("仿宋", 16, False, 28, True),
    "公文标题": ("方正小标宋简体", 22, True, 34, False),
    "公文副题": ("楷体", 16, False, 28, False),
    "一级标题": ("黑体", 16, False, 28, True),
    "二级标题": ("楷体", 16, False, 28, True),
    "称谓": ("仿宋", 16, False, 28, False),
    "落款": ("仿宋", 16, False, 28, False),
    "附表标题": ("黑体", 14, False, 26, False),
    "表内文字": ("仿宋", 10.5, False, None, False),
    "表内数字": ("仿宋", 10.5, False, None, False),
    "表头文字": ("黑体", 10.5, False, None, False),
    "回复键": ("宋体", 6, False, None, False),
    "附表单位": ("仿宋", 10.5, False, None, False),
    "图": ("仿宋", 10.5, False, None, False),
    "数据说明": ("仿宋", 10.5, False, 18, False),
}
ALIGNED = {
    "公文标题": "CENTER",
    "公文副题": "CENTER",
    "落款": "RIGHT",
    "附表标题": "LEFT",
    "表内数字": "RIGHT",
    "附表单位": "RIGHT",
    "图": "CENTER",
    "表头文字": "CENTER",
}


def blank_paper() -> Word:
    """An empty document with the page and the styles."""
    word = Document()
    for element in list(word.element.body)[:-1]:
        word.element.body.remove(element)
    for name, look in STYLES.items():
        dress(style_of(word, name), name, *look)
    set_page(word.sections[0])
    name_fallbacks(word)
    return word


def style_of(word: Word, name: str) -> ParagraphStyle:
    return cast("ParagraphStyle", word.styles["Normal"] if name == "Normal" else word.styles.add_style(name, PARAGRAPH))


def dress(
    style: ParagraphStyle, name: str, font: str, size: float, bold: bool, apart: int | None, indent: bool
) -> None:
    style.font.name, style.font.size, style.font.bold = LATIN, Pt(size), bold
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font)
    # Without the hint, quotation marks and dashes of Chinese texts are set in the Latin font, half as wide.
    fonts.set(qn("w:hint"), "eastAsia")
    look = style.paragraph_format
    look.space_before = look.space_after = Pt(6 if name == "图" else 0)
    look.line_spacing_rule = WD_LINE_SPACING.SINGLE if apart is None else WD_LINE_SPACING.EXACTLY
    look.line_spacing = 1.0 if apart is None else Pt(apart)
    look.first_line_indent = Pt(2 * size if indent else 0)
    look.keep_with_next = name in ("一级标题", "二级标题", "附表标题", "附表单位")
    look.alignment = getattr(
        WD_ALIGN_PARAGRAPH, ALIGNED.get(name, "LEFT" if "表" in name or apart is None else "JUSTIFY")
    )
    if name == "回复键":
        style.font.color.rgb = RGBColor(0x80, 0x80, 0x80)


def set_page(section: Section, landscape: bool = False) -> None:
    """A4; the margins of official documents, turned with the page; the page number between dashes."""
    top, bottom, left, right = (28, 26, 20, 20) if landscape else (37, 35, 28, 26)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.page_width, section.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.footer_distance = Mm(18)
    section.footer.is_linked_to_previous = False
    number_pages(section)


def number_pages(section: Section) -> None:
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.first_line_indent = Pt(0)
    paragraph.add_run("— ").font.size = Pt(14)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
    paragraph.add_run(" —").font.size = Pt(14)


def name_fallbacks(word: Word) -> None:
    """Say in the table of fonts what stands in for each."""
    part = next(rel.target_part for rel in word.part.rels.values() if rel.reltype.endswith("/fontTable"))
    lines = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>' for name, other in FALLBACKS.items()
    )
    part._blob = part.blob.replace(b"</w:fonts>", lines.encode() + b"</w:fonts>")

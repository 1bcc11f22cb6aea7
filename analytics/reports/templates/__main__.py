"""python -m analytics.reports.templates: make the Word templates anew; what was edited in them is lost."""

from pathlib import Path

from docx.document import Document as Word
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table

from analytics.reports.templates.paper import blank_paper, set_page

FOLDER = Path(__file__).parent


def main() -> None:
    for name, made in (("brief", brief()), ("notice", notice())):
        made.save(str(FOLDER / f"{name}.docx"))


def brief() -> Word:
    word = blank_paper()
    lines(
        word,
        ("公文标题", "{{ brief.title }}"),
        ("公文副题", "{%p if brief.demo %}"),
        ("公文副题", "{{ brief.demo }}"),
        ("公文副题", "{%p endif %}"),
        ("公文副题", "{{ brief.subtitle }}"),
        ("Normal", ""),
        ("Normal", "{{ brief.summary }}"),
        ("Normal", "{%p for section in sections %}"),
        ("一级标题", "{{ section.heading }}"),
        ("Normal", "{%p for part in section.parts %}"),
        ("二级标题", "{%p if part.heading %}"),
        ("二级标题", "{{ part.heading }}"),
        ("二级标题", "{%p endif %}"),
        ("Normal", "{{ part.text }}"),
        ("Normal", "{%p endfor %}"),
        ("Normal", "{%p for picture in section.pictures %}"),
        ("图", "{{ picture }}"),
        ("Normal", "{%p endfor %}"),
        ("Normal", "{%p endfor %}"),
        ("Normal", ""),
        ("落款", "{{ brief.signed }}"),
        ("落款", "{{ brief.date }}"),
        ("Normal", ""),
        ("数据说明", "{%p for note in brief.notes %}"),
        ("数据说明", "{{ note }}"),
        ("数据说明", "{%p endfor %}"),
        ("Normal", "{%p for annex in annexes %}"),
    )
    title = word.add_paragraph("{{ annex.title }}", style="附表标题")
    title.paragraph_format.page_break_before = True
    lines(word, ("附表单位", "{{ annex.unit }}"))
    annex_table(word)
    lines(word, ("Normal", "{%p endfor %}"))
    return word


def notice() -> Word:
    """The letter upright, the list of places across."""
    word = blank_paper()
    lines(
        word,
        ("公文标题", "{{ notice.title }}"),
        ("公文副题", "{%p if notice.demo %}"),
        ("公文副题", "{{ notice.demo }}"),
        ("公文副题", "{%p endif %}"),
        ("Normal", ""),
        ("称谓", "{{ notice.addressed }}"),
        ("Normal", "{%p for text in notice.letter %}"),
        ("Normal", "{{ text }}"),
        ("Normal", "{%p endfor %}"),
        ("Normal", ""),
        ("落款", "{{ notice.signed }}"),
        ("落款", "{{ notice.date }}"),
    )
    set_page(word.add_section(WD_SECTION.NEW_PAGE), landscape=True)
    lines(word, ("附表标题", "{{ annex.title }}"))
    annex_table(word)
    lines(
        word,
        ("数据说明", "{%p for note in notice.notes %}"),
        ("数据说明", "{{ note }}"),
        ("数据说明", "{%p endfor %}"),
    )
    return word


def lines(word: Word, *texts: tuple[str, str]) -> None:
    for style, text in texts:
        word.add_paragraph(text, style=style)


def annex_table(word: Word) -> None:
    """Columns and rows are repeated by the template; the head stands on every page, and no row breaks in two."""
    table = word.add_table(rows=4, cols=3, style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    fill(table, 0, ("{%tc for head in annex.heads %}", "{{ head }}", "{%tc endfor %}"), "表头文字")
    table.rows[1].cells[0].text = "{%tr for row in annex.rows %}"
    fill(table, 2, ("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"), "表内文字")
    table.rows[3].cells[0].text = "{%tr endfor %}"
    pad(table)
    mark_row(table, 0, "w:tblHeader")
    mark_row(table, 2, "w:cantSplit")


def fill(table: Table, row: int, texts: tuple[str, ...], style: str) -> None:
    for cell, text in zip(table.rows[row].cells, texts, strict=True):
        cell.paragraphs[0].text, cell.paragraphs[0].style = text, style


def pad(table: Table) -> None:
    """A little air above and below the texts of every cell."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "bottom"):
        one = OxmlElement(f"w:{side}")
        one.set(qn("w:w"), "40")  # twentieths of a point
        one.set(qn("w:type"), "dxa")
        margins.append(one)
    table._tbl.tblPr.append(margins)


def mark_row(table: Table, row: int, name: str) -> None:
    sign = OxmlElement(name)
    sign.set(qn("w:val"), "true")
    table.rows[row]._tr.get_or_add_trPr().append(sign)


if __name__ == "__main__":
    main()

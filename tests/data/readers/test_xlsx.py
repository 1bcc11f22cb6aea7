"""What stands in the cells of a workbook, part by part."""

import io

import pytest
import xlsxwriter
from openpyxl import load_workbook

from data.documents import Cell, Table
from data.errors import DamagedFile
from data.readers import read_document
from tests.data.readers.workbooks import STRICT, workbook


def cells(content: bytes) -> tuple[Cell, ...]:
    return read_document("表.xlsx", content).tables[0].cells


def texts(content: bytes) -> list[str]:
    return [cell.text for cell in cells(content)]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="A1" t="s"><v>0</v></c>', "产出指标"),
        ('<c r="A1" t="s"><v>1</v></c>', "产出指标(40分)"),
        ('<c r="A1" t="s"><v>2</v></c>', "一\n二"),
        ('<c r="A1" t="s"><v>3</v></c>', "漢字"),
        ('<c r="A1" t="inlineStr"><is><t>直接写入</t></is></c>', "直接写入"),
        ('<c r="A1" t="inlineStr"><is><r><t>分</t></r><r><t>段</t></r></is></c>', "分段"),
        ('<c r="A1" t="str"><f>A2&amp;"次"</f><v>12次</v></c>', "12次"),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', "2"),
        ('<c r="A1" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c r="A1" t="d"><v>2022-12-31</v></c>', "2022-12-31"),
        ('<c r="A1" s="1"><v>0.77304</v></c>', "77.304%"),
        ('<c r="A1" s="2"><v>12</v></c>', "12次"),
        ('<c r="A1" s="99"><v>12</v></c>', "12"),
        ('<c r="A1"><f>F1/E1</f></c>', ""),
        ('<c r="A1"><f>100%</f><v/></c>', "=100%"),
        ('<c r="A1"><f>12次</f></c>', "=12次"),
        ('<c r="A1"><f>2+3</f></c>', ""),
        ('<c r="A1"><f>100%</f><v>1</v></c>', "1"),
    ],
)
def test_kinds_of_cells(cell: str, text: str) -> None:
    strings = "<si><t>产出指标</t></si><si><r><t>产出指标</t></r><r><rPr><b/></rPr><t>(40分)</t></r></si>"
    strings += '<si><t>一_x000A_二</t></si><si><t>漢字</t><rPh sb="0" eb="1"><t>カンジ</t></rPh></si>'
    styles = '<numFmts><numFmt numFmtId="164" formatCode="0&quot;次&quot;"/></numFmts>'
    styles += '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs>'
    assert texts(workbook(f'<row r="1">{cell}</row>', strings=strings, styles=styles)) == [text]


def test_blank_cells_are_no_cells() -> None:
    blanks = '<c r="A1"/><c r="B1" t="str"><f>""</f><v></v></c><c r="C1" t="inlineStr"><is><t> </t></is></c>'
    assert texts(workbook(f'<row r="1">{blanks}</row>')) == []


def test_cells_without_references_follow_each_other() -> None:
    found = cells(workbook('<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>'))
    assert [cell.place for cell in found] == ["A1", "C1", "D1", "A2"]


def test_merged_cells_span_and_cover() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    rows += '<row r="2"><c r="A2"><v>3</v></c><c r="C2"><v>4</v></c></row>'
    found = cells(workbook(rows, '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C2:D3"/></mergeCells>'))
    assert [(cell.place, cell.row_span, cell.column_span) for cell in found] == [("A1", 2, 2), ("C2", 2, 2)]


def test_strict_namespaces_and_the_calendar_of_1904() -> None:
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    content = workbook(
        '<row r="1"><c r="A1" s="0"><v>43464</v></c></row>',
        styles=styles,
        namespace=STRICT,
        properties='<workbookPr date1904="1"/>',
    )
    assert texts(content) == ["2022-12-31"]


def test_hidden_sheets_are_read_and_say_so() -> None:
    sheets = '<sheet name="一" sheetId="1" r:id="s1"/><sheet name="二" sheetId="2" state="hidden" r:id="s2"/>'
    document = read_document("表.xlsx", workbook(sheets=sheets))
    assert document.tables == (Table("一", ()), Table("二(隐藏)", ()))


def test_a_sheet_that_cannot_be_found_is_not_left_out_in_silence() -> None:
    sheets = '<sheet name="一" sheetId="1" r:id="s1"/><sheet name="二" sheetId="2" r:id="s9"/>'
    with pytest.raises(DamagedFile, match="缺少必要的内部文件"):
        read_document("表.xlsx", workbook(sheets=sheets))


def test_a_macro_workbook_is_read_whatever_its_name() -> None:
    content = workbook('<row r="1"><c r="A1"><v>7</v></c></row>', more={"xl/vbaProject.bin": b"\0"})
    assert [cell.text for cell in read_document("说明.pdf", content).tables[0].cells] == ["7"]


@pytest.mark.parametrize("seed", range(6))
def test_openpyxl_reads_the_same(seed: int) -> None:
    content = mixed_workbook(seed)
    sheet = load_workbook(io.BytesIO(content), data_only=True).active
    spans = {area.coord.split(":")[0]: (area.size["rows"], area.size["columns"]) for area in sheet.merged_cells.ranges}
    theirs = {
        cell.coordinate: (their_text(cell), *spans.get(cell.coordinate, (1, 1)))
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    ours = {cell.place: (cell.text, cell.row_span, cell.column_span) for cell in cells(content)}
    assert ours == theirs


def their_text(cell: object) -> str:
    value, code = cell.value, cell.number_format  # type: ignore[attr-defined]
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float | int):
        return f"{value * 100:.12g}%" if code == "0%" else f"{value:.15g}"
    return value.date().isoformat() if hasattr(value, "date") else str(value)


def mixed_workbook(seed: int) -> bytes:
    import random

    chance = random.Random(seed)
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("自评表")
        percent, day = book.add_format({"num_format": "0%"}), book.add_format({"num_format": "yyyy-mm-dd"})
        for row in range(30):
            for column in range(8):
                choice = chance.randrange(7)
                if choice == 0:
                    sheet.write_string(
                        row, column, chance.choice(["产出指标", "≥12次", "指标1:办文办会", "—", "=100%"])
                    )
                elif choice == 1:
                    sheet.write_number(row, column, chance.randrange(10**6) / 1000)
                elif choice == 2:
                    sheet.write_number(row, column, chance.randrange(2000) / 1000, percent)
                elif choice == 3:
                    sheet.write_number(row, column, chance.randrange(40_000, 46_000), day)
                elif choice == 4:
                    sheet.write_boolean(row, column, True)
                elif choice == 5:
                    sheet.write_formula(row, column, "=1+1", None, 2)
        for row in range(31, 60, 3):
            sheet.merge_range(row, 0, row + chance.randrange(2), 1 + chance.randrange(5), f"合并{row}")
    return buffer.getvalue()

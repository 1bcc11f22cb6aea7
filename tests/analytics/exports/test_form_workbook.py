"""The form with its marks, opened by another library: every cell as filed, every remark a comment, nothing runs."""

from decimal import Decimal
from io import BytesIO

from openpyxl import load_workbook

from analytics.exports.form_widths import WIDEST, heights, widths
from analytics.exports.form_workbook import Beside, MarkedForm, Remark, form_workbook
from data.documents import Cell
from tests.analytics.exports.examples import meta

CELLS = (
    Cell(3, 0, "项目支出绩效自评表", "A4", 1, 3),
    Cell(3, 3, "说明", "D4"),
    Cell(4, 0, "数量指标", "A5", 2, 1),
    Cell(4, 1, "=1+1", "B5"),
    Cell(4, 2, "76条", "C5"),
    Cell(5, 1, "长" * 60, "B6", 1, 1_000_000),
)
FORM = MarkedForm(
    cells=CELLS,
    remarks={(4, 2): Remark("bad", "■ 得分偏高"), (4, 3): Remark("watch", "没有填写")},
    beside={4: Beside(Decimal("9.54"), "0.00", "▲ 偏高", "74 ÷ 76 × 9.8"), 5: Beside(None, "0.00", "", "")},
    beside_heads=("复算", "复算结论", "计算过程"),
    found_heads=("序号", "核查发现"),
    found=((1, "=2+2"),),
)
BOOK = load_workbook(BytesIO(form_workbook(FORM, meta())))
SHEET, FOUND = BOOK.worksheets


def test_cells_stand_as_filed_and_joined() -> None:
    assert [SHEET[place].value for place in ("A1", "D1", "A2", "B2", "C2", "B3")] == [one.text for one in CELLS]
    assert {str(area) for area in SHEET.merged_cells.ranges} == {"A1:C1", "A2:A3", "B3:D3"}
    assert not any(cell.data_type == "f" for sheet in BOOK for row in sheet.iter_rows() for cell in row)


def test_remarks_are_comments_and_fills_also_on_blank_cells() -> None:
    assert "得分偏高" in SHEET["C2"].comment.text and "没有填写" in SHEET["D2"].comment.text
    assert SHEET["C2"].fill.fgColor.rgb == "FFFADCD9"
    assert SHEET["B2"].comment is None


def test_what_is_recomputed_stands_beside_and_never_in_the_form() -> None:
    assert [SHEET.cell(1, at).value for at in (5, 6, 7)] == ["复算", "复算结论", "计算过程"]
    assert [SHEET.cell(2, at).value for at in (5, 6, 7)] == [9.54, "▲ 偏高", "74 ÷ 76 × 9.8"]
    assert SHEET.cell(3, 5).value is None


def test_the_second_sheet_holds_the_findings_and_their_origin() -> None:
    assert [cell.value for cell in FOUND[2]][:2] == [1, "=2+2"]
    assert "盐池县 2022（自 2022-01-01 起）" in {cell.value for cell in FOUND["D"]}


def test_sizes_follow_the_texts() -> None:
    size = widths(CELLS, 3)
    assert all(7 <= wide <= WIDEST for wide in size)
    assert heights(CELLS, size)[5] > heights(CELLS, size)[4]


def test_a_form_without_cells_is_written_too() -> None:
    empty = MarkedForm((), {}, {}, ("", "", ""), ("序号",), ())
    assert load_workbook(BytesIO(form_workbook(empty, meta()))).sheetnames == ["自评表", "核查发现和计算"]

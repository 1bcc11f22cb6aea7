"""Cells put right by hand in a document, as a table: what stands at which place before and after."""

import pytest

from data.documents import Cell, Document, Table
from data.patches import CellUnknown, Patch, patched

SHEET = Table("Sheet1", (
    Cell(0, 0, "标题", "A1", 1, 4), Cell(1, 0, "年度", "A2"), Cell(1, 3, "2022", "D2"), Cell(26, 26, "远", "AA27"),
))  # fmt: skip
TEXT = Table("", (Cell(2, 0, "年度", "第3行第1列"), Cell(2, 1, "2022", "第3行第2列"), Cell(5, 3, "9.8", "第6行第4列")))
WORD = Table(
    "",
    (Cell(9, 0, "产出", "表2第1行第1列", 2, 1), Cell(9, 1, "76条", "表2第1行第2列"), Cell(10, 1, "x", "表2第2行第2列")),
)

# 表 | 工作表名 | 单元格 | 新内容 | 结果(行,列,内容;— 为无法更正)
CASES = """
SHEET | Sheet1 | D2            | 2023 | 1,3,2023
SHEET | Sheet1 | B2            | 新   | 1,1,新
SHEET | Sheet1 | AB30          | 新   | 29,27,新
SHEET | Sheet1 | D2            |      | 空
SHEET | Sheet1 | C1            | 新   | —
SHEET | Sheet2 | D2            | 新   | —
SHEET | Sheet1 | 第3行         | 新   | —
TEXT  |        | 第3行第2列    | 2023 | 2,1,2023
TEXT  |        | 第3行第4列    | 新   | 2,3,新
TEXT  |        | 第6行第1列    | 新   | 5,0,新
TEXT  |        | 第9行第1列    | 新   | —
WORD  |        | 表2第1行第2列 | 74条 | 9,1,74条
WORD  |        | 表2第2行第1列 | 新   | —
WORD  |        | 表1第1行第2列 | 新   | —
"""


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_one_cell_is_put_right(line: str) -> None:
    table, name, place, text, expected = (part.strip() for part in line.split("|"))
    before = {"SHEET": SHEET, "TEXT": TEXT, "WORD": WORD}[table]
    document = Document("自评表.xlsx", "", "xlsx", (before,))
    if expected == "—":
        with pytest.raises(CellUnknown, match="自评表"):
            patched(document, [Patch(name, place, text)])
        return
    cells = patched(document, [Patch(name, place, text)]).tables[0].cells
    found = [(cell.row, cell.column, cell.text) for cell in cells if cell.place == place]
    row, column, said = expected.split(",") if expected != "空" else ("", "", "")
    assert found == ([(int(row), int(column), said)] if said else [])
    assert [cell for cell in cells if cell.place != place] == [cell for cell in before.cells if cell.place != place]
    assert list(cells) == sorted(cells, key=lambda cell: (cell.row, cell.column))


def test_no_patch_changes_nothing() -> None:
    document = Document("自评表.xlsx", "", "xlsx", (SHEET,))
    assert patched(document, ()) == document

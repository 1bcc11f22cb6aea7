"""The two lists as workbooks to be filled in: what is in force stands in them, and reads back as it stands."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.registry.records import DepartmentName, ExpectedFiling
from data.registry.rows import Kept

HEAD = {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "bg_color": "#e8eef1"}
CELL = {"border": 1, "valign": "vcenter", "text_wrap": True}
TITLE = {"bold": True, "font_size": 14}
ROOM = 40  # rows with lines below what stands in the list
FIRST = 2  # row of the first entry, counted from 0
HELP = "填写说明"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed on one template: a title, the columns with their widths in characters, and how to fill it in."""

    title: str
    columns: tuple[tuple[str, int], ...]
    notes: tuple[str, ...]


SHEETS: dict[type[DepartmentName] | type[ExpectedFiling], Sheet] = {
    DepartmentName: Sheet(
        "部门名称对照表",
        (("曾用名", 32), ("现名称", 32), ("起始年度", 12), ("截止年度", 12)),
        (
            "一行一个名称:曾用名、简称或别名,以及它现在归入的部门。合并的几个部门各写一行,现名称相同。",
            "年度是自评表的年度,两端都算在内;一直有效的留空。",
            "上传后整张表替换原来的对照表,请在本表上增改,不要另起一张。",
        ),
    ),
    ExpectedFiling: Sheet(
        "自评任务清单",
        (("年度", 10), ("主管部门", 28), ("实施单位", 28), ("项目名称", 48)),
        (
            "一行一份应报的自评表。实施单位可以不填:由该部门哪个单位报送都算。",
            "部门和项目名称请与自评表一致;部门的曾用名、简称写在部门名称对照表里。",
            "上传后替换清单中写到的年度,其他年度不变。",
        ),
    ),
}


def template(kind: type[Kept], rows: Sequence[Kept]) -> bytes:
    """The workbook of one list with the rows in force."""
    sheet, target = SHEETS[kind], BytesIO()
    with Workbook(target, {"in_memory": True}) as book:
        write_rows(book, sheet, rows)
        page = book.add_worksheet(HELP)
        page.set_column(0, 0, 90)
        for row, note in enumerate(sheet.notes):
            page.write_string(row, 0, note, book.add_format({"text_wrap": True}))
    return target.getvalue()


def write_rows(book: Workbook, sheet: Sheet, rows: Sequence[Kept]) -> None:
    page = book.add_worksheet(sheet.title)
    head, cell = book.add_format(HEAD), book.add_format(CELL)
    page.write_string(0, 0, sheet.title, book.add_format(TITLE))
    for column, (name, width) in enumerate(sheet.columns):
        page.set_column(column, column, width)
        page.write_string(FIRST - 1, column, name, head)
    for row in range(FIRST, FIRST + len(rows) + ROOM):
        values = astuple(rows[row - FIRST]) if row - FIRST < len(rows) else (None,) * len(sheet.columns)
        for column, value in enumerate(values):
            write(page, row, column, value, cell)
    page.freeze_panes(FIRST, 0)


def write(page: Worksheet, row: int, column: int, value: object, style: Format) -> None:
    """A year as a number, anything else as text: a name that begins with = is no formula."""
    if value is None:
        page.write_blank(row, column, None, style)
    elif isinstance(value, int):
        page.write_number(row, column, value, style)
    else:
        page.write_string(row, column, str(value), style)

"""A workbook of ours opened by another library: what is stored, cell by cell."""

from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

HEADER_ROW = 3  # as openpyxl counts


def reopened(content: bytes, *, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(content), data_only=values)


def first_sheet(content: bytes, *, values: bool = False) -> Worksheet:
    return reopened(content, values=values).worksheets[0]


def rows_of(sheet: Worksheet, count: int) -> list[tuple[object, ...]]:
    """The `count` rows under the header."""
    found = sheet.iter_rows(min_row=HEADER_ROW + 1, max_row=HEADER_ROW + count, values_only=True)
    return [tuple(row) for row in found]

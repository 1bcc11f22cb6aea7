"""Cells into a workbook. The same cells give the same bytes."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from data.demo.model import Filing
from data.demo.sheet import Area, areas

CREATED = datetime(2025, 1, 10, 9, 0, 0)  # noqa: DTZ001 — a workbook keeps no zone
BASE = {"font_name": "宋体", "font_size": 10, "align": "center", "valign": "vcenter", "text_wrap": True}
FRAMED = BASE | {"border": 1}
STYLES: dict[str, dict[str, Any]] = {
    "cell": FRAMED,
    "label": FRAMED,
    "text": FRAMED | {"align": "left"},
    "money": FRAMED | {"num_format": "#,##0.######"},
    "title": BASE | {"font_size": 16, "bold": True},
    "plain": BASE,
    "note": BASE | {"align": "left"},
}
WIDTHS = (11, 19, 36, 17, 17, 9, 10, 30, 30)
LINE_HEIGHT = 14  # points, for a font of 10
A4 = 9


def workbook(filings: Sequence[Filing]) -> bytes:
    """One file with a sheet for each filing."""
    target = BytesIO()
    with Workbook(target, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED, "title": "项目支出绩效自评表"})
        styles = {name: book.add_format(style) for name, style in STYLES.items()}
        for filing in filings:
            write_sheet(book.add_worksheet(sheet_name(filing.sheet)), areas(filing.form), styles)
    return target.getvalue()


def sheet_name(sheet: int) -> str:
    return f"Sheet{sheet + 1}"


def write_sheet(sheet: Worksheet, cells: Sequence[Area], styles: dict[str, Any]) -> None:
    shift = max(area.right for area in cells) - len(WIDTHS) + 1
    widths = (5,) * shift + WIDTHS
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for row, lines in lines_of_rows(cells, widths).items():
        sheet.set_row(row, LINE_HEIGHT * lines + 4)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    for area in cells:
        write_area(sheet, area, styles[area.style])


def lines_of_rows(cells: Sequence[Area], widths: Sequence[float]) -> dict[int, int]:
    """How many lines of text each row needs: a Chinese character is as wide as two digits."""
    rows: dict[int, int] = {}
    for area in cells:
        if isinstance(area.value, str):
            width = sum(widths[area.left : area.right + 1])
            lines = sum(ceil(2 * len(line) / width) for line in area.value.split("\n"))
            for row in range(area.top, area.bottom + 1):
                rows[row] = max(rows.get(row, 1), ceil(lines / (area.bottom - area.top + 1)))
    return rows


def write_area(sheet: Worksheet, area: Area, style: Any) -> None:
    value = float(area.value) if isinstance(area.value, Decimal) else area.value
    if (area.top, area.left) != (area.bottom, area.right):
        sheet.merge_range(area.top, area.left, area.bottom, area.right, value if value is not None else "", style)
    elif value is None:
        sheet.write_blank(area.top, area.left, None, style)
    elif isinstance(value, str):
        sheet.write_string(area.top, area.left, value, style)
    else:
        sheet.write_number(area.top, area.left, value, style)


def write_file(folder: Path, filings: Sequence[Filing]) -> None:
    path = folder / filings[0].path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(workbook(filings))

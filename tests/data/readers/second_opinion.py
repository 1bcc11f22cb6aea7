"""The cells of a workbook as openpyxl has them, dressed by our contract (data/documents.py) in code of its own."""

import io
import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook

from data.documents import Cell, Document, Table

# How a figure or a day reads under each format that the tests write: (decimals, percent, before, behind).
FIGURES = {
    "General": (0, False, "", ""),
    "@": (0, False, "", ""),
    "0": (0, False, "", ""),
    "0.00": (2, False, "", ""),
    "#,##0": (0, False, "", ""),
    "#,##0.00": (2, False, "", ""),
    "#,##0.######": (0, False, "", ""),
    "0%": (0, True, "", ""),
    "0.00%": (2, True, "", ""),
    '0"次"': (0, False, "", "次"),
    '"约"0.0"万元"': (1, False, "约", "万元"),
    "[Red]0.00;[Blue]-0.00": (2, False, "", ""),
    '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ': (2, False, "", ""),
}
DAYS = {
    "yyyy-mm-dd": "{0:%Y}-{0:%m}-{0:%d}",
    'yyyy"年"m"月"d"日"': "{0:%Y}-{0:%m}-{0:%d}",
    "m/d/yyyy": "{0:%Y}-{0:%m}-{0:%d}",
    'yyyy"年"m"月"': "{0.year}年{0.month}月",
    "yyyy-m-d h:mm": "{0:%Y}-{0:%m}-{0:%d} {0:%H}:{0:%M}",
    "h:mm": "{0:%H}:{0:%M}",
}
CODED = re.compile("_x([0-9A-Fa-f]{4})_")


def second_opinion(name: str, content: bytes) -> Document:
    """The document with the same name and digest as ours would have, its reader called openpyxl."""
    kept = load_workbook(io.BytesIO(content), data_only=True)
    tables = tuple(
        Table(sheet.title + ("" if sheet.sheet_state == "visible" else "(隐藏)"), tuple(cells(sheet)))
        for sheet in kept.worksheets
    )
    return Document(name, "", "openpyxl", tables)


def cells(sheet: Any) -> list[Cell]:
    spans = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
    found = []
    for row in sheet.iter_rows():
        for cell in row:
            text = "" if cell.value is None else text_of(cell.value, cell.number_format).strip()
            if text:
                area = spans.get((cell.row, cell.column))
                rows = area.max_row - area.min_row + 1 if area else 1
                columns = area.max_col - area.min_col + 1 if area else 1
                found.append(Cell(cell.row - 1, cell.column - 1, text, cell.coordinate, rows, columns))
    return found


def text_of(value: Any, code: str) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return figure(Decimal(f"{value:.15g}"), *FIGURES.get(code, FIGURES["General"]))
    if isinstance(value, datetime | date | time):
        return DAYS[code].format(value)
    return CODED.sub(lambda found: chr(int(found[1], 16)), str(value))


def figure(value: Decimal, decimals: int, percent: bool, before: str, behind: str) -> str:
    value = value * 100 if percent else value
    exact = max(-int(value.normalize().as_tuple().exponent), 0)
    return f"{before}{value or abs(value):.{max(exact, decimals)}f}{'%' if percent else ''}{behind}"

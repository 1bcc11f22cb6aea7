"""A table taken away and opened again: the same rows and figures as on the screen."""

import csv
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.browser.browsing import Window
from tests.browser.dashboard import Dashboard
from tests.browser.grid import Grid

TABLES = [
    ("county", "county_lagging"),
    ("execution", "execution_departments"),
    ("indicators", "indicators_list"),
    ("departments", "departments_league"),
    ("department", "department_projects"),
]
HEADER_ROW = 3


@pytest.mark.parametrize(("name", "key"), TABLES)
def test_a_workbook_holds_what_the_screen_shows(
    dashboard: Dashboard, window: Window, tmp_path: Path, name: str, key: str
) -> None:
    grid = Grid(window.open(dashboard.address(name)), key)
    shown = grid.rows()
    sheet = load_workbook(grid.download("xlsx", tmp_path), data_only=True).worksheets[0]
    header = [str(cell.value) for cell in sheet[HEADER_ROW]]
    assert [text.split(" (")[0] for text in grid.header()] == header[: len(grid.header())]
    assert shown
    for at, row in enumerate(shown):
        stored = [sheet.cell(HEADER_ROW + 1 + at, place + 1) for place in range(len(row))]
        assert [as_shown(cell.value, cell.number_format) for cell in stored] == [plain(text) for text in row]


def test_a_csv_holds_as_many_rows(county: Dashboard, window: Window, tmp_path: Path) -> None:
    grid = Grid(window.open(county.address("county")), "county_lagging")
    content = grid.download("csv", tmp_path).read_text(encoding="utf-8-sig")
    assert len(list(csv.reader(content.splitlines()))) == len(grid.rows()) + 1


def test_a_table_can_be_taken_away_twice(county: Dashboard, window: Window, tmp_path: Path) -> None:
    grid = Grid(window.open(county.address("county")), "county_lagging")
    first, second = (grid.download("xlsx", tmp_path).read_bytes() for _ in range(2))
    assert first[:2] == second[:2] == b"PK"


def plain(text: str) -> str:
    """What the screen shows without thousands commas and marks; a dash is a blank."""
    return text.replace(",", "").lstrip("▲▼≠?✓■◆○●◕◑◔ ").replace("—", "")


def as_shown(value: object, number_format: str) -> str:
    """A stored value as the screen would write it."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return plain(str(value))
    if number_format == "0.00%":
        return f"{_rounded(Decimal(repr(value)) * 100, 1)}%"
    return str(_rounded(Decimal(repr(value)), 2)) if ".00" in number_format else str(value)


def _rounded(figure: Decimal, places: int) -> Decimal:
    return figure.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)

"""A table taken away and opened again: the same rows and figures as on the screen."""

import csv
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.browser.browsing import Window
from tests.browser.dashboard import Dashboard
from tests.browser.grid import Grid

COUNTY = [("county", "county_inflated"), ("execution", "execution_projects"), ("indicators", "indicators_lines")]
DEMO = [
    *COUNTY,
    ("county", "county_lagging"),
    ("departments", "departments_league"),
    ("department", "department_projects"),
    ("department", "department_findings"),
]
HEADER_ROW = 3
MARKS = "▲▼≠?✓■◆○●◕◑◔ "


@pytest.mark.parametrize(("name", "key"), COUNTY)
def test_a_workbook_holds_what_the_screen_shows(
    county: Dashboard, window: Window, tmp_path: Path, name: str, key: str
) -> None:
    assert_same(Grid(window.open(county.address(name)), key), tmp_path)


@pytest.mark.parametrize(("name", "key"), DEMO)
def test_a_workbook_of_the_demonstration_holds_what_the_screen_shows(
    demo: Dashboard, window: Window, tmp_path: Path, name: str, key: str
) -> None:
    assert_same(Grid(window.open(demo.address(name)), key), tmp_path)


def test_a_workbook_in_english(county: Dashboard, english_window: Window, tmp_path: Path) -> None:
    assert_same(Grid(english_window.open(county.address("county")), "county_inflated"), tmp_path)


def assert_same(grid: Grid, folder: Path) -> None:
    """The workbook has the headers, rows and figures that the grid shows."""
    # The screen writes the unit behind the header, the workbook once above the table.
    shown, header = grid.rows(), [re.sub(r" \((万元|分|10,000 yuan|points)\)$", "", text) for text in grid.header()]
    sheet = load_workbook(grid.download("xlsx", folder), data_only=True).worksheets[0]
    assert header == [sheet.cell(HEADER_ROW, place + 1).value for place in range(len(header))]
    assert shown
    for at, row in enumerate(shown, HEADER_ROW + 1):
        stored = [sheet.cell(at, place + 1) for place in range(len(row))]
        said = [plain(text) for text in row]
        assert [as_shown(cell.value, cell.number_format, one) for cell, one in zip(stored, said, strict=True)] == said


def test_a_csv_holds_as_many_rows(county: Dashboard, window: Window, tmp_path: Path) -> None:
    grid = Grid(window.open(county.address("county")), "county_inflated")
    content = grid.download("csv", tmp_path).read_text(encoding="utf-8-sig")
    assert len(list(csv.reader(content.splitlines()))) == len(grid.rows()) + 1


def test_a_table_can_be_taken_away_twice(county: Dashboard, window: Window, tmp_path: Path) -> None:
    grid = Grid(window.open(county.address("county")), "county_inflated")
    first, second = (grid.download("xlsx", tmp_path).read_bytes() for _ in range(2))
    assert first[:2] == second[:2] == b"PK"


def plain(text: str) -> str | Decimal:
    """What a cell of the screen says: a figure as printed, else its words without marks; a dash is a blank."""
    try:
        return Decimal(text.replace(",", "").removesuffix("%"))
    except InvalidOperation:
        return text.lstrip(MARKS).replace("—", "")


def as_shown(value: object, number_format: str, said: str | Decimal) -> str | Decimal:
    """A cell of the workbook with as many decimals as the screen prints: the file holds the figure in full."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        figure = Decimal(repr(value)) * (100 if number_format.endswith("%") else 1)
        return figure.quantize(said, ROUND_HALF_UP) if isinstance(said, Decimal) else figure
    return "" if value is None else plain(str(value))

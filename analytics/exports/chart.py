"""The native chart of a workbook, on a sheet of its own: which columns of which view are drawn stands in charts.csv."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from xlsxwriter import Workbook

from analytics.columns import column
from analytics.exports.clean import cell_text
from data.texts import mark, translate

CHARTS_FILE = Path(__file__).with_name("charts.csv")
CHART_SHEET = mark("图")
FIRST_ONES = mark("{title}(前 {n} 行)")
WITH_UNIT = mark("{label}({unit})")
MOST = 20  # bars that can be read on one page
COLOURS = ("#B9C4CC", "#1F6F8B")
FONT = {"name": "等线", "size": 10}
WIDE, HIGH, ROOM = 980, 34, 130  # pixels: the chart, one bar, title and axis


@dataclass(frozen=True, slots=True)
class Drawn:
    """Bars of the columns `shown` for each value of the column `by`."""

    by: str
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the rows stand that are drawn: the sheet, its first row of figures, how many rows, names of columns."""

    sheet: str
    first_row: int
    rows: int
    columns: tuple[str, ...]


@cache
def _charts() -> dict[str, Drawn]:
    with CHARTS_FILE.open(encoding="utf-8", newline="") as file:
        return {row["view"]: Drawn(row["by"], tuple(row["columns"].split(";"))) for row in csv.DictReader(file)}


def drawn_of(view: str, columns: tuple[str, ...]) -> Drawn | None:
    """What is drawn of a table of `view`: None where the view has no chart, or none of its columns is there."""
    whole = _charts().get(view)
    if whole is None or whole.by not in columns:
        return None
    shown = tuple(name for name in whole.shown if name in columns)
    return Drawn(whole.by, shown) if shown else None


def chart_sheet(book: Workbook, drawn: Drawn, place: Place, title: str, language: str) -> None:
    """Write the sheet with the bars, the first row on top."""
    rows = min(place.rows, MOST)
    chart = book.add_chart({"type": "bar"})
    assert chart is not None
    for name, colour in zip(drawn.shown, COLOURS[-len(drawn.shown) :], strict=True):
        chart.add_series(
            {
                "name": [place.sheet, place.first_row - 1, place.columns.index(name)],
                "categories": _area(place, drawn.by, rows),
                "values": _area(place, name, rows),
                "fill": {"color": colour},
                "gap": 60,
            }
        )
    words = translate(FIRST_ONES, language, title=title, n=rows) if rows < place.rows else title
    chart.set_title({"name": cell_text(words, language)[:200], "name_font": {**FONT, "size": 13}, "overlay": False})
    chart.set_y_axis({"reverse": True, "num_font": FONT, "major_gridlines": {"visible": False}})
    chart.set_x_axis(
        {"name": _axis(drawn, language), "name_font": FONT, "num_font": FONT, "label_position": "high",
         "major_gridlines": {"visible": True, "line": {"color": "#DDE3E8"}}}
    )  # fmt: skip
    chart.set_legend({"position": "top", "font": FONT} if len(drawn.shown) > 1 else {"none": True})
    chart.set_size({"width": WIDE, "height": ROOM + HIGH * max(rows, 3)})
    sheet = book.add_worksheet(translate(CHART_SHEET, language))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)
    sheet.hide_gridlines(2)
    sheet.insert_chart(0, 0, chart)


def _area(place: Place, name: str, rows: int) -> list[object]:
    at = place.columns.index(name)
    return [place.sheet, place.first_row, at, place.first_row + rows - 1, at]


def _axis(drawn: Drawn, language: str) -> str:
    """The quantity along the bars, with its unit."""
    one = column(drawn.shown[0])
    if len(drawn.shown) > 1:
        return one.unit(language)
    unit = one.unit(language)
    label = one.label(language)
    return translate(WITH_UNIT, language, label=label, unit=unit) if unit else label

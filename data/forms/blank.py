"""The county's form, unfilled, as a workbook: what is written into its cells reads back as it was written."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

PRINTED = Path(__file__).with_name("blank.toml")
COLUMNS = 10
FIRST_FUNDING, GOALS, HEADER = 5, 10, 11  # rows, counted from 0
FIRST_LINE = HEADER + 1
NAME, TARGET, ACTUAL, POINTS, SCORE, METHOD, REASON = range(3, COLUMNS)
MONEY = (3, 4, 5)
FUNDING_POINTS, RATE, FUNDING_SCORE = 6, 7, 8
GOAL, REACHED = 1, 5
WIDTHS = (5, 11, 14, 34, 15, 15, 8, 8, 28, 28)
BASE = {"font_name": "宋体", "font_size": 10, "align": "center", "valign": "vcenter", "text_wrap": True}
STYLES: dict[str, dict[str, Any]] = {
    "cell": BASE | {"border": 1},
    "text": BASE | {"border": 1, "align": "left"},
    "rate": BASE | {"border": 1, "num_format": "0.00%"},
    "title": BASE | {"font_size": 16, "bold": True},
    "plain": BASE,
    "note": BASE | {"align": "left"},
}
A4 = 9


@dataclass(frozen=True, slots=True)
class Heading:
    """What the form is about; "" is left to be filled in."""

    county: str = ""
    year: str = ""
    department: str = ""
    unit: str = ""
    project: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One level 1 with its points, and how many lines each of its level 2 has room for."""

    level1: str
    points: int
    rows: Mapping[str, int]

    @property
    def size(self) -> int:
        return sum(self.rows.values())


@dataclass(frozen=True, slots=True)
class Area:
    """One cell, merged down to `bottom` and right to `right`."""

    top: int
    left: int
    bottom: int
    right: int
    text: str
    style: str = "cell"


@cache
def printed() -> dict[str, Any]:
    return tomllib.loads(PRINTED.read_text(encoding="utf-8"))


@cache
def county_groups() -> tuple[Group, ...]:
    return tuple(Group(group["level1"], group["points"], group["rows"]) for group in printed()["groups"])


def total_row(groups: Sequence[Group]) -> int:
    """The row of 总分, below the last line."""
    return FIRST_LINE + sum(group.size for group in groups)


def blank_form(heading: Heading, groups: Sequence[Group] | None = None) -> bytes:
    """The workbook. Without `groups` it has the county's own points and lines."""
    groups = county_groups() if groups is None else groups
    target = BytesIO()
    with Workbook(target, {"in_memory": True}) as book:
        styles = {name: book.add_format(style) for name, style in STYLES.items()}
        sheet = book.add_worksheet("自评表")
        for area in areas(heading, groups):
            write(sheet, area, styles[area.style])
        set_page(sheet)
        set_checks(sheet, groups)
    return target.getvalue()


def areas(heading: Heading, groups: Sequence[Group]) -> Iterator[Area]:
    yield from head_areas(heading)
    yield from funding_areas()
    yield from goal_areas()
    yield from line_areas(groups)
    bottom = total_row(groups)
    yield Area(bottom, 0, bottom, POINTS - 1, "总分")
    yield from (Area(bottom, column, bottom, column, "") for column in range(POINTS, COLUMNS))
    for row, note in enumerate(printed()["notes"], bottom + 1):
        yield Area(row, 0, row, COLUMNS - 1, note, "note")


def head_areas(heading: Heading) -> Iterator[Area]:
    last = COLUMNS - 1
    yield Area(0, 0, 0, last, printed()["title"].format(county=heading.county or printed()["county"]), "title")
    yield Area(1, 0, 1, last, f"({heading.year or '    '}年度)", "plain")
    yield from (Area(2, 0, 2, 1, "项目名称"), Area(2, 2, 2, last, heading.project))
    yield from (Area(3, 0, 3, 1, "主管部门"), Area(3, 2, 3, 4, heading.department))
    yield from (Area(3, 5, 3, 5, "实施单位"), Area(3, 6, 3, last, heading.unit))


def funding_areas() -> Iterator[Area]:
    top = FIRST_FUNDING - 1
    labels = printed()["funding_rows"]
    yield Area(top, 0, top + len(labels), 1, "项目资金\n(万元)")
    yield from (
        Area(top, column, top, column, text) for column, text in enumerate(["", *printed()["funding_header"]], 2)
    )
    for row, label in enumerate(labels, FIRST_FUNDING):
        points = "" if row == FIRST_FUNDING else "—"
        texts = (label, "", "", "", points, "", points)
        yield from (
            Area(row, column, row, column, text, "rate" if column == RATE else "cell")
            for column, text in enumerate(texts, 2)
        )


def goal_areas() -> Iterator[Area]:
    top, last = GOALS - 1, COLUMNS - 1
    yield Area(top, 0, GOALS, 0, "年度\n总体\n目标")
    yield from (Area(top, GOAL, top, REACHED - 1, "预期目标"), Area(top, REACHED, top, last, "实际完成情况"))
    yield from (Area(GOALS, GOAL, GOALS, REACHED - 1, "", "text"), Area(GOALS, REACHED, GOALS, last, "", "text"))


def line_areas(groups: Sequence[Group]) -> Iterator[Area]:
    yield from (Area(HEADER, column, HEADER, column, text) for column, text in enumerate(printed()["header"][1:], 1))
    yield Area(HEADER, 0, total_row(groups) - 1, 0, printed()["header"][0])
    top = FIRST_LINE
    for group, method in zip(groups, methods(groups), strict=True):
        bottom = top + group.size - 1
        yield Area(top, 1, bottom, 1, f"{group.level1}\n({group.points}分)")
        yield Area(top, METHOD, bottom, METHOD, method, "text")
        for level2, rows in group.rows.items():
            yield Area(top, 2, top + rows - 1, 2, level2)
            for number in range(1, rows + 1):
                yield Area(top, NAME, top, NAME, f"指标{number}:", "text")
                yield from (Area(top, column, top, column, "") for column in (TARGET, ACTUAL, POINTS, SCORE))
                yield Area(top, REASON, top, REASON, "", "text")
                top += 1


def methods(groups: Sequence[Group]) -> list[str]:
    """How the lines of each level 1 are scored; what is printed last holds for all that follow."""
    texts = printed()["methods"]
    return [texts[min(index, len(texts) - 1)] for index in range(len(groups))]


def write(sheet: Worksheet, area: Area, style: Any) -> None:
    if (area.top, area.left) != (area.bottom, area.right):
        sheet.merge_range(area.top, area.left, area.bottom, area.right, area.text, style)
    elif area.text:
        sheet.write_string(area.top, area.left, area.text, style)
    else:
        sheet.write_blank(area.top, area.left, None, style)


def set_page(sheet: Worksheet) -> None:
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


def set_checks(sheet: Worksheet, groups: Sequence[Group]) -> None:
    """Excel refuses words where figures belong, and says what to write instead."""
    last_funding = FIRST_FUNDING + len(printed()["funding_rows"]) - 1
    number = {"validate": "decimal", "criteria": ">=", "value": 0, "ignore_blank": True, "error_title": "请填数字"}
    money = number | {"error_message": "以万元为单位的数字,不写单位。"}
    sheet.data_validation(FIRST_FUNDING, MONEY[0], last_funding, MONEY[-1], money)
    score = number | {"error_message": "分数只填数字。"}
    sheet.data_validation(FIRST_LINE, POINTS, total_row(groups), SCORE, score)

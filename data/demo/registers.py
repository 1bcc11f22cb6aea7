"""The two lists that the fictional bureau keeps: names of departments, and which forms were expected.

The task list asks for some projects that nobody filed, spells some otherwise than their forms do, and leaves some out.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.demo.county import renamed, unfiled
from data.demo.model import COUNTY, Filing
from data.demo.writer import CREATED, STYLES
from data.registry.records import DepartmentName, ExpectedFiling

NAMES_FILE, TASKS_FILE = "部门名称对照表.xlsx", "自评任务清单.xlsx"
NAMES_TITLE = f"{COUNTY}本级部门名称对照表"
TASKS_TITLE = f"{COUNTY}本级项目支出绩效自评任务清单"
NAMES_HEADER = ("序号", "曾用名", "现名称", "起始年度", "截止年度")
TASKS_HEADER = ("序号", "年度", "主管部门", "项目名称", "实施单位")
NAMES_WIDTHS, TASKS_WIDTHS = (6, 30, 30, 10, 10), (6, 8, 32, 40, 32)
# Every so many: offices with a project that was not filed, projects spelt otherwise, projects left out.
UNFILED = {2022: 12, 2023: 10, 2024: 6}
SPELT_OTHERWISE = 97
LEFT_OUT = 151


def department_names() -> list[DepartmentName]:
    return [DepartmentName(former.name, current, None, former.to_year) for current, former in renamed()]


def task_list(filings: Sequence[Filing]) -> list[ExpectedFiling]:
    """What was expected, department by department: what was filed, but for what the task list knows better or worse."""
    return sorted([*asked(filings), *asked_in_vain(filings)], key=lambda one: (one.year, one.department))


def asked(filings: Sequence[Filing]) -> Iterator[ExpectedFiling]:
    first = (one.form for one in filings if one.sheet == 0 and not one.superseded)
    for index, form in enumerate(first, start=1):
        project = form.project
        name = f"{project.name}项目" if index % SPELT_OTHERWISE == 0 else project.name
        if index % LEFT_OUT:
            yield ExpectedFiling(form.year, project.department.name, project.unit, name)


def asked_in_vain(filings: Sequence[Filing]) -> Iterator[ExpectedFiling]:
    """Projects that nobody filed, of offices that filed others under their name of today."""
    named = {(one.form.year, one.form.project.department.name) for one in filings}
    for year, every in UNFILED.items():
        for name, project in list(unfiled().items())[::every]:
            if (year, name) in named:
                yield ExpectedFiling(year, name, None, project)


def write_registers(folder: Path, filings: Sequence[Filing]) -> None:
    """Both lists as workbooks in `folder`."""
    names = [(one.name, one.current_name, one.from_year, one.to_year) for one in department_names()]
    tasks = [(one.year, one.department, one.project, one.unit) for one in task_list(filings)]
    write_list(folder / NAMES_FILE, NAMES_TITLE, NAMES_HEADER, NAMES_WIDTHS, names, merged=None)
    write_list(folder / TASKS_FILE, TASKS_TITLE, TASKS_HEADER, TASKS_WIDTHS, tasks, merged=2)


def write_list(
    path: Path,
    title: str,
    header: Sequence[str],
    widths: Sequence[int],
    rows: Sequence[Sequence[object]],
    merged: int | None,
) -> None:
    """A numbered list; equal neighbours in the column `merged` become one cell, year by year."""
    with Workbook(path) as book:
        book.set_properties({"created": CREATED, "title": title})
        sheet, style = book.add_worksheet(), book.add_format(STYLES["cell"])
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.merge_range(0, 0, 0, len(header) - 1, title, book.add_format(STYLES["title"]))
        sheet.write_row(1, 0, header, style)
        for number, row in enumerate(rows, start=1):
            sheet.write_row(number + 1, 0, (number, *row), style)
        if merged is not None:
            merge_equal(sheet, rows, merged, style)


def merge_equal(sheet: Worksheet, rows: Sequence[Sequence[object]], column: int, style: Format) -> None:
    top = 2
    for (_, text), group in groupby(rows, key=lambda row: (row[0], row[column - 1])):
        count = len(list(group))
        if count > 1:
            sheet.merge_range(top, column, top + count - 1, column, text, style)
        top += count

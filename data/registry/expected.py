"""The task list of a year: which project of which department has to file."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.documents import Document
from data.naming import folded
from data.registry.faults import NoTaskList
from data.registry.grid import Listing, Row, listings
from data.registry.records import BadRow, ExpectedFiling
from data.registry.years import YearError, read_year, year_above
from data.texts import mark

NO_YEAR = mark("没有写年度,标题中也没有唯一的年度")
BAD_YEAR = mark("“{year}”不是年度,应写成 2022 这样的年份")
NO_DEPARTMENT = mark("没有写部门;与上一行相同的请合并单元格或填写")
NO_PROJECT = mark("没有写项目名称")


@dataclass(frozen=True, slots=True)
class ExpectedRead:
    """What a task list asks for, each filing once; nothing while a row is bad.

    `repeated` counts the rows that only say again what another says.
    """

    filings: tuple[ExpectedFiling, ...]
    repeated: int
    bad: tuple[BadRow, ...]


def read_expected_filings(document: Document) -> ExpectedRead:
    """The filings of a task list: 年度 (or a year in the title), 主管部门, 实施单位, 项目名称. Raises NoTaskList."""
    found = list(listings(document, "expected", is_header))
    if not found:
        raise NoTaskList(document.name)
    rows = [filing_of(row, listing) for listing in found for row in listing.rows]
    bad = tuple(row for row in rows if isinstance(row, BadRow))
    filings = tuple(without_repeats(row for row in rows if isinstance(row, ExpectedFiling)))
    return ExpectedRead(() if bad else filings, len(rows) - len(bad) - len(filings), bad)


def is_header(roles: frozenset[str]) -> bool:
    return "project" in roles and bool(roles & {"department", "office"})


def filing_of(row: Row, listing: Listing) -> ExpectedFiling | BadRow:
    try:
        year = read_year(row.first("year")) or year_above(listing.above)
    except YearError as wrong:
        return BadRow(row.place, BAD_YEAR, {"year": str(wrong)})
    department, unit = who(row, listing)
    project = row.first("project")
    if not department:
        return BadRow(row.place, NO_DEPARTMENT)
    if not project:
        return BadRow(row.place, NO_PROJECT)
    return ExpectedFiling(year, department, unit, project) if year else BadRow(row.place, NO_YEAR)


def who(row: Row, listing: Listing) -> tuple[str | None, str | None]:
    """Department and unit. 单位名称 is the unit beside a column of departments, and the department without one."""
    if "department" in listing.roles:
        return row.first("department"), row.first("unit", "office")
    return row.first("office"), row.first("unit")


def without_repeats(filings: Iterator[ExpectedFiling]) -> Iterator[ExpectedFiling]:
    seen = set()
    for one in filings:
        key = (one.year, folded(one.department), folded(one.unit or ""), folded(one.project))
        if key not in seen:
            seen.add(key)
            yield one

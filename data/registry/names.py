"""Other names, renames and mergers, as a bureau lists them: read, and asked for the name that counts today."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.documents import Document
from data.naming import folded
from data.registry.faults import NoDepartmentNames
from data.registry.grid import Row, listings
from data.registry.records import BadRow, DepartmentName
from data.registry.resolve import Listed, resolved
from data.registry.years import YearError, read_year
from data.texts import mark

SEVERAL = re.compile(r"[、,,;;\n]+")
NO_NAME = mark("没有写曾用名、简称或别名")
NO_CURRENT_NAME = mark("“{name}”没有写现名称")
NO_YEAR = mark("“{year}”不是年度,应写成 2022 这样的年份;不限的请留空")
YEARS_TURNED = mark("起始年度 {first} 晚于截止年度 {last}")


@dataclass(frozen=True, slots=True)
class NamesRead:
    """What a list of names says, every name with the one that counts in the end; nothing while a row is bad."""

    names: tuple[DepartmentName, ...]
    bad: tuple[BadRow, ...]


def read_department_names(document: Document) -> NamesRead:
    """The names of a list: 曾用名 or 简称, 现名称, 起始年度, 截止年度. Raises NoDepartmentNames.

    A → B and B → C become A → C for the years in which both hold. Circles, and two current names for one name and
    year, are bad rows.
    """
    found = list(listings(document, "names", is_header))
    if not found:
        raise NoDepartmentNames(document.name)
    rows = [one for listing in found for row in listing.rows for one in names_of(row)]
    bad = tuple(row for row in rows if isinstance(row, BadRow))
    names, wrong = resolved([row for row in rows if isinstance(row, Listed)])
    bad += wrong
    return NamesRead(() if bad else names, bad)


def is_header(roles: frozenset[str]) -> bool:
    """Two columns of names: an earlier and a current one, or one of them beside that of the department."""
    return len(roles & {"former", "current", "department"}) >= 2


def names_of(row: Row) -> Iterator[Listed | BadRow]:
    """One row may list several earlier names. A department without any is listed for completeness only."""
    former, current = row.all("former"), row.first("current")
    if not former and current:
        former = row.all("department")
    current = current or (row.first("department") if former else None)
    names = [name for text in former for part in SEVERAL.split(text) if (name := part.strip())]
    if names and not current:
        yield BadRow(row.place, NO_CURRENT_NAME, {"name": names[0]})
    elif names:
        yield from dated(row, names, current or "")
    elif current and row.first("from_year", "to_year"):
        yield BadRow(row.place, NO_NAME)


def dated(row: Row, names: Iterable[str], current: str) -> Iterator[Listed | BadRow]:
    try:
        first, last = read_year(row.first("from_year")), read_year(row.first("to_year"))
    except YearError as wrong:
        yield BadRow(row.place, NO_YEAR, {"year": str(wrong)})
        return
    if first and last and first > last:
        yield BadRow(row.place, YEARS_TURNED, {"first": first, "last": last})
        return
    yield from (Listed(row.place, DepartmentName(name, current, first, last)) for name in names)


def current_name(names: Iterable[DepartmentName], name: str, year: int | None) -> str:
    """The name that a form of `year` filed under `name` counts for; `name` itself where nothing is listed.

    `names` as they are read: every name leads to the last one at once. Widths and white space make no difference,
    anything else does.
    """
    asked = folded(name)
    return next((one.current_name for one in names if folded(one.name) == asked and one.holds_in(year)), name)

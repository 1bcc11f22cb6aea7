"""Which year and departments the command `report` is about, and the answers to what the store does not have."""

import click
import duckdb

from analytics.reports.rows import fetch_rows
from data.texts import mark, translate

NO_YEAR = mark("没有 {year} 年度的自评表。已载入的年度:{known}。")
NO_DEPARTMENT = mark("{year} 年度没有名为“{name}”的部门。有自评表的部门:{known}。")
MOST_NAMED = 12
UNFILLED = mark("未填写")


def year_of(connection: duckdb.DuckDBPyConnection, year: int | None) -> int:
    """The year asked for, else the last one with forms. Raises UsageError where it has none."""
    known = sorted({one for one in fetch_rows(connection, "project_summary").column("year") if one is not None})
    chosen: int | None = known[-1] if year is None and known else year
    if chosen is None or chosen not in known:
        raise click.UsageError(translate(NO_YEAR, "zh", year=year or "—", known="、".join(map(str, known)) or "—"))
    return chosen


def departments_of(connection: duckdb.DuckDBPyConnection, year: int, name: str | None) -> tuple[str | None, ...]:
    """The department asked for, else every one of the year. Raises UsageError where the year has none of that name."""
    there = tuple(dict.fromkeys(fetch_rows(connection, "project_summary", "department", year).column("department")))
    if name is None:
        return there
    found = tuple(one for one in there if spoken(one) == name)
    if not found:
        more = ["…"] if len(there) > MOST_NAMED else []
        known = "、".join([*map(spoken, there[:MOST_NAMED]), *more])
        raise click.UsageError(translate(NO_DEPARTMENT, "zh", year=year, name=name, known=known))
    return found


def spoken(department: str | None) -> str:
    return department or translate(UNFILLED, "zh")

"""The files that a report consists of, by kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import duckdb

from analytics.columns import columns
from analytics.exports.flat import flat_file
from analytics.exports.table import ExportMeta, Table
from analytics.exports.workbook import workbook
from analytics.reports.county import county_brief
from analytics.reports.department import department_brief
from analytics.reports.notice import departments_to_notify, notice
from analytics.reports.report import Origin
from analytics.reports.rows import Rows, fetch_rows
from analytics.reports.speech import Speech
from analytics.reports.word import brief_file, file_name, notices_file
from data.errors import Fault
from data.texts import mark

KINDS = ("county-brief", "department-brief", "notices", "tables", "all")
# The views that the pages show as tables.
TABLES = {
    "county_summary": mark("县域总览"),
    "department_execution": mark("预算执行"),
    "project_summary": mark("各项目自评表"),
    "recomputed_indicator": mark("各项指标"),
    "lagging_department": mark("滞后部门"),
    "decided_finding": mark("核查发现"),
    "finding_count": mark("核查规则"),
}
Named = tuple[str, bytes]


class NothingToReport(Fault):
    """The store has no forms of that year and department, or nothing to rectify."""

    code = "nothing_to_report"
    text = mark("{name} 中 {place} 年度没有可以生成的内容,请核对年度和部门。")


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for; without a department all of them."""

    kind: str
    year: int
    department: str | None
    language: str

    def has(self, kind: str) -> bool:
        return self.kind in (kind, "all")


def made_files(session: duckdb.DuckDBPyConnection, wish: Wish, generation: int, demo: bool) -> Iterator[Named]:
    """(name, content) of every file. Nothing where the year has no forms of that department."""
    origin, t = Origin(wish.year, generation, datetime.now().astimezone(), wish.language, demo), Speech(wish.language)
    forms = fetch_rows(session, "project_summary", "department", wish.year)
    there = [one for one in dict.fromkeys(forms.column("department")) if wish.department in (None, t.department(one))]
    if not there:
        return
    if wish.has("county-brief") and (wish.kind != "all" or wish.department is None):
        yield t("全县简报-{year}.docx", year=wish.year), brief_file(county_brief(session, origin), wish.language)
    if wish.has("department-brief"):
        for one in there:
            name = t("部门简报-{year}-{who}.docx", year=wish.year, who=file_name(t.department(one)))
            yield name, brief_file(department_brief(session, one, origin), wish.language)
    if wish.has("notices"):
        notices = [notice(session, one, origin) for one in departments_to_notify(session, wish.year) if one in there]
        if notices:
            yield t("整改通知-{year}.zip", year=wish.year), notices_file(notices)
    if wish.has("tables"):
        yield from tables(session, wish, origin, t)


def tables(session: duckdb.DuckDBPyConnection, wish: Wish, origin: Origin, t: Speech) -> Iterator[Named]:
    """Every table of the pages as a workbook and as a csv."""
    for view, title in TABLES.items():
        rows = kept(fetch_rows(session, view, "all", wish.year), wish.department, t)
        meta = ExportMeta(
            title=t(title), filters=filters(wish, t), scheme=schemes(session), scheme_date=None,
            generation=origin.generation, made_at=origin.made_at, language=wish.language, demo=origin.demo,
        )  # fmt: skip
        yield f"{t(title)}-{wish.year}.xlsx", workbook(rows, meta)
        yield f"{t(title)}-{wish.year}.csv", flat_file(rows, wish.language)


def kept(rows: Rows, department: str | None, t: Speech) -> Table:
    """The columns that can be shown, and the rows of the department where one was asked for."""
    names = tuple(name for name in rows.columns if name in columns())
    if department is not None and "department" in rows.columns:
        at = rows.columns.index("department")
        rows = Rows(rows.columns, tuple(row for row in rows.rows if t.department(row[at]) == department))
    return Table(names, tuple(rows.pick(*names)))


def filters(wish: Wish, t: Speech) -> tuple[tuple[str, str], ...]:
    own = ((t.head("department"), wish.department),) if wish.department else ()
    return ((t.head("year"), str(wish.year)), *own)


def schemes(session: duckdb.DuckDBPyConnection) -> str:
    return str(fetch_rows(session, "coverage").value("schemes") or "")

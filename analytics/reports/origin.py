"""Where the figures of a report come from, as sentences."""

import duckdb

from analytics.reports.report import Origin
from analytics.reports.rows import fetch_rows
from analytics.reports.speech import Speech, count
from analytics.schemes.loader import require_scheme


def county_of(connection: duckdb.DuckDBPyConnection, year: int) -> str:
    """The county that most forms of the year name; "" where none does."""
    sql = (
        "select county from project_summary where year = ? and county is not null group by 1 order by count(*) desc, 1"
    )
    found = connection.cursor().execute(f"{sql} limit 1", [year]).fetchone()
    return str(found[0]) if found else ""


def origin_notes(connection: duckdb.DuckDBPyConnection, origin: Origin, t: Speech) -> tuple[str, ...]:
    """Scheme, coverage, generation and time; that all is fictional where it is."""
    notes = [schemes_said(connection, origin, t), coverage_said(connection, t)]
    made = t(
        "数据代次:第 {n} 代;生成时间:{when}。",
        n=origin.generation,
        when=f"{origin.made_at:%Y-%m-%d %H:%M}",
    )
    blank = t("表中“—”表示没有填写或无法计算,不是 0;比率的合计为合计数之比。已排除的核查发现不计入任何数字。")
    demo = [t("演示数据:县、部门、项目和数字均为虚构。")] if origin.demo else []
    return (*notes, made, blank, *demo)


def schemes_said(connection: duckdb.DuckDBPyConnection, origin: Origin, t: Speech) -> str:
    """The schemes that the forms of the year were scored by."""
    sql = "select scheme, count(*) from project_summary where year = ? group by 1 order by 2 desc, 1"
    found = connection.cursor().execute(sql, [origin.year]).fetchall()
    used = [t("{scheme}({n} 份)", scheme=scheme_title(str(name), t), n=count(forms)) for name, forms in found]
    return t("评分口径:{schemes}。", schemes=t.listed(used))


def scheme_title(name: str, t: Speech) -> str:
    # A what-if is named by its text, which no file holds.
    scheme = require_scheme(name)
    return scheme.title_en if t.language == "en" else scheme.title_zh


def coverage_said(connection: duckdb.DuckDBPyConnection, t: Speech) -> str:
    cover = fetch_rows(connection, "coverage")
    received = cover.value("received_to")
    return t(
        "数据范围:已载入自评表 {n} 份(各年度合计,不含旧版 {old} 份),待确认 {held} 份,未能读取 {refused} 份;截至 {to}。",
        n=count(cover.value("evaluations")),
        old=count(cover.value("superseded")),
        held=count(cover.value("held")),
        refused=count(cover.value("refused")),
        to="—" if received is None else f"{received:%Y-%m-%d}",
    )

"""The tables of the pages, for who takes them without the web page: the same rows, order, columns and title."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

import duckdb

from analytics.reports.rows import Rows, fetch_rows
from analytics.reports.rule_tables import by_rule, weight
from analytics.reports.speech import Speech
from data.errors import retold
from data.texts import mark

MOST, LISTED = 8, 500  # rows of the worst lists of the county, and of the list of indicators
Chosen = Callable[[Rows, Speech], Rows]
IDS = ("evaluation", "document")


@dataclass(frozen=True, slots=True)
class PageTable:
    """Which rows of `view` a page shows as which columns; `choose` filters, orders and adds what the view lacks.

    `of` is "county" for tables that are not narrowed to a department, and "department" for those that always are.
    """

    page: str
    title: str
    view: str
    columns: tuple[str, ...]
    choose: Chosen
    order: str = "all"
    of: str = ""


def most(name: str, above: int = 0, limit: int | None = None) -> Chosen:
    """Rows with more than `above`, most first."""
    return lambda rows, _: Rows(rows.columns, rows.above(name, Decimal(above)).down(name).rows[:limit])


def down(name: str) -> Chosen:
    return lambda rows, _: rows.down(name)


def as_is(rows: Rows, _: Speech) -> Rows:
    return rows


def lagging(rows: Rows, _: Speech) -> Rows:
    return rows.equal("lags", True).head(MOST)


def outrun(rows: Rows, _: Speech) -> Rows:
    return rows.equal("rule", "results_outrun_money")


def lost(rows: Rows, _: Speech) -> Rows:
    return rows.above("lost_points", Decimal(0)).head(LISTED)


def with_sentence(rows: Rows, t: Speech) -> Rows:
    """Errors first, the sentence of the rule in place of its name."""
    at, heavy = rows.columns.index("rule"), rows.columns.index("severity")
    named = ((*row[:at], t.rule(row[at]), *row[at + 1 :]) for row in rows.rows)
    return Rows(rows.columns, tuple(sorted(named, key=lambda row: weight(row[heavy]))))


def to_work_on(rows: Rows, t: Speech) -> Rows:
    """The open findings in working order: errors first, then rule by rule, most points at stake first."""
    names = ("severity", "rule", "points", "evaluation", "n", "decided")
    keyed = sorted(
        ((weight(severity), rule, -(points or Decimal(0)), evaluation, n or 0), at)
        for at, (severity, rule, points, evaluation, n, _) in enumerate(rows.pick(*names))
    )
    more = [(t.rule(rule), points, local(decided)) for _, rule, points, _, _, decided in rows.pick(*names)]
    ordered = tuple((*rows.rows[at], *more[at]) for _, at in keyed)
    return Rows((*rows.columns, "what", "stake_points", "decided_here"), ordered).equal("state", "open")


def local(moment: datetime | None) -> datetime | None:
    """A moment kept in UTC, as the clock of this machine shows it."""
    return None if moment is None else moment.replace(tzinfo=UTC).astimezone().replace(tzinfo=None)


def with_reason(rows: Rows, t: Speech) -> Rows:
    """Refused files with the reason in the reader's language."""
    more = (retold(told, t.language) for told in rows.column("told"))
    return Rows((*rows.columns, "why_refused"), tuple((*row, why) for row, why in zip(rows.rows, more, strict=True)))


TABLES: Mapping[str, PageTable] = {
    "county_unspent": PageTable(
        "county", mark("未执行最多的项目"), "project_summary",
        ("project", "unspent_wan", "execution_rate", "department", "adjusted_budget_wan"),
        most("unspent_wan", limit=MOST), "", "county",
    ),
    "county_inflated": PageTable(
        "county", mark("虚高最多的自评表"), "project_summary",
        ("project", "inflation", "filed_score_100", "recomputed_score_100", "department", "errors"),
        most("inflation", limit=MOST), "", "county",
    ),
    "county_lagging": PageTable(
        "county", mark("滞后部门"), "lagging_department",
        ("department", "projects", "lag_index", "previous_lag_rank", "repeat", "small_number", "reasons"),
        lagging, "lag_rank", "county",
    ),
    "execution_over": PageTable(
        "execution", mark("超预算执行的项目"), "project_funding",
        ("project", "execution_rate", "adjusted_budget_wan", "executed_wan", "department"),
        most("execution_rate", above=1), "",
    ),
    "execution_outrun": PageTable(
        "execution", mark("结果跑在资金前面的项目"), "counted_finding",
        ("project", "found", "expected", "department", "cell"),
        outrun, "",
    ),
    "execution_projects": PageTable(
        "execution", mark("项目资金"), "project_funding",
        ("project", "unspent_wan", "execution_rate", "adjusted_budget_wan", "executed_wan", "initial_budget_wan",
         "filed_rate", "department", "no_rate_reason", "cell"),
        down("unspent_wan"), "",
    ),
    "indicators_lines": PageTable(
        "indicators", mark("失分指标"), "recomputed_indicator",
        ("name", "lost_points", "score_rate", "target", "actual", "points", "filed_score", "recomputed_score",
         "verdict", "level2", "project", "department", "reason", "cell"),
        lost, "lost_points desc, score_rate, evaluation, n",
    ),
    "departments_league": PageTable(
        "departments", mark("部门排名"), "lagging_department",
        ("department", "lag_rank", "previous_lag_rank", "reasons", "lag_index", "lags", "repeat", "projects",
         "small_number", "execution_rate", "recomputed_score_100", "inflation_per_form", "low_scoring_points_share",
         "unexplained_per_form", "errors_per_form"),
        as_is, "lag_rank", "county",
    ),
    "department_projects": PageTable(
        "department", mark("部门项目"), "project_summary",
        ("project", "filed_score_100", "recomputed_score_100", "inflation", "grade", "adjusted_budget_wan",
         "unspent_wan", "execution_rate", "verifiable_share", "errors", "warnings"),
        down("inflation"), "", "department",
    ),
    "department_findings": PageTable(
        "department", mark("核查发现"), "counted_finding",
        ("project", "severity", "rule", "n", "found", "expected", "points", "cell", "state"),
        with_sentence, "", "department",
    ),
    "findings_list": PageTable(
        "findings", mark("核查发现"), "decided_finding",
        ("project", "severity", "what", "found", "expected", "stake_points", "n", "cell", "department", "state",
         "decision_reason", "who", "decided_here"),
        to_work_on, "",
    ),
    "findings_rules": PageTable(
        "findings", mark("核查规则"), "decided_finding",
        ("what", "severity", "findings", "open_findings", "accepted_findings", "rectified_findings",
         "rejected_findings", "forms", "stake_points", "todo"),
        by_rule, "",
    ),
    "findings_departments": PageTable(
        "findings", mark("各部门处理进度"), "review_progress",
        ("department", "findings", "decided_share", "open_findings", "open_errors", "accepted_findings",
         "rectified_findings", "rejected_findings", "changed_findings"),
        down("open_findings"), "department",
    ),
    "imports_refused": PageTable(
        "imports", mark("未能读取的文件"), "refused_file",
        ("file", "why_refused", "received"), with_reason, "file", "county",
    ),
}  # fmt: skip
PAGES = tuple(dict.fromkeys(one.page for one in TABLES.values()))


def page_table(
    connection: duckdb.DuckDBPyConnection, one: PageTable, year: int, department: str | None, whole: bool, t: Speech
) -> Rows:
    """The rows of the table with the columns that the page exports, ids last. `whole` takes all departments."""
    dated, narrowed = (None if one.page == "imports" else year), one.of != "county" and not whole
    found = one.choose(fetch_rows(connection, one.view, one.order, dated, department, not narrowed), t)
    return found.only(*one.columns, *(name for name in IDS if name not in one.columns))

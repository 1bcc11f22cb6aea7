"""Figures of the execution page. `level` is what the bars stand for: departments, or the projects of one."""

from decimal import Decimal
from itertools import groupby
from operator import itemgetter

import plotly.graph_objects as go

from pages.shared.bounds import bounds
from pages.shared.drawings import Bar, Ids, Line, bars, to
from pages.shared.formats import BLANK, money, rate, signed
from pages.shared.labels import department_name, word
from pages.shared.language import t
from pages.shared.marks import ACCENT, BAD, CALM, GOOD, INK
from pages.shared.query import UNFILLED
from pages.shared.table import Table

OVER = ("project", "execution_rate", "adjusted_budget_wan", "executed_wan", "department")
OUTRUN = ("project", "found", "expected", "department", "cell")
PROJECTS = (
    "project", "unspent_wan", "execution_rate", "adjusted_budget_wan", "executed_wan", "initial_budget_wan",
    "filed_rate", "department", "no_rate_reason", "cell",
)  # fmt: skip
DRAWN = 12


def level(departments: Table, projects: Table) -> Table:
    """What to compare: departments while there are several, else the projects."""
    return departments if len(departments) > 1 else projects


def name_of(table: Table, department: str | None, project: str | None) -> str:
    return project or BLANK if is_projects(table) else department_name(department)


def is_projects(table: Table) -> bool:
    return "project" in table.columns


def ids_of(table: Table, department: str | None, evaluation: int | None) -> Ids:
    """A click on a project opens its form, on a department it narrows this page."""
    return to("form", evaluation=evaluation) if is_projects(table) else to("", department=department or UNFILLED)


def rows_of(table: Table) -> list[tuple]:
    """(name, ids, budget, initial, executed, unspent, change, rate) of each row."""
    money_names = (
        "adjusted_budget_wan",
        "initial_budget_wan",
        "executed_wan",
        "unspent_wan",
        "budget_change_wan",
        "execution_rate",
    )
    extra = ("project", "evaluation") if is_projects(table) else ()
    rows = []
    for department, *values in table.pick("department", *money_names, *extra):
        project, evaluation = values[6:] if extra else (None, None)
        rows.append((name_of(table, department, project), ids_of(table, department, evaluation), *values[:6]))
    return rows


def unspent(table: Table) -> go.Figure:
    """Money left, most first."""
    left = table.known("unspent_wan").where("unspent_wan", Decimal(0).__lt__).by("unspent_wan").head(DRAWN)
    return bars(
        [
            Bar(
                name,
                gone,
                f"{money(gone)} · {rate(share)}",
                ids,
                _hover(budget, executed, share),
                rate_color(share),
            )
            for name, ids, budget, _, executed, gone, _, share in rows_of(left)
        ]
    )


def rates(table: Table, before: Table) -> go.Figure:
    """Execution rates, lowest first, against the two bounds; the diamond is the rate of the year before."""
    earlier = earlier_rates(before)
    lowest = table.known("execution_rate").by("execution_rate", down=False).head(DRAWN)
    lines = (
        Line(bounds().lagging_rate, rate(bounds().lagging_rate)),
        Line(bounds().explained_rate, rate(bounds().explained_rate)),
    )
    return bars(
        [
            Bar(
                name,
                share,
                rate(share) if was is None else t("{rate},上年 {before}", rate=rate(share), before=rate(was)),
                ids,
                _hover(budget, executed, share),
                rate_color(share),
                was,
            )
            for (name, ids, budget, _, executed, _, _, share), was in zip(
                rows_of(lowest), map(earlier.get, keys_of(lowest)), strict=True
            )
        ],
        lines,
    )


def keys_of(table: Table) -> list[tuple[str | None, ...]]:
    """What a row is called in every year: the department, or the department and the project."""
    return list(table.pick("department", *(("project",) if is_projects(table) else ())))


def earlier_rates(before: Table) -> dict[tuple[str | None, ...], Decimal]:
    """The rate of each name that stands once in the year before."""
    keys, shares = keys_of(before), before.column("execution_rate")
    return {key: share for key, share in zip(keys, shares, strict=True) if share is not None and keys.count(key) == 1}


def rate_color(share: Decimal | None) -> str:
    """Below the lagging bound, below the bound to be explained, up to the budget, beyond it."""
    if share is None:
        return CALM
    if share < bounds().lagging_rate:
        return BAD
    return ACCENT if share < bounds().explained_rate or share > 1 else GOOD


def _hover(budget: Decimal | None, executed: Decimal | None, share: Decimal | None) -> str:
    return t(
        "全年预算 {budget},执行 {executed},执行率 {rate}",
        budget=money(budget),
        executed=money(executed),
        rate=rate(share),
    )


def sources(table: Table) -> go.Figure:
    """What was executed of each source; the diamond is its budget."""
    rows, by_source = [], itemgetter(0)
    money_rows = sorted(table.pick("source_of_funds", "adjusted_budget_wan", "executed_wan"), key=by_source)
    for source, group in groupby(money_rows, key=by_source):
        budget, executed = summed(list(group))
        if budget or executed:
            share = executed / budget if budget else None
            words = t(
                "{executed} / {budget} · {rate}", executed=money(executed), budget=money(budget), rate=rate(share)
            )
            rows.append(Bar(word("source_of_funds", source), executed, words, (), words, INK, budget))
    return bars(sorted(rows, key=lambda row: row.other or 0, reverse=True))


def summed(rows: list[tuple]) -> tuple[Decimal, Decimal]:
    """Budget and executed of several rows."""
    return sum((row[1] or Decimal(0) for row in rows), Decimal(0)), sum(
        (row[2] or Decimal(0) for row in rows), Decimal(0)
    )


def changes(table: Table) -> go.Figure:
    """Adjustments of the budget during the year, largest first, up or down."""
    moved = table.known("budget_change_wan").where("budget_change_wan", bool)
    rows = sorted(rows_of(moved), key=lambda row: abs(row[6]), reverse=True)[:DRAWN]
    return bars(
        [
            Bar(
                name,
                change,
                signed(money(change)),
                ids,
                _adjusted(initial, budget),
                INK if change > 0 else ACCENT,
            )
            for name, ids, budget, initial, _, _, change, _ in rows
        ]
    )


def _adjusted(initial: Decimal | None, budget: Decimal | None) -> str:
    return t("年初预算 {initial},全年预算 {budget}", initial=money(initial), budget=money(budget))


def over(projects: Table) -> Table:
    """Projects that spent more than their budget."""
    return projects.known("execution_rate").where("execution_rate", Decimal(1).__lt__).by("execution_rate")

"""Figures of one department."""

from decimal import Decimal
from itertools import groupby

import plotly.graph_objects as go

from pages.shared.bounds import bounds
from pages.shared.drawings import Bar, Line, bars, pairs, to, years
from pages.shared.formats import money as money_words
from pages.shared.formats import points, rate, score
from pages.shared.labels import word
from pages.shared.language import language, t
from pages.shared.marks import ACCENT, BAD, GOOD, INK
from pages.shared.table import Table

WHOLES = ("year", "filed_total", "adjusted_budget_wan", "executed_wan", "filed_rate", "execution_rate", "document_name")
PROJECTS = (
    "project", "filed_score_100", "recomputed_score_100", "inflation", "grade", "adjusted_budget_wan", "unspent_wan",
    "execution_rate", "verifiable_share", "errors", "warnings",
)  # fmt: skip
FINDINGS = ("project", "severity", "rule", "n", "found", "expected", "points", "cell", "state")
DRAWN = 12


def scores(projects: Table) -> go.Figure:
    """A dumbbell per project, the widest gaps first."""
    known = projects.known("recomputed_score_100").known("filed_score_100").by("inflation").head(DRAWN)
    rows = []
    for evaluation, project, filed, recomputed in known.pick(
        "evaluation", "project", "filed_score_100", "recomputed_score_100"
    ):
        words = t("自评 {filed} → 复算 {recomputed}", filed=points(filed), recomputed=points(recomputed))
        rows.append(
            (
                Bar(
                    project or "—",
                    recomputed,
                    words,
                    to("form", evaluation=evaluation),
                    words,
                    BAD if recomputed < filed else GOOD,
                ),
                filed,
            )
        )
    least = min([Decimal(90), *(min(filed, bar.value or filed) for bar, filed in rows)])
    return pairs(rows, least, max([Decimal(100), *(filed for _, filed in rows)]))


def money(projects: Table) -> go.Figure:
    """Execution rates, lowest first, with the money left."""
    lowest = projects.known("execution_rate").by("execution_rate", down=False).head(DRAWN)
    rows = []
    for evaluation, project, share, unspent in lowest.pick("evaluation", "project", "execution_rate", "unspent_wan"):
        words = t("{rate} · 未执行 {money}", rate=rate(share), money=money_words(unspent))
        color = (
            BAD if share < bounds().lagging_rate else (ACCENT if share < bounds().explained_rate or share > 1 else GOOD)
        )
        rows.append(Bar(project or "—", share, words, to("form", evaluation=evaluation), words, color))
    return bars(
        rows,
        (
            Line(bounds().lagging_rate, rate(bounds().lagging_rate)),
            Line(bounds().explained_rate, rate(bounds().explained_rate)),
        ),
    )


def levels(own: Table, county: Table) -> go.Figure:
    """Score rate by level-2 indicator: the bar is the department, the diamond the county."""
    everyone = dict(rates(county))
    rows = []
    for level2, share in rates(own):
        words = (
            t("{own}(全县 {county})", own=rate(share), county=rate(everyone.get(level2))) if everyone else rate(share)
        )
        color = BAD if everyone.get(level2) and share < everyone[level2] else INK
        name = word("level2", level2) if level2 else t("未填二级指标")
        rows.append(Bar(name, share, words, to("indicators", level2=level2), words, color, everyone.get(level2)))
    return bars(rows)


def rates(table: Table) -> list[tuple[str | None, Decimal]]:
    """Score over points of each level-2 indicator, lowest first."""
    picked = sorted(table.pick("level2", "points", "recomputed_score"), key=lambda row: row[0] or "")
    found = []
    for level2, group in groupby(picked, key=lambda row: row[0]):
        rows = list(group)
        whole, got = (sum((row[at] or Decimal(0) for row in rows), Decimal(0)) for at in (1, 2))
        if whole:
            found.append((level2, got / whole))
    return sorted(found, key=lambda one: one[1])


def history(summaries: Table) -> go.Figure:
    """Recomputed score and execution rate over the years, both out of 100."""
    known = summaries.known("year")
    if len(known) < 2:
        return bars([])
    scores_ = [
        (year, value, score(value)) for year, value in known.pick("year", "recomputed_score_100") if value is not None
    ]
    spent = [
        (year, value * 100, rate(value)) for year, value in known.pick("year", "execution_rate") if value is not None
    ]
    return years([(t("复算平均分"), scores_, INK), (t("执行率"), spent, ACCENT)])


def named(findings: Table, rules: Table) -> Table:
    """The findings, errors first, with the sentence of their rule in place of its name."""
    sentences = dict(rules.pick("rule", language()))
    weight = ("error", "warning", "note")
    at, severity = findings.columns.index("rule"), findings.columns.index("severity")
    rows = tuple((*row[:at], sentences.get(row[at], row[at]), *row[at + 1 :]) for row in findings.rows)
    return Table(findings.view, findings.columns, tuple(sorted(rows, key=lambda row: weight.index(row[severity]))))

"""The tables at the end of a brief: rows of the views as they are written on paper."""

from decimal import Decimal

from analytics.reports.report import Annex
from analytics.reports.rows import Rows
from analytics.reports.speech import Speech, amount, count, percent, points

MOST_LINES = 30  # of a brief; the full table is one click or command away


def execution_annex(departments: Rows, t: Speech) -> Annex:
    """Every department's money, most unspent first."""
    names = ("department", "projects", "adjusted_budget_wan", "executed_wan", "unspent_wan", "execution_rate")
    rows = [
        (t.text(t.department(who)), count(projects), amount(budget), amount(spent), amount(left), percent(rate))
        for who, projects, budget, spent, left, rate in departments.pick(*names)
    ]
    return Annex(
        t("各部门预算执行情况"), t("单位:万元"), heads(names, t), tuple(rows), (29, 10, 17, 17, 15, 15), (1, 2, 3, 4, 5)
    )


def projects_annex(projects: Rows, t: Speech) -> Annex:
    """Every project of a department."""
    names = (
        "project", "adjusted_budget_wan", "executed_wan", "unspent_wan", "execution_rate",
        "filed_score_100", "recomputed_score_100",
    )  # fmt: skip
    rows = [
        (t.text(name), amount(budget), amount(spent), amount(left), percent(rate), points(filed), points(recomputed))
        for name, budget, spent, left, rate, filed, recomputed in projects.pick(*names)
    ]
    labels = (*heads(names[:-2], t), t("自评得分"), t("复算得分"))
    unit = t("单位:万元;得分按百分制")
    return Annex(t("各项目情况"), unit, labels, tuple(rows), (22, 14, 14, 13, 14, 11, 11), (1, 2, 3, 4, 5, 6))


def lines_annex(lines: Rows, t: Speech) -> Annex:
    """The low-scoring lines with the most points lost; how many more there are stands in the title."""
    names = ("project", "name", "target", "actual", "points", "recomputed_score", "lost_points")
    rows = [
        (t.text(project), t.text(name), t.text(target), t.text(actual), *map(points, figures))
        for project, name, target, actual, *figures in lines.head(MOST_LINES).pick(*names)
    ]
    title = t("低分指标")
    if len(lines) > MOST_LINES:
        title = t("低分指标(失分最多的 {n} 项,共 {all} 项)", n=MOST_LINES, all=count(len(lines)))
    return Annex(title, t("单位:分"), heads(names, t), tuple(rows), (21, 19, 16, 16, 10, 13, 10), (4, 5, 6))


def lagging_annex(lagging: Rows, t: Speech) -> Annex:
    """Every department that lags, with the reasons for it."""
    names = ("lag_rank", "department", "projects", "execution_rate", "recomputed_score_100", "reasons")
    rows = [
        (count(rank), t.text(t.department(who)) + small_sign(small, t), count(projects), percent(rate), points(score),
         t.word("reasons", reasons))
        for rank, who, projects, rate, score, reasons, small in lagging.pick(*names, "small_number")
    ]  # fmt: skip
    labels = (t("名次"), *heads(names[1:], t))
    return Annex(t("滞后部门及原因"), "", labels, tuple(rows), (8, 25, 10, 15, 14, 32), (0, 2, 3, 4))


def small_sign(small: bool, t: Speech) -> str:
    return t("(项目少,仅供参考)") if small else ""


def rules_annex(counts: Rows, t: Speech) -> Annex:
    """Every rule, those without a hit too: passed is not the same as not checked."""
    names = ("rule", "severity", "hits", "forms", "points")
    rows = [
        (t.rule(rule), t.word("severity", severity), count(hits), count(forms), points(stake))
        for rule, severity, hits, forms, stake in counts.pick(*names)
    ]
    labels = (t("规则"), t("级别"), t("处数"), t("涉及自评表"), t("涉及分"))
    return Annex(t("核查发现(按规则)"), "", labels, tuple(rows), (54, 9, 9, 15, 13), (2, 3, 4))


def heads(names: tuple[str, ...], t: Speech) -> tuple[str, ...]:
    return tuple(t.head(name) for name in names)


def positive(rows: Rows, name: str) -> Rows:
    return rows.above(name, Decimal(0))

"""Sentences of the indicators page."""

from decimal import Decimal

from pages.indicators.figures import DRAWN, LISTED, Basis, by_reason, grouped, level_name, low
from pages.shared.bounds import bounds
from pages.shared.formats import count, percent_points, points, rate, signed
from pages.shared.labels import definition, department_name
from pages.shared.language import t
from pages.shared.say import Figure
from pages.shared.table import Table


def nothing() -> str:
    return t("这一范围内没有指标。请放宽筛选,或换一个年度。")


def score_word(kind: Basis) -> str:
    return t("自评") if kind.score == "filed_score" else t("复算")


def lead(lines: Table, kind: Basis) -> str:
    """How many lines lose points, how much, and how many without a reason."""
    if not lines:
        return t("按{kind}得分,没有指标失分。", kind=score_word(kind))
    _, silent = by_reason(lines)
    return t(
        "按{kind}得分,{n} 条指标共失 {lost} 分,其中 {low} 条得分率低于 {rate},{silent} 条没有写原因。",
        kind=score_word(kind),
        n=at_least(lines),
        lost=points(lines.total(kind.lost)),
        low=count(len(low(lines, kind))),
        rate=rate(bounds().low_score_rate),
        silent=count(len(silent)),
    )


def at_least(lines: Table) -> str:
    """The number of lines, with a sign where the list was cut."""
    return t("前 {n}", n=LISTED) if len(lines) == LISTED else count(len(lines))


Totals = tuple[int, Decimal, Decimal | None, int, int]


def cards(now: tuple[Table, Table], before: tuple[Table, Table], kind: Basis) -> list[Figure]:
    """The headline figures of (lines, levels), each with its change since the year before where there is one."""
    indicators, lost, share, weak, silent = figures = totals(*now, kind)
    more, farther, better, weaker, stiller = changes(figures, totals(*before, kind)) if before[1] else (None,) * 5
    return [
        Figure(t("指标数"), count(indicators), definition("indicators"), more),
        Figure(t("失分"), points(lost), definition(kind.lost), farther, "less"),
        Figure(t("得分率"), rate(share), definition(kind.rate), better, "more"),
        Figure(t("低分指标"), count(weak), definition("low_scoring_indicators"), weaker, "less"),
        Figure(t("失分而未写原因"), count(silent), t("失了分而偏差原因一栏空白的指标数"), stiller, "less"),
    ]


def totals(lines: Table, levels: Table, kind: Basis) -> Totals:
    """How many indicators, points lost, score rate, how many low ones, how many lost points without a reason."""
    whole, score = levels.total("points"), levels.total(kind.score)
    share = score / whole if whole else None
    return int(levels.total("indicators")), whole - score, share, len(low(lines, kind)), len(by_reason(lines)[1])


def changes(now: Totals, before: Totals) -> tuple[str | None, ...]:
    """Each figure against that of the year before, in words."""
    rates = None if now[2] is None or before[2] is None else percent_points(now[2] - before[2])
    counts = (signed(f"{now[at] - before[at]:,}") for at in (0, 3, 4))
    more, weaker, stiller = counts
    return more, signed(points(now[1] - before[1])), rates, weaker, stiller


def heat(levels: Table, kind: Basis) -> str:
    most = grouped(levels, "department", kind)
    if not most or most[0][1] == most[0][2]:
        return t("各部门各类指标的得分率")
    return t(
        "失分最多的部门是{name},失 {lost} 分", name=department_name(most[0][0]), lost=points(most[0][1] - most[0][2])
    )


def heat_meaning(kind: Basis) -> str:
    return t(
        "每格为{kind}得分率(%),越红失分越多;失分最多的 {n} 个部门在上。点击一格,本页只看这一格。",
        kind=score_word(kind),
        n=DRAWN,
    )


def levels(table: Table, kind: Basis) -> str:
    most = grouped(table, "level2", kind)
    if not most or most[0][1] == most[0][2]:
        return t("各类二级指标都没有失分")
    return t("失分最多的是{level2}:{lost} 分", level2=level_name(most[0][0]), lost=points(most[0][1] - most[0][2]))


def levels_meaning() -> str:
    return t("按二级指标合计的失分。点击可只看这一类。")


def reasons(lines: Table) -> str:
    written, silent = by_reason(lines)
    if not lines:
        return t("没有失分的指标")
    return t("{n} 条失分指标中,{silent} 条没有写原因", n=count(len(written) + len(silent)), silent=count(len(silent)))


def reasons_meaning() -> str:
    return t("失了分的指标是否写了偏差原因。写了原因不等于原因成立。")


def listed(lines: Table) -> str:
    return t("{n} 条失分指标,点击名称打开所在的自评表", n=at_least(lines))


def title() -> str:
    return t("失分指标")

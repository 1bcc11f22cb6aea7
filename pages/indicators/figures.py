"""Figures of the indicators page. A basis names the columns that are ranked: recomputed or filed."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

import plotly.graph_objects as go

from pages.shared.bounds import bounds
from pages.shared.drawings import Bar, Cell, Ids, bars, safe, to
from pages.shared.drawings import heat as heat_map
from pages.shared.formats import count, points, rate, rounded
from pages.shared.labels import department_name, word
from pages.shared.language import t
from pages.shared.marks import BAD, CALM, GOOD, INK
from pages.shared.query import UNFILLED
from pages.shared.scope import Scope
from pages.shared.table import Table

COLUMNS = (
    "name", "lost_points", "score_rate", "target", "actual", "points", "filed_score", "recomputed_score", "verdict",
    "level2", "project", "department", "reason", "cell",
)  # fmt: skip
LISTED = 500
DRAWN = 12
LEVEL2 = ("数量", "质量", "时效", "成本", "经济效益", "社会效益", "生态效益", "可持续影响", "服务对象满意度")
HOTTEST = Decimal("0.25")  # from this share of points lost on, a cell is as red as it gets


@dataclass(frozen=True, slots=True)
class Basis:
    """The columns that are ranked, and the order of the lines."""

    lost: str
    score: str
    rate: str
    order: str


def basis(scope: Scope) -> Basis:
    """Filed or recomputed, by points lost or by score rate."""
    filed = scope.basis == "filed"
    lost, rate_name = ("filed_lost_points", "filed_score_rate") if filed else ("lost_points", "score_rate")
    order = f"{rate_name}, {lost} desc" if scope.order == "rate" else f"{lost} desc, {rate_name}"
    # The place of the line comes last, so that equals stand in one order for good.
    return Basis(lost, "filed_score" if filed else "recomputed_score", rate_name, f"{order}, evaluation, n")


def grouped(levels: Table, name: str, kind: Basis) -> list[tuple[str | None, Decimal, Decimal, int]]:
    """(value of `name`, points, score, indicators) summed over the rest, most points lost first."""
    picked = sorted(levels.pick(name, "points", kind.score, "indicators"), key=lambda row: row[0] or "")
    sums = []
    for value, group in groupby(picked, key=lambda row: row[0]):
        rows = list(group)
        whole, score = (sum((row[at] or Decimal(0) for row in rows), Decimal(0)) for at in (1, 2))
        sums.append((value, whole, score, sum(row[3] or 0 for row in rows)))
    return sorted(sums, key=lambda one: one[1] - one[2], reverse=True)


def levels(table: Table, kind: Basis) -> go.Figure:
    """Points lost by level-2 indicator."""
    rows = []
    for level2, whole, score, indicators in grouped(table, "level2", kind)[:DRAWN]:
        if whole == score:
            continue
        share = score / whole if whole else None
        words = t("失 {lost} 分 · 得分率 {rate}", lost=points(whole - score), rate=rate(share))
        hover = t("{n} 条指标,分值 {points},得 {score}", n=count(indicators), points=points(whole), score=points(score))
        rows.append(Bar(level_name(level2), whole - score, words, to("", level2=level2), hover, rate_color(share)))
    return bars(rows)


def level_name(level2: str | None) -> str:
    return word("level2", level2) if level2 else t("未填二级指标")


def rate_color(share: Decimal | None) -> str:
    if share is None:
        return CALM
    return BAD if share < bounds().low_score_rate else (INK if share < 1 else GOOD)


def heat(table: Table, kind: Basis) -> go.Figure:
    """Score rate of each department and level-2 indicator, departments that lost most on top."""
    departments = [row[0] for row in grouped(table, "department", kind)[:DRAWN]]
    columns = sorted({level for level in table.column("level2") if level}, key=level_place)
    cells = [
        _cell(departments.index(department), columns.index(level2), (department, level2, whole, score))
        for department, level2, whole, score in table.pick("department", "level2", "points", kind.score)
        if department in departments and level2 in columns and whole
    ]
    return heat_map(
        cells, [department_name(name) for name in departments], [broken(level_name(name)) for name in columns]
    )


def level_place(level2: str) -> tuple[int, str]:
    """The usual order of level-2 indicators; unusual ones last."""
    short = level2.removesuffix("指标")
    return (LEVEL2.index(short) if short in LEVEL2 else len(LEVEL2), level2)


def broken(text: str) -> str:
    """A column head on two lines: English between words, Chinese in the middle."""
    if text.isascii():
        return text.replace(" ", "<br>", 1)
    half = (len(text) + 1) // 2
    return f"{text[:half]}<br>{text[half:]}" if len(text) > 3 else text


def _cell(row: int, column: int, values: tuple) -> Cell:
    department, level2, whole, score = values
    share = (score or Decimal(0)) / whole
    ids: Ids = to("", department=department or UNFILLED, level2=level2)
    name = f"<b>{safe(department_name(department))} · {safe(level_name(level2))}</b><br>"
    hover = name + t("得分率 {rate},失 {lost} 分", rate=rate(share), lost=points(whole - (score or 0)))
    return Cell(row, column, float(min(Decimal(1), (1 - share) / HOTTEST)), f"{rounded(share * 100, 0):f}", ids, hover)


def reasons(lines: Table) -> go.Figure:
    """Lines that lost points: those with a reason, those without, and those whose shortfall the rules cannot judge."""
    explained, unexplained = (len(part) for part in by_reason(lines))
    rows = [
        Bar(t("没有写原因"), Decimal(unexplained), t("{n} 条", n=count(unexplained)), (), t("没有写偏差原因"), BAD),
        Bar(t("写了原因"), Decimal(explained), t("{n} 条", n=count(explained)), (), t("写了偏差原因"), GOOD),
    ]
    return bars(rows)


def by_reason(lines: Table) -> tuple[Table, Table]:
    """Lines with a reason, and lines without one."""
    return lines.where("reason", bool), lines.where("reason", lambda reason: not reason)


def low(lines: Table, kind: Basis) -> Table:
    """Lines whose score rate stays below the bound."""
    return lines.known(kind.rate).where(kind.rate, bounds().low_score_rate.__gt__)

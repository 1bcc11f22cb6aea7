"""Figures of the county page: tables in, drawings and short tables out."""

from decimal import Decimal
from itertools import groupby

import plotly.graph_objects as go

from pages.shared.bounds import bounds
from pages.shared.drawings import Bar, Dot, bars, field, pairs, safe, to
from pages.shared.formats import money, points, rate, score
from pages.shared.labels import band_name, department_name, word
from pages.shared.language import t
from pages.shared.marks import ACCENT, BAD, CALM, DOUBT, GOOD, INK
from pages.shared.scope import BANDS
from pages.shared.table import Table

UNSPENT = ("project", "unspent_wan", "execution_rate", "department", "adjusted_budget_wan")
INFLATED = ("project", "inflation", "filed_score_100", "recomputed_score_100", "department", "errors")
LAGGING = ("department", "projects", "lag_index", "previous_lag_rank", "repeat", "small_number", "reasons")
LISTED = 8
NAMED = 3  # dots of the quadrant that carry their name
FEW = 12  # up to so many forms each is drawn by itself
WIDEST_RATE = Decimal("1.5")  # rates beyond are drawn at the edge, their true figure stands in the hover
BAND_COLORS = (GOOD, GOOD, GOOD, INK, DOUBT, BAD)


def scores(projects: Table) -> go.Figure:
    """Filed against recomputed: each form by itself while they are few, else how many stand in each band."""
    return each_form(projects) if len(projects) <= FEW else in_bands(projects)


def each_form(projects: Table) -> go.Figure:
    """A dumbbell per form, worst recomputed score first."""
    known = projects.known("recomputed_score_100").known("filed_score_100").by("recomputed_score_100", down=False)
    rows = [
        (_form_bar(evaluation, project, filed, recomputed), filed)
        for evaluation, project, filed, recomputed in known.pick(
            "evaluation", "project", "filed_score_100", "recomputed_score_100"
        )
    ]
    least = min([Decimal(90), *(min(filed, bar.value or filed) for bar, filed in rows)])
    return pairs(rows, least, max([Decimal(100), *(filed for _, filed in rows)]))


def _form_bar(evaluation: int, project: str | None, filed: Decimal, recomputed: Decimal) -> Bar:
    words = t("自评 {filed} → 复算 {recomputed}", filed=points(filed), recomputed=points(recomputed))
    color = BAD if recomputed < filed else GOOD
    return Bar(project or "—", recomputed, words, to("form", evaluation=evaluation), words, color)


def in_bands(projects: Table) -> go.Figure:
    """How many forms stand in each band of scores: the bar recomputed, the diamond as filed."""
    filed, recomputed = (by_band(projects.column(name)) for name in ("filed_score_100", "recomputed_score_100"))
    rows = [
        Bar(
            name=band_name(band),
            value=Decimal(recomputed[at]),
            words=t("复算 {n} 份,自评 {m} 份", n=recomputed[at], m=filed[at]),
            ids=to("", band=band),
            hover=t("复算 {n} 份,自评 {m} 份", n=recomputed[at], m=filed[at]),
            color=BAND_COLORS[at],
            other=Decimal(filed[at]),
        )
        for at, band in enumerate(BANDS)
    ]
    return bars(rows)


def by_band(values: tuple[Decimal | None, ...]) -> list[int]:
    """How many values fall into each of BANDS, the lower end belonging to the band."""
    counts = [0] * len(BANDS)
    for value in values:
        if value is not None:
            counts[BANDS.index(band_of(value))] += 1
    return counts


def band_of(score: Decimal) -> str:
    """The band of a score; what is below every bound falls into the last one."""
    return next((band for band in BANDS if score >= Decimal(band)), BANDS[-1])


def within(projects: Table, band: str | None) -> Table:
    """The forms whose recomputed score falls into the band; all of them without one."""
    if band is None:
        return projects
    return projects.known("recomputed_score_100").where("recomputed_score_100", lambda score: band_of(score) == band)


def lost(points_lost: Table) -> go.Figure:
    """Of every 100 points, how many each level-1 indicator loses: the bar recomputed, the diamond as filed."""
    rows = [
        Bar(
            name=word("level1", level1) if level1 else t("未填一级指标"),
            value=share,
            words=t("{n} 分(自评扣 {m} 分)", n=points(share), m=points(filed)),
            ids=to("indicators", level1=level1),
            hover=t("每 100 分失 {n} 分,自评扣 {m} 分", n=points(share), m=points(filed)),
            other=filed,
        )
        for level1, share, filed in shares_lost(points_lost)
    ]
    return bars(rows)


def shares_lost(points_lost: Table) -> list[tuple[str | None, Decimal, Decimal]]:
    """For each level-1 indicator the points lost of every 100, recomputed and as filed, most first."""
    picked = sorted(
        points_lost.pick("level1", "points", "lost_points", "filed_lost_points"), key=lambda row: row[0] or ""
    )
    shares = []
    for level1, group in groupby(picked, key=lambda row: row[0]):
        rows = list(group)
        whole, gone, filed = (sum((row[at] or Decimal(0) for row in rows), Decimal(0)) for at in (1, 2, 3))
        if whole:
            shares.append((level1, gone / whole * 100, filed / whole * 100))
    return sorted(shares, key=lambda share: share[1], reverse=True)


def quadrant(projects: Table) -> go.Figure:
    """Money against score, one dot per form; what spent little and scored high stands out."""
    drawn = projects.known("execution_rate").known("recomputed_score_100")
    named = {row[0] for row in outrunning(projects).by("unspent_wan").head(NAMED).pick("evaluation")}
    names = (
        "evaluation",
        "project",
        "department",
        "execution_rate",
        "recomputed_score_100",
        "adjusted_budget_wan",
        "unspent_wan",
    )
    biggest = max([Decimal(1), *(budget or Decimal(0) for budget in drawn.column("adjusted_budget_wan"))])
    dots = [_dot(row, row[0] in named, biggest) for row in drawn.pick(*names)]
    return field(dots, (t("执行率"), t("复算得分(百分制)")), (bounds().lagging_rate, bounds().excellent_score), ".0%")


def _dot(row: tuple, named: bool, biggest: Decimal) -> Dot:
    evaluation, project, department, spent, recomputed, budget, unspent = row
    stands_out = spent < bounds().lagging_rate and recomputed >= bounds().excellent_score
    hover = "<br>".join(
        (
            f"<b>{safe(project or '—')}</b>",
            safe(department_name(department)),
            t("执行率 {rate},复算 {score} 分", rate=rate(spent), score=score(recomputed)),
            t("全年预算 {budget},未执行 {unspent}", budget=money(budget), unspent=money(unspent)),
        )
    )
    return Dot(
        x=min(spent, WIDEST_RATE),
        y=recomputed,
        size=8 + 30 * float((budget or Decimal(0)) / biggest) ** 0.5,
        ids=to("form", evaluation=evaluation),
        hover=hover,
        color=ACCENT if stands_out else (CALM if spent >= bounds().lagging_rate else INK),
        symbol="diamond" if stands_out else "circle",
        words=(project or "—") if named else "",
    )


def outrunning(projects: Table) -> Table:
    """Forms that spent less than the lagging bound and still score excellent."""
    drawn = projects.known("execution_rate").known("recomputed_score_100")
    return drawn.where("execution_rate", bounds().lagging_rate.__gt__).where(
        "recomputed_score_100", bounds().excellent_score.__le__
    )


def most_unspent(projects: Table) -> Table:
    """The forms with the most money left, those that left none not listed."""
    return projects.known("unspent_wan").where("unspent_wan", Decimal(0).__lt__).by("unspent_wan").head(LISTED)


def most_inflated(projects: Table) -> Table:
    """The forms that claim most beyond what the rules allow."""
    return projects.known("inflation").where("inflation", Decimal(0).__lt__).by("inflation").head(LISTED)


def most_lagging(lagging: Table) -> Table:
    """The departments that lag, most first."""
    return lagging.where("lags", bool).by("lag_rank", down=False).head(LISTED)

"""The drawings of the meeting: few bars, large letters, every figure written beside its mark. Pure."""

from collections.abc import Sequence
from decimal import Decimal

import plotly.graph_objects as go

from pages.meeting.matter import TOP, Claim, Lost, Part, level_name
from pages.shared.bounds import bounds
from pages.shared.drawings import Bar, Line, bars, pairs, to
from pages.shared.formats import money, points, rate
from pages.shared.language import t
from pages.shared.marks import ACCENT, BAD, CALM, DOUBT, GOOD

# Pixels of the stage, which is 1280 × 720 and grows with the screen: a drawing that measured itself would not fit it.
HEIGHT = 452
WIDE, NARROW, HALF = 690, 440, 572
FONT = 18
WIDEST_RATE = Decimal("1.2")  # rates beyond are drawn at the edge, their figure stands beside


def named(parts: Sequence[Part]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Those drawn by name, and the rest: who left nothing is not named."""
    top = tuple(part for part in parts[:TOP] if part.unspent_wan > 0)
    return top, tuple(parts[len(top) :])


def together(rest: Sequence[Part]) -> Part:
    """Many as one: their money, and the rate of their sums."""
    unspent, budget = (
        sum((getattr(part, name) for part in rest), Decimal(0)) for name in ("unspent_wan", "budget_wan")
    )
    return Part(t("其余 {n} 个", n=len(rest)), (), unspent, budget, (budget - unspent) / budget if budget else None)


def rows_of_money(parts: Sequence[Part]) -> tuple[Part, ...]:
    """What is drawn: eight by name and the rest as one; nothing where no money was left."""
    top, rest = named(parts)
    if not top:
        return ()
    return (*top, together(rest)) if rest else top


def unspent(parts: Sequence[Part]) -> go.Figure:
    """Money left, most first."""
    rows = [
        Bar(part.name, part.unspent_wan, money(part.unspent_wan), part.ids, "", CALM if part.ids == () else ACCENT)
        for part in rows_of_money(parts)
    ]
    return large(bars(rows), WIDE)


def rates(parts: Sequence[Part]) -> go.Figure:
    """How much of the budget the same rows spent, against the bounds of the scheme."""
    rows = [
        Bar(
            t("预算 {money}", money=money(part.budget_wan)),
            None if part.rate is None else max(Decimal(0), min(part.rate, WIDEST_RATE)),
            f"{shape(part.rate)} {rate(part.rate)}",
            part.ids,
            "",
            color(part.rate),
        )
        for part in rows_of_money(parts)
    ]
    lines = [Line(at, rate(at)) for at in (bounds().lagging_rate, bounds().explained_rate)]
    return large(bars(rows, lines), NARROW)


def shape(share: Decimal | None) -> str:
    """A rate's side of the bounds as a sign, so that nothing hangs on colour alone."""
    if share is None:
        return ""
    return "▼" if share < bounds().lagging_rate else "◆" if share < bounds().explained_rate or share > 1 else "●"


def color(share: Decimal | None) -> str:
    return {"▼": BAD, "◆": DOUBT, "●": GOOD, "": CALM}[shape(share)]


def claims(found: Sequence[Claim]) -> go.Figure:
    """From the filed to the recomputed score, the widest gaps first."""
    rows = [
        (
            Bar(one.name, one.recomputed, t("高 {n} 分", n=points(one.gap_points)), one.ids, "", BAD),
            one.filed,
        )
        for one in found[:TOP]
    ]
    least = min([Decimal(99), *(min(filed, bar.value or filed) for bar, filed in rows)])
    most = max([Decimal(100), *(max(filed, bar.value or filed) for bar, filed in rows)])
    return large(pairs(rows, least, most), HALF)


def lost(levels: Sequence[Lost]) -> go.Figure:
    """Points lost by kind of indicator: the bar recomputed, the diamond as filed."""
    rest = levels[TOP:]
    rows = [_lost(level_name(one.level2), one, to("indicators", level2=one.level2)) for one in levels[:TOP]]
    more = [_lost(t("其余 {n} 类", n=len(rest)), summed(rest), ())] if rest else []
    return large(bars([*rows, *more]), HALF)


def summed(levels: Sequence[Lost]) -> Lost:
    """Several kinds as one."""
    sums = (
        sum((getattr(one, name) for one in levels), Decimal(0))
        for name in ("points", "lost_points", "filed_lost_points")
    )
    return Lost(None, *sums)


def _lost(name: str, one: Lost, ids: tuple[object, ...]) -> Bar:
    words = t("{n} 分(自评扣 {m} 分)", n=points(one.lost_points), m=points(one.filed_lost_points))
    return Bar(name, one.lost_points, words, ids, "", other=one.filed_lost_points)


def large(figure: go.Figure, width: int) -> go.Figure:
    """The drawing in the size of its place, so that drawings side by side stand in the same rows."""
    figure.update_layout(
        width=width,
        height=HEIGHT,
        font={"size": FONT},
        hovermode=False,
        margin={"t": 30},
    )
    return figure.update_annotations(font={"size": FONT})

"""The year in five figures. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pages.meeting.matter import Matter
from pages.shared.formats import count, money, percent_points, rate, rounded, score, signed
from pages.shared.language import t


@dataclass(frozen=True, slots=True)
class Card:
    """One figure, and what stands below it: its change since last year, the county's figure or the share of it."""

    name: str
    value: str
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A column, how it and its change are written; a `part` of the county has a share of it, others a figure beside."""

    name: str
    column: str
    words: Callable[[Any], str]
    change: Callable[[Any], str]
    part: bool


def measures() -> tuple[Measure, ...]:
    """Money first, then the score, then what is wrong."""
    return (
        Measure(t("全年预算"), "adjusted_budget_wan", money, _money, part=True),
        Measure(t("执行率"), "execution_rate", rate, percent_points, part=False),
        Measure(t("未执行"), "unspent_wan", money, _money, part=True),
        Measure(t("复算平均分"), "recomputed_score_100", score, _score, part=False),
        Measure(t("核查错误"), "errors", count, _more, part=True),
    )


def five(matter: Matter) -> tuple[Card, ...]:
    """The five figures of the matter."""
    return tuple(Card(one.name, one.words(matter.whole.value(one.column)), beside(one, matter)) for one in measures())


def beside(one: Measure, matter: Matter) -> tuple[str, ...]:
    """Last year's figure with the change, then the county's; what is not known is left out."""
    now, then = matter.whole.value(one.column), matter.before.value(one.column)
    known = now is not None and then is not None
    last = (t("上年 {then}", then=one.words(then)), t("变化 {n}", n=one.change(now - then))) if known else ()
    return (*last, *of_county(one, now, matter))


def of_county(one: Measure, now: Any, matter: Matter) -> tuple[str, ...]:
    """How one department's figure stands to the county's."""
    whole = matter.county.value(one.column)
    if not matter.department or now is None or whole is None or (one.part and whole <= 0):
        return ()
    return (t("占全县 {n}", n=rate(Decimal(now) / whole)) if one.part else t("全县 {n}", n=one.words(whole)),)


def _money(change: Decimal) -> str:
    return signed(money(change))


def _score(change: Decimal) -> str:
    return signed(f"{rounded(change, 1):f}")


def _more(change: int) -> str:
    return signed(f"{change:,}")

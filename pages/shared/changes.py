"""What changed since the year before, in words: of the county or of one department. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pages.shared.formats import money, plain
from pages.shared.language import t
from pages.shared.table import Table


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure that is compared: its column, its name, and how the size of a change is written."""

    column: str
    name: str
    size: Callable[[Any], str]


def measures() -> tuple[Measure, ...]:
    return (
        Measure("execution_rate", t("执行率"), lambda share: t("{n} 个百分点", n=plain(share * 100, 1))),
        Measure("unspent_wan", t("未执行"), money),
        Measure("recomputed_score_100", t("复算平均分"), lambda points: t("{n} 分", n=plain(points, 2))),
        Measure("errors", t("核查错误"), lambda n: f"{n:,}"),
    )


def changes(now: Table, before: Table, year: int | None) -> str:
    """The sentence of what moved, a figure that either year lacks left out; without last year, that there is none."""
    said = [
        moved(one, now.value(one.column) - before.value(one.column))
        for one in measures()
        if now.value(one.column) is not None and before.value(one.column) is not None
    ]
    if not said or not year:
        return t("没有上一年度可比")
    return t("与 {year} 年相比:{changes}", year=year - 1, changes=t(",").join(said))


def moved(one: Measure, change: Decimal | int) -> str:
    """One figure's way up or down; what would be written as 0 did not move."""
    size = one.size(abs(change))
    if not any(digit in "123456789" for digit in size):
        return t("{what}持平", what=one.name)
    return t("{what}上升 {n}", what=one.name, n=size) if change > 0 else t("{what}下降 {n}", what=one.name, n=size)

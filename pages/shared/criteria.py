"""The six criteria by which a department may lag, each with the column of its value and of the county's median."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pages.shared.formats import points, rate, score
from pages.shared.labels import definition
from pages.shared.language import t
from pages.shared.say import Better, Figure
from pages.shared.table import Table


@dataclass(frozen=True, slots=True)
class Criterion:
    """`value` and `median` are columns of lagging_department, `words` writes a value."""

    value: str
    head: str
    words: Callable[[Any], str]
    better: Better

    @property
    def median(self) -> str:
        return f"{self.value}_median"


def few(value: Decimal | int | None) -> str:
    return points(value if value is None else Decimal(value))


def criteria() -> tuple[Criterion, ...]:
    """In the order in which they are shown."""
    return (
        Criterion("execution_rate", t("执行率"), rate, "more"),
        Criterion("recomputed_score_100", t("复算平均分"), score, "more"),
        Criterion("inflation_per_form", t("每份虚高分"), points, "less"),
        Criterion("low_scoring_points_share", t("低分指标占比"), rate, "less"),
        Criterion("unexplained_per_form", t("每份未说明数"), few, "less"),
        Criterion("errors_per_form", t("每份错误数"), few, "less"),
    )


def against_county(department: Table, departments: int) -> list[Figure]:
    """One figure per criterion for one department, with the county's median beside it where there are others."""
    return [
        Figure(
            one.head,
            one.words(department.value(one.value)),
            definition(one.value),
            beside=t("中位数 {n}", n=one.words(department.value(one.median))) if departments > 1 else None,
        )
        for one in criteria()
    ]


def worse(one: Criterion, value: Any, median: Any) -> bool:
    """True where the value is on the wrong side of the median."""
    if value is None or median is None:
        return False
    return bool(value < median if one.better == "more" else value > median)

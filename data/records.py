"""What a form says, as records. `None` means "not filled in", never 0."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

Kind = Literal[
    "number",
    "percent",
    "permille",
    "unit_price",
    "rate",
    "approximate",
    "range",
    "date",
    "period",
    "compound",
    "qualitative",
    "doubtful",
    "blank",
]
SourceOfFunds = Literal["total", "appropriation", "carry_over", "other"]


class Record:
    """What all records share: the way between two processes, which for dataclasses with slots is slow otherwise."""

    __slots__: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[Callable[..., object], tuple[Any, ...]]:
        return type(self), tuple([getattr(self, name) for name in self.__slots__])


@dataclass(frozen=True, slots=True)
class Value(Record):
    """A target or an actual as a typed quantity.

    `operator` is one of >= > <= < = or None where the text holds no figure. `low` and `high` are in `unit`,
    None where that side is open; money is in 万元 unless its kind is unit_price. `signed` is True when the
    form itself wrote the operator. `year` is the year that the text names, if it names one.

    `family`, `base_low` and `base_high` are the same quantity in the base unit of its family, so that two
    values can be compared: 元, 万元 and 亿元 share a family, a date becomes the days of its calendar.
    `family` is None where nothing can be compared; "any" where a bare figure takes the other side's unit.
    """

    operator: str | None
    low: Decimal | date | None
    high: Decimal | date | None
    unit: str | None
    kind: Kind
    signed: bool
    year: int | None = None
    family: str | None = None
    base_low: Decimal | None = None
    base_high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Issue(Record):
    """Something in a document that could not be read, or was read with doubt.

    `code` chooses the sentence (data/texts), `detail` is the text that stands there, `place` is its cell.
    """

    code: str
    place: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Funding(Record):
    """One row of 项目资金. Money in 万元, `filed_rate` 0-1.

    A `_step` is one unit of the last decimal that the form printed (77 % → 0.01, 7.7 → 0.1).
    """

    source_of_funds: SourceOfFunds
    initial_budget_wan: Decimal | None
    adjusted_budget_wan: Decimal | None
    executed_wan: Decimal | None
    points: Decimal | None
    filed_rate: Decimal | None
    filed_rate_step: Decimal | None
    filed_score: Decimal | None
    filed_score_step: Decimal | None
    cell: str


@dataclass(frozen=True, slots=True)
class Indicator(Record):
    """One line of the indicator block. `cell` is the place of its name, or of its first filled cell."""

    n: int
    level1: str | None
    level1_points: Decimal | None
    level2: str | None
    name: str | None
    target: str | None
    actual: str | None
    target_value: Value
    actual_value: Value
    points: Decimal | None
    filed_score: Decimal | None
    filed_score_step: Decimal | None
    method: str | None
    reason: str | None
    cell: str
    target_cell: str | None = None
    actual_cell: str | None = None
    score_cell: str | None = None


@dataclass(frozen=True, slots=True)
class Evaluation(Record):
    """One 项目支出绩效自评表: one project in one year, as filed.

    `place` is the table and the rows of the document that it fills ("Sheet1!A1:J30").
    """

    place: str
    layout: str
    year: int | None
    county: str | None
    department: str | None
    unit: str | None
    project: str | None
    goal: str | None
    goal_reached: str | None
    total_points: Decimal | None
    filed_total: Decimal | None
    filed_total_step: Decimal | None
    filed_grade: str | None
    notes: str | None
    total_cell: str | None
    funding: tuple[Funding, ...]
    indicators: tuple[Indicator, ...]
    issues: tuple[Issue, ...] = field(default=())
    filled_cells: int = 0
    accounted_cells: int = 0
    remarks: str | None = None

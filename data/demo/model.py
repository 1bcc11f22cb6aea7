"""What a form of the fictional county says before it is written. Money in 万元, `None` is a blank cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Shape = Literal["more", "less", "exact", "date", "words", "cost"]
YEARS = (2022, 2023, 2024)
COUNTY = "云溪县"


@dataclass(frozen=True, slots=True)
class Profile:
    """How a department works, one figure per year of YEARS: probabilities, `careless` a factor."""

    slow: tuple[float, ...]
    shortfall: tuple[float, ...]
    careless: tuple[float, ...]
    full_marks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Habit:
    """How a department writes: its operator words, decimals of scores, whether units of actuals are left out."""

    operators: tuple[str, str]  # for at least, for at most
    decimals: int
    bare_actual: bool
    first_column: bool  # the vertical words 绩效指标 in front of the indicators


@dataclass(frozen=True, slots=True)
class Former:
    """What a department was called up to `to_year`, that year included."""

    name: str
    to_year: int


@dataclass(frozen=True, slots=True)
class Department:
    """A department under the name that it files under; `current_name` is the one of today."""

    name: str
    current_name: str
    field: str  # what it works on: 教育, 水务
    profile: Profile
    habit: Habit
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Want:
    """One line of a template: `low`–`high` is where its target is drawn from, in `unit`."""

    level2: str
    name: str
    shape: Shape
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    unit: str = ""
    words: str = ""
    always: bool = False


@dataclass(frozen=True, slots=True)
class Project:
    """One project with its lines and points, which stay the same over the years."""

    name: str
    department: Department
    unit: str
    subject: str
    slow: float
    budget_wan: Decimal
    lines: tuple["ProjectLine", ...]
    former: Former | None = None


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """An indicator of a project: its name in full, its points and its target of the first year."""

    want: Want
    name: str
    points: Decimal
    base: Decimal


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator as filed. `aim` and `got` are the figures behind the texts, months for a date."""

    level1: str
    level2: str | None
    name: str
    shape: Shape
    unit: str
    aim: Decimal
    got: Decimal
    target: str | None
    actual: str | None
    points: Decimal
    score: Decimal | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """One row of 项目资金."""

    initial: Decimal | None
    adjusted: Decimal | None
    executed: Decimal | None
    rate: str | None = None


BLANK = Money(None, None, None)


@dataclass(frozen=True, slots=True)
class Form:
    """One form as it will be written. `declared` holds the points printed at each level 1."""

    year: int
    project: Project
    total: Money
    appropriation: Money
    carry_over: Money
    other: Money
    lines: tuple[Line, ...]
    declared: Mapping[str, Decimal] = field(default_factory=dict)
    goal: str = ""
    reached: str = ""
    budget_note: str = ""
    execution_score: Decimal | None = None
    total_points: Decimal | None = None
    total_score: Decimal | None = None
    hazards: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Planted:
    """One fault in a form: the lines that it touches (from 1; none: the whole form) and the rules that must answer."""

    fault: str
    lines: tuple[int, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filing:
    """One form with what was planted in it. `path` is relative to the folder of forms, `sheet` counts from 0."""

    form: Form
    path: str
    sheet: int
    planted: tuple[Planted, ...]
    superseded: bool = False

"""What one text says, before it is compared with another."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from data.records import Kind
from data.values.lexicon import Unit

NOMINAL_YEAR = 2000  # Stands in where neither side names a year: only the order of the two dates counts then.


@dataclass(frozen=True, slots=True)
class Span:
    """Days of the calendar, from the first to the last, as far as the text names them.

    `year` None: the year is not named. `day` None: the whole month. A span is `exact` when it names a day.
    """

    year: int | None
    month: int
    day: int | None
    last_year: int | None
    last_month: int
    last_day: int | None

    def first_date(self, year: int) -> date:
        return date(self.year or year, self.month, self.day or 1)

    def last_date(self, year: int) -> date:
        year = self.last_year or self.year or year
        if self.last_day:
            return date(year, self.last_month, self.last_day)
        return date(year + self.last_month // 12, self.last_month % 12 + 1, 1) - timedelta(days=1)

    @property
    def dated(self) -> bool:
        return self.year is not None

    @property
    def exact(self) -> bool:
        return self.day is not None or self.last_day is not None

    @property
    def whole_year(self) -> bool:
        ends = (self.month, self.day or 1, self.last_month, self.last_day or 31)
        return ends == (1, 1, 12, 31) and self.year == self.last_year


@dataclass(frozen=True, slots=True)
class Reading:
    """One text read alone. Figures as printed, in `unit`; dates as a `span` until their year is known.

    `change` is up or down where the text names a change (下降5%) and not a level. `comparable` is False where the
    figure may be something else than the text's answer. `elided` is True where 万 or 亿 stands without a unit.
    """

    operator: str | None
    low: Decimal | None
    high: Decimal | None
    unit: Unit | None
    kind: Kind
    signed: bool = False
    year: int | None = None
    span: Span | None = None
    change: str | None = None
    comparable: bool = True
    elided: bool = False

    @property
    def bare(self) -> bool:
        """A figure that takes the unit of the other side."""
        figure = self.low is not None or self.high is not None
        return figure and self.unit is None and self.kind != "doubtful"


BLANK = Reading(None, None, None, None, "blank")

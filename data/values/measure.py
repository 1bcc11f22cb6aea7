"""From a reading to a `Value`: its family, and its figures in the base unit of the family."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from data.records import Value
from data.values.quantity import LIMIT, STEP
from data.values.reading import NOMINAL_YEAR, Reading, Span

Bounds = tuple[Decimal | None, Decimal | None]


def measured(reading: Reading, year: int | None = None, days: bool | None = None) -> Value:
    """Make the value of a reading. `year` fills a date without one; `days` compares a period as its days.

    `days` None: the reading stands alone, and a date that names no year is left without figures in its base unit.
    """
    family, (low, high) = comparison(reading, year, days)
    shown_low, shown_high, unit = shown(reading, year)
    if any(bound is not None and abs(bound) >= LIMIT for bound in (low, high)):
        return Value(None, None, None, unit, "doubtful", False, reading.year)
    return Value(
        operator=reading.operator,
        low=shown_low,
        high=shown_high,
        unit=unit,
        kind=reading.kind,
        signed=reading.signed,
        year=reading.year,
        family=family,
        base_low=low,
        base_high=high,
    )


def comparison(reading: Reading, year: int | None, days: bool | None) -> tuple[str | None, Bounds]:
    """Give family and bounds in its base unit; no family where nothing can be compared."""
    if not reading.comparable or reading.kind in ("doubtful", "qualitative", "blank"):
        return None, (None, None)
    if reading.span:
        return calendar_comparison(reading, reading.span, year, days)
    if reading.unit and reading.unit.family == "period":
        return period_comparison(reading, year, days)
    if reading.low is None and reading.high is None:
        return None, (None, None)
    size = reading.unit.size if reading.unit else Decimal(1)
    return reading.unit.family if reading.unit else "any", (base(reading.low, size), base(reading.high, size))


def base(figure: Decimal | None, size: Decimal) -> Decimal | None:
    return None if figure is None else (figure * size).quantize(STEP, ROUND_HALF_UP)


def calendar_comparison(reading: Reading, span: Span, year: int | None, days: bool | None) -> tuple[str | None, Bounds]:
    """A date is the days of its calendar. A range that covers its whole year is that year."""
    whole = span.whole_year and reading.kind == "range" and not days
    named = span.year or year or (None if days is None else NOMINAL_YEAR)
    if named is None:
        return "period" if whole else "date", (None, None)
    if whole:
        return "period", (Decimal(named), Decimal(named))
    try:
        return "date", open_sides(reading, span.first_date(named), span.last_date(named))
    except ValueError:
        return None, (None, None)


def period_comparison(reading: Reading, year: int | None, days: bool | None) -> tuple[str | None, Bounds]:
    named = year or (None if days is None else NOMINAL_YEAR)
    low = reading.low if reading.low is not None else Decimal(named) if named else None
    high = reading.high if reading.high is not None else low
    if low is None or high is None or not days:
        return "period", (low, high)
    return "date", open_sides(reading, date(int(low), 1, 1), date(int(high), 12, 31))


def open_sides(reading: Reading, first: date, last: date) -> Bounds:
    """A deadline is open before its last day, ≥ is open after its first."""
    low = None if reading.operator in ("<", "<=") else Decimal(first.toordinal())
    high = None if reading.operator in (">", ">=") else Decimal(last.toordinal())
    return low, high


def shown(reading: Reading, year: int | None) -> tuple[Decimal | date | None, Decimal | date | None, str | None]:
    """Give low, high and unit as they are written back: dates where the year is named, or a day of the form's year."""
    span, unit = reading.span, reading.unit.name if reading.unit else None
    low_open, high_open = reading.operator in ("<", "<="), reading.operator in (">", ">=")
    if span is None:
        return reading.low, reading.high, unit
    named = span.year or (year if span.exact else None)
    if named is None:
        return None if low_open else reading.low, None if high_open else reading.high, unit
    try:
        low, high = span.first_date(named), span.last_date(named)
    except ValueError:
        return None, None, None
    return None if low_open else low, None if high_open else high, None

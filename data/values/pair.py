"""A target and its actual, made comparable: what one lacks it takes from the other, the name or the form's year."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from data.records import Value
from data.values.lexicon import SCALES, Unit, alternatives
from data.values.marks import CHANGE
from data.values.measure import measured
from data.values.names import Template, read_name
from data.values.parse import read
from data.values.reading import Reading
from data.values.spoken import against_its_sign, in_figures

SIGNABLE = ("number", "percent", "permille", "unit_price", "rate")
REVERSE = "反向"  # as data/values/words.toml knows it
NO_COUNT = ("money", "percent", "months", "seconds")
RATE_OF_CHANGE = re.compile(f"(?:{alternatives(CHANGE)})[^,;、]{{0,4}}(?:率|幅|比例|额|量|数|值)|增速|降幅|增幅")


@lru_cache(maxsize=32768)
def read_pair(
    target: str | None,
    actual: str | None,
    name: str | None = None,
    year: int | None = None,
    is_reverse: bool = False,
) -> tuple[Value, Value]:
    """Read target and actual of one indicator. They can be compared when both families are equal and not None.

    `name` is the indicator's name, `year` the form's year, which a date without a year takes. `is_reverse` where the
    form has a column that says 反向: a figure without a sign of its own is then the most that is allowed.
    """
    template, typed, other = read_name(name), read(target), read(actual)
    if is_reverse and typed.operator == "=" and not typed.signed:
        typed = read(f"{REVERSE}{target}")
    wanted = take_unit(take_unit(with_operator(typed, template), template.unit), unit_offered(other))
    other = in_figures(actual, other, wanted)
    found = against_its_sign(wanted, take_unit(other, unit_offered(wanted)), name or "")
    if not same_change(wanted, found, name or ""):
        found = replace(found, comparable=False)
    wanted, found = doubt_scale(wanted, typed, found), doubt_scale(found, other, wanted)
    year = year or wanted.year or found.year
    days = is_date(wanted) != is_date(found)
    return same_family(measured(wanted, year, days), measured(found, year, days))


def with_operator(reading: Reading, template: Template) -> Reading:
    """Give a target without an operator that of its name, when both can mean the same quantity."""
    own, named = reading.unit, template.unit
    fits = own is None or named is None or own.family == named.family
    if template.operator is None or reading.signed or reading.kind not in SIGNABLE or not fits:
        return reading
    low = None if template.operator in ("<", "<=") else reading.low
    high = None if template.operator in (">", ">=") else reading.high
    return replace(reading, operator=template.operator, low=low, high=high, signed=True)


def unit_offered(reading: Reading) -> Unit | None:
    """The unit that a bare figure on the other side may take: never that of a date, a year or a doubtful text."""
    counted = reading.low is not None or reading.high is not None
    unit = reading.unit if counted and reading.span is None and reading.kind != "doubtful" else None
    return None if unit and unit.family == "period" else unit


def take_unit(reading: Reading, unit: Unit | None) -> Reading:
    """Give a bare figure the unit. 5万 beside 人 is 50000 人: its 元 was only supposed."""
    if unit is None:
        return reading
    if reading.elided and unit.family not in NO_COUNT:
        times = Decimal(1) if unit.name.startswith("万") else SCALES["万"]
        low, high = (None if figure is None else figure * times for figure in (reading.low, reading.high))
        return replace(reading, low=low, high=high, unit=unit, elided=False)
    return replace(reading, unit=unit) if reading.bare else reading


def doubt_scale(reading: Reading, typed: Reading, other: Reading) -> Reading:
    """A bare 0.98 beside 95% may mean 98%, a bare 230000 beside 23万元 may be 元: both are doubtful."""
    mine, its = size(reading), size(other)
    if not typed.bare or reading.unit is None or other.unit is None or not mine or not its:
        return reading
    fraction = reading.unit.name == "%" and mine <= 1 < its
    in_yuan = reading.unit.family == "money" and mine >= 1000 * its
    return replace(reading, unit=None, kind="doubtful") if fraction or in_yuan else reading


def size(reading: Reading) -> Decimal:
    figure = reading.low if reading.low is not None else reading.high
    return abs(figure) if figure is not None else Decimal(0)


def same_change(wanted: Reading, found: Reading, name: str) -> bool:
    """下降5% answers 下降3% and a 下降率 of 3%, never 3% of something else or 上升3%."""
    if wanted.change == found.change or found.change is None:
        return True
    return wanted.change is None and bool(RATE_OF_CHANGE.search(name))


def is_date(reading: Reading) -> bool:
    return reading.span is not None and not (reading.kind == "range" and reading.span.whole_year)


def same_family(wanted: Value, found: Value) -> tuple[Value, Value]:
    """Two bare figures are of one family, and so are 4次/年 and 4次 in the form of one year."""
    first, second = (replace(value, family="bare") if value.family == "any" else value for value in (wanted, found))
    if is_yearly(first, second):
        first = replace(first, family=second.family)
    if is_yearly(second, first):
        second = replace(second, family=first.family)
    return first, second


def is_yearly(rate: Value, count: Value) -> bool:
    return rate.kind == "rate" and rate.family == f"{count.family}/年" and str(rate.unit).endswith("/年")

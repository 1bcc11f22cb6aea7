"""One text alone: fold it, then the first stage that can read it does."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from data.records import Value
from data.values.calendar import YEAR_UNIT, named_year, read_date, read_period
from data.values.damage import read_damaged
from data.values.fold import fold
from data.values.lexicon import WORDS, find_unit
from data.values.marks import take_marks
from data.values.measure import measured
from data.values.numerals import fold_numerals
from data.values.prose import read_prose
from data.values.quantity import read_quantity
from data.values.reading import BLANK, Reading

NOTHING = re.compile(r"[-/|_.,·*~…—:;、。?!()'\"xX×<>=%+\s]*")
PLACEHOLDER = re.compile(r"[<>=|]+[*xX_-]*([^0-9]*)")
HOLDS_FIGURE = re.compile("[0-9零〇一二两三四五六七八九十百千万半季壹贰叁肆伍陆柒捌玖拾佰仟]|年|全|当|底")


def read_blank(text: str) -> Reading | None:
    """Read what means that nothing was filled in: /, —, ≥**%, 不适用. 无 is an answer."""
    if NOTHING.fullmatch(text) or text.lower() in WORDS["blank"]["words"]:
        return BLANK
    placeholder = PLACEHOLDER.fullmatch(text)
    return BLANK if placeholder and find_unit(placeholder[1].strip("|")) else None


def read_figure(text: str) -> Reading | None:
    marks = take_marks(text)
    reading = read_quantity(marks)
    return replace(reading, kind="doubtful") if reading and marks.contradictory else reading


STAGES: tuple[Callable[[str], Reading | None], ...] = (
    read_blank,
    read_damaged,
    read_period,
    read_date,
    read_figure,
    read_prose,
)


@lru_cache(maxsize=32768)
def read(text: str | None) -> Reading:
    """Read one text alone. A text without any figure is qualitative."""
    folded = fold_numerals(fold(text or ""))
    stages = STAGES if HOLDS_FIGURE.search(folded) else STAGES[:1]
    reading = next(filter(None, (stage(folded) for stage in stages)), None)
    year = named_year(folded)
    if reading is None:
        return wording(year)
    return replace(reading, year=year) if year and reading.year is None and reading.kind != "range" else reading


def wording(year: int | None) -> Reading:
    """A qualitative text; where it names a year (2022年按时完成) the year is kept as its figure."""
    figure = Decimal(year) if year else None
    return Reading(None, figure, figure, YEAR_UNIT if year else None, "qualitative", year=year)


@lru_cache(maxsize=32768)
def parse_value(text: str | None) -> Value:
    """Read one target or actual alone. Never raises; what cannot be read is qualitative.

    A bare figure is of the family "any", a date without a year has no base.
    """
    return measured(read(text))

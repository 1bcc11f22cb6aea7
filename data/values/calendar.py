"""Dates, months, quarters, years and their ranges. Each row is a pattern and what it makes of the match."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from data.records import Kind
from data.values.lexicon import WORDS, Unit, alternatives
from data.values.marks import BEFORE, OPERATOR
from data.values.reading import NOMINAL_YEAR, Reading, Span

Match = re.Match[str]

YEAR_UNIT = Unit("年", "period", Decimal(1))
MONTH_UNIT = Unit("月", "date", Decimal(1))
QUARTERS = {**dict(zip("一二三四", range(4), strict=True)), **dict(zip("1234", range(4), strict=True))}
TEN_DAYS = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "中": (11, 20), "下旬": (21, None)}

YEAR = "(?:19|20)[0-9]{2}"
MONTH = "(?:1[0-2]|0?[1-9])"
DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
TO = "(?:-|~|至|到)+"
OF_YEAR = f"(?:(?P<year>{YEAR})年度?的?|(?P<short>[0-9]{{2}})年(?=[0-9])|[本当今]年度?)?"
SECOND_YEAR = f"(?:(?P<last_year>{YEAR})年|当年|本年)?"
LEAD = re.compile(f'(?:(?P<operator>{OPERATOR})|(?:{alternatives(WORDS["date_leads"]["words"])})|[|:,("])*')
END = r"(?P<by>以前|之前|前|止|为止|之内|以内|内)?(?P<since>以后|之后|后|起|以来|开始)?(?P<tail>[^0-9%‰|<>=~/-]{0,12})"

SPAN_OF_YEAR = f"(?:(?:{YEAR})(?:年(?:度|全年|整年)?|全年)|全年度?|整年|本年度?|当年度?|年度)"
PERIOD = re.compile(rf"[(|]?{SPAN_OF_YEAR}(?:[/、,|(和·-]*{SPAN_OF_YEAR})*[)。]?")
NAMED_YEAR = re.compile(f"(?<![0-9.])({YEAR})全?年")


CALENDAR = re.compile(f"[年月季]|(?:{YEAR})[-./底末内]|[0-9][-./][0-9]+[日号]?(?:以前|之前|前)")


def read_period(text: str) -> Reading | None:
    """Read 2022年, 全年, 2022年/全年. 全年 alone names no year: that of the form."""
    if not PERIOD.fullmatch(text):
        return None
    years = [Decimal(year) for year in NAMED_YEAR.findall(text)]
    low, high = (min(years), max(years)) if years else (None, None)
    return Reading(None, low, high, YEAR_UNIT, "period", year=named_year(text))


def named_year(text: str) -> int | None:
    """Give the year that `text` names, None when it names none or more than one."""
    years = set(NAMED_YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 else None


def read_date(text: str) -> Reading | None:
    """Read a date, a part of the year or a deadline that fills the whole text."""
    if not CALENDAR.search(text):
        return None
    lead = LEAD.match(text)
    start = lead.end() if lead else 0
    written = lead["operator"] if lead else None
    for pattern, build in ROWS:
        match = pattern.fullmatch(text, start)
        reading = build(match) if match else None
        if match and reading:
            return with_operator(reading, match, BEFORE.get(written, written) if written else None)
    return None


def with_operator(reading: Reading, match: Match, written: str | None) -> Reading:
    """A written operator (≤, 前) is stronger than the one that the date implies."""
    parts = match.groupdict()
    operator = written or ("<=" if parts.get("by") else ">=" if parts.get("since") else None)
    if operator is None or reading.kind == "range":
        return reading
    return replace(reading, operator=operator, signed=True)


def year_of(match: Match) -> int | None:
    parts = match.groupdict()
    if parts.get("year"):
        return int(parts["year"])
    return 2000 + int(parts["short"]) if parts.get("short") else None


def dated(operator: str, span: Span, kind: Kind = "date") -> Reading | None:
    """Make the reading of a span; None where the calendar has no such day or the end comes first."""
    try:
        ordered = span.first_date(NOMINAL_YEAR) <= span.last_date(NOMINAL_YEAR)
    except ValueError:
        return None
    year = span.year if span.year == span.last_year else None
    if not ordered:
        return None
    return Reading(operator, Decimal(span.month), Decimal(span.last_month), MONTH_UNIT, kind, year=year, span=span)


def day(match: Match) -> Reading | None:
    year, month, number = year_of(match), int(match["month"]), int(match["day"])
    return dated("<=", Span(year, month, number, year, month, number))


def month(match: Match) -> Reading | None:
    year, number, part = year_of(match), int(match["month"]), match.groupdict().get("part")
    first, last = TEN_DAYS.get(part or "", (None, None))
    return dated("<=" if part in ("底", "末") else "=", Span(year, number, first, year, number, last))


def quarter(match: Match) -> Reading | None:
    year, first = year_of(match), QUARTERS[match["quarter"]] * 3 + 1
    return dated("<=" if match["part"] else "=", Span(year, first, None, year, first + 2, None))


def quarters(match: Match) -> Reading | None:
    """前三季度, 1-3季度: whole quarters up to the last one named."""
    year, first = year_of(match), QUARTERS[match["first"] or "1"]
    return dated("=", Span(year, first * 3 + 1, None, year, QUARTERS[match["quarter"]] * 3 + 3, None))


def half(match: Match) -> Reading | None:
    year, first = year_of(match), 1 if match["half"] == "上" else 7
    return dated("<=" if match["part"] else "=", Span(year, first, None, year, first + 5, None))


def end_of_year(match: Match) -> Reading | None:
    year = year_of(match)
    return dated("<=", Span(year, 12, None, year, 12, None))


def middle_of_year(match: Match) -> Reading | None:
    year = year_of(match)
    return dated("<=", Span(year, 6, None, year, 6, None))


def months(match: Match) -> Reading | None:
    """A range of months or days; a year at the end holds for the beginning too."""
    parts = match.groupdict()
    last_year = int(parts["last_year"]) if parts.get("last_year") else year_of(match)
    first_day, last_day = (int(parts[name]) if parts.get(name) else None for name in ("day", "last_day"))
    year = year_of(match) or last_year
    span = Span(year, int(parts["month"]), first_day, last_year, int(parts["last_month"]), last_day)
    return dated("=", span, "range")


def years(match: Match) -> Reading | None:
    low, high = Decimal(match["year"]), Decimal(match["last_year"])
    return Reading("=", low, high, YEAR_UNIT, "range") if low <= high else None


FIRST, LAST = f"(?P<month>{MONTH})", f"(?P<last_month>{MONTH})"
FIRST_DAY, LAST_DAY = f"(?P<day>{DAY})", f"(?P<last_day>{DAY})"
FROM_DAY, TO_DAY = f"(?:{FIRST_DAY}[日号])?", f"(?:{LAST_DAY}[日号])?"
WORDING = "[^0-9%]{0,12}"
QUARTER = "第?(?P<quarter>[1-4一二三四])季度?"
ROWS: tuple[tuple[re.Pattern[str], Callable[[Match], Reading | None]], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (f"{OF_YEAR}{FIRST}月{FIRST_DAY}[日号]?{END}", day),
        (f"(?P<year>{YEAR})([-./]){FIRST}\\2{FIRST_DAY}[日号]?{END}", day),
        (f"{FIRST}[-./]{FIRST_DAY}[日号]?(?P<by>以?前|之前)(?P<tail>完成)?", day),
        (f"{OF_YEAR}{FIRST}月份?(?P<part>[上中下]旬|初|中|底|末)?{END}", month),
        (f"(?P<year>20[0-4][0-9])[-./]{FIRST}月?(?P<part>底|末)?(?P<by>以?前|之前)?(?:完成)?", month),
        (f"{OF_YEAR}{QUARTER}(?P<part>末|底)?{END}", quarter),
        (f"{OF_YEAR}(?:前|第?(?P<first>[1-4一二三四])(?:季度)?{TO}){QUARTER}{END}", quarters),
        (f"{OF_YEAR}(?P<half>[上下])半年(?P<part>末|底)?{END}", half),
        (f"(?:(?P<year>{YEAR})年{{0,2}}|[本当今]?年{{1,2}})[底末终]{END}", end_of_year),
        (f"(?:(?P<year>{YEAR})年度?|[本当]?年度?)内{END}", end_of_year),
        (f"(?:(?P<year>{YEAR})年)?年中{END}", middle_of_year),
        (f"{OF_YEAR}{FIRST}月份?{FROM_DAY}{TO}{SECOND_YEAR}{LAST}月份?{TO_DAY}{WORDING}", months),
        (f"{OF_YEAR}{FIRST}{TO}{SECOND_YEAR}{LAST}月份?{WORDING}", months),
        (f"(?P<year>{YEAR})[./-]{FIRST}月?{TO}(?P<last_year>{YEAR})[./-]{LAST}月?", months),
        (f"(?P<year>{YEAR})[./-]{FIRST}[./-]{FIRST_DAY}{TO}(?P<last_year>{YEAR})[./-]{LAST}[./-]{LAST_DAY}", months),
        (f"(?P<year>{YEAR})(?:年度?)?{TO}(?P<last_year>{YEAR})年度?", years),
    )
)

"""Figures inside a sentence: 年度资金支付完成率100%, 11月底完成100%."""

import re
from dataclasses import replace

from data.values.calendar import MONTH, YEAR, read_date
from data.values.lexicon import KNOWN, LONG_FIRST, alternatives
from data.values.marks import AFTER, CHANGE, CHANGED, INEXACT_BEFORE, OPERATOR, PER, take_marks
from data.values.quantity import DOUBT, read_quantity
from data.values.reading import Reading

LONGEST_PROSE = 20  # Around a figure with more words than these, nobody can say what it counts.

FIGURE = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
SCALE = alternatives(LONG_FIRST)
UNITS = alternatives(unit for unit in KNOWN if not unit.isdigit())
TOKEN = re.compile(
    f"(?P<before>(?:(?:{OPERATOR}|{alternatives(INEXACT_BEFORE)})[|]?)*)"
    f"(?<![A-Za-z0-9_.^±一二三四五六七八九十])(?<![0-9][-,*:/|比])(?P<figure>{FIGURE})"
    f"(?P<unit>[余多]?(?:(?:{SCALE})?(?:{UNITS})|{SCALE})?余?(?:/每?(?:{PER})(?:[*·、/](?:{PER}))*)?)"
    f"(?:(?:\\([^()0-9]*\\))?(?:{alternatives(AFTER)}|左右|上下))?"
    r"(?:(?<=[^A-Za-z0-9])|(?![A-Za-z0-9_^]|[-.,*:/|比][0-9]))"
)
DATE = re.compile(
    f"(?<![0-9])(?:(?:(?:{YEAR})年度?)?(?:{MONTH}月(?:[0-9]{{1,2}}[日号]|份|[上中下]旬)?[底末初]?|第?[1-4一二三四]季度|[上下]半年)"
    f"|(?:(?:{YEAR})年?|年)[底末]|(?:{YEAR})([-./])[0-9]{{1,2}}\\1[0-9]{{1,2}})(?:以前|之前|前)?"
)
YEARS = re.compile(f"(?<![0-9.])(?:{YEAR})年度?")
NOTE = re.compile(r"\([^()]*\)")
FIGURE_OUTSIDE = re.compile("[0-9]")
ENUMERATOR = re.compile("^[0-9]{1,2}[、.)](?![0-9])")
ORDINAL = re.compile("第[0-9]+")
UNREAD = re.compile("[0-9]|[-+]$")
CHANGING = re.compile(CHANGED)
OPPOSITE = {(">=", "<="), (">", "<"), (">=", "<"), (">", "<=")}


def read_prose(text: str) -> Reading | None:
    """Read the one figure, or the one date, that a sentence holds. Of more than one only their unit is told."""
    text = ENUMERATOR.sub("", NOTE.sub("", text) if FIGURE_OUTSIDE.search(NOTE.sub("", text)) else text)
    dates = [match[0] for match in DATE.finditer(text)]
    rest = YEARS.sub("", ORDINAL.sub("", DATE.sub("", text)))
    found = [(match, reading) for match in TOKEN.finditer(rest) if (reading := token(match, rest))]
    if len(found) == 1 and not dates:
        match, reading = found[0]
        return one_figure(reading, rest[: match.start()], rest[match.end() :])
    if found:
        return between([reading for _, reading in found]) or several([reading for _, reading in found])
    return one_date(dates, rest) if dates else None


def token(match: re.Match[str], text: str) -> Reading | None:
    """A plain figure without unit or sign counts only at the end of a text: 5G, 12345热线 hold none."""
    last = not text[match.end() :].strip("。.;,、!\"'() ")
    meant = match["unit"] or match["before"] or last
    return read_quantity(take_marks(match[0])) if meant else None


def one_figure(reading: Reading, before: str, after: str) -> Reading:
    around = before + after
    changes = [CHANGE[word] for word in CHANGE if any(word in changed for changed in CHANGING.findall(before))]
    comparable = len(around) <= LONGEST_PROSE and not DOUBT.search(around) and not UNREAD.search(around)
    kind = reading.kind if reading.kind == "doubtful" else "compound"
    return replace(reading, kind=kind, comparable=comparable, change=changes[0] if changes else reading.change)


def between(readings: list[Reading]) -> Reading | None:
    """≥90%且≤95% is a range."""
    if len(readings) != 2:
        return None
    low, high = sorted(readings, key=lambda reading: reading.low is None)
    if (low.operator, high.operator) not in OPPOSITE or low.unit != high.unit:
        return None
    return replace(low, operator="=", high=high.high, kind="range", comparable=ordered(low, high))


def ordered(low: Reading, high: Reading) -> bool:
    return low.low is not None and high.high is not None and low.low <= high.high


def several(readings: list[Reading]) -> Reading:
    units = {reading.unit for reading in readings}
    return Reading(None, None, None, units.pop() if len(units) == 1 else None, "compound", comparable=False)


def one_date(dates: list[str], rest: str) -> Reading | None:
    reading = read_date(dates[0]) if len(dates) == 1 else None
    if reading is None:
        return Reading(None, None, None, None, "compound", comparable=False) if len(dates) > 1 else None
    return replace(reading, kind="compound", comparable=len(rest) <= LONGEST_PROSE and not DOUBT.search(rest))

"""Figures with units. Each row of the grammar is a pattern and what it makes of the match; the first that can, reads."""

import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from data.records import Kind
from data.values.lexicon import LONG_FIRST, PERIODS, SCALES, UNITS, WORDS, Unit, alternatives, find_unit
from data.values.marks import Marks
from data.values.numerals import ARABIC, HAN, arabic, figure
from data.values.reading import Reading

Match = re.Match[str]

STEP = Decimal("0.000001")
LIMIT = Decimal(10) ** 12
IMPLIED = {"over": ">=", "under": "<="}  # 30余 is at least 30.
WAN = Unit("万元", "money", Decimal(1))
PERCENT = Unit("%", "percent", Decimal(1))
SAME_PER = {"天": "日", "季": "季度", "年度": "年", "个月": "月", "星期": "周"}
TIME = ("months", "seconds", "money")

FIGURE = f"{ARABIC}|{HAN}"
UNIT = r"[^0-9|<>=~%‰-]*(?:%|‰)?"
MORE = r"[余多来]?"
TO = "(?:-|~|至|到)+"
NOUN = re.compile(r"(?![之制级型类式版度分])[一-鿿]{1,8}")
UNKNOWN = re.compile(r"[一-鿿]{1,3}")
NOT_A_UNIT = re.compile("[完成的是以及和与且未不无已有多少全部等第倍之其]")
DOUBT = re.compile(alternatives(WORDS["doubt"]["words"]))
PER_PARTS = re.compile(r"[*·、/每]+")


def read_quantity(marks: Marks) -> Reading | None:
    """Read the core of a text as one quantity, or None where it is none."""
    for pattern, build in ROWS:
        match = pattern.fullmatch(marks.core)
        reading = build(match, marks) if match else None
        if reading:
            return reading
    return None


def quantity(match: Match, marks: Marks) -> Reading | None:
    """≥24次, 二十三次, 23万元, 530元/人*月, 30余次."""
    typed, unit_text = split_scale(match["figure"], match["unit"])
    value, unit = figure(typed), unit_of(unit_text, marks)
    if value is None or (unit is None and unit_text not in ("", *SCALES)):
        return None
    if unit is None and unit_text:
        return elided(value, unit_text, match, marks)
    return made(value, unit, "over" if match["more"] else marks.inexact, marks)


def elided(value: Decimal, scale: str, match: Match, marks: Marks) -> Reading:
    """23万 is money, its 元 left out; 3百 is a plain 300."""
    inexact = "over" if match["more"] else marks.inexact
    if "万" in scale or "亿" in scale:
        return made(value * SCALES[scale] / SCALES["万"], WAN, inexact, marks, elided=True)
    return made(value * SCALES[scale], None, inexact, marks)


def counted_noun(match: Match, marks: Marks) -> Reading | None:
    """12个乡镇 counts 个; 8名教师 counts 名. What is counted has no digits and says nothing that could turn the figure round."""
    text = match["unit"]
    for end in range(min(len(text) - 1, 5), 0, -1):
        unit = find_unit(text[:end])
        if unit and unit.family not in TIME and NOUN.fullmatch(text[end:]) and not DOUBT.search(text[end:]):
            return made(arabic(match["figure"]), unit_of(text[:end], marks), "over" if match["more"] else marks.inexact, marks)
    return None


def unknown_unit(match: Match, marks: Marks) -> Reading | None:
    """A measure word that is in no table is a family of its own."""
    text = match["unit"]
    if not UNKNOWN.fullmatch(text) or NOT_A_UNIT.search(text) or marks.per:
        return None
    return made(arabic(match["figure"]), Unit(text, text, Decimal(1)), "over" if match["more"] else marks.inexact, marks)


def interval(match: Match, marks: Marks) -> Reading | None:
    """80%-90%, 3至5个, 10万-20万元."""
    low, first = figure(match["low"]), match["first"]
    high, unit = figure(match["high"]), unit_of(match["unit"], marks)
    same = not first or first == match["unit"] or (unit is not None and unit_of(first, marks) == unit) or first + "元" == match["unit"]
    if low is None or high is None or not same or low > high or (unit is None and match["unit"]):
        return None
    return plain(Reading(marks.operator or "=", low, high, unit, "range", marks.operator is not None, change=marks.change))


def either_side(match: Match, marks: Marks) -> Reading | None:
    """±5% is a range round 0."""
    value, unit = figure(match["figure"]), unit_of(match["unit"], marks)
    if value is None or (unit is None and match["unit"]):
        return None
    return plain(Reading("=", -value, value, unit, "range", marks.operator is not None))


def added(match: Match, marks: Marks) -> Reading | None:
    """1万2千人, 1亿2000万元: the sizes are added up."""
    parts = (("yi", SCALES["亿"]), ("wan", SCALES["万"]), ("rest", SCALES.get(match["scale"], Decimal(1))))
    total = sum((arabic(match[part]) * size for part, size in parts if match[part]), Decimal(0))
    unit = find_unit(match["unit"])
    if not (match["yi"] or match["wan"]) or (match["unit"] and not unit):
        return None
    if unit is None or unit.family == "money":
        size = unit.size if unit else UNIT_OF_MONEY
        return made(total * size, WAN, marks.inexact, marks, elided=unit is None)
    return made(total, unit, marks.inexact, marks)


def and_a_half(match: Match, marks: Marks) -> Reading | None:
    """一年半, 两个半月."""
    value, unit = figure(match["figure"]), find_unit(match["unit"] + match["rest"])
    return made(value + Decimal("0.5"), unit, marks.inexact, marks) if value is not None and unit else None


def nothing(_: Match, marks: Marks) -> Reading:
    """零投诉 is 0, of whatever is counted."""
    return made(Decimal(0), None, None, marks)


def made(value: Decimal, unit: Unit | None, inexact: str | None, marks: Marks, elided: bool = False) -> Reading:
    """Make the reading of one figure: open above for ≥, open below for ≤, and as near as 约 and 余 say."""
    operator = marks.operator or IMPLIED.get(inexact or "", "=")
    low = None if operator in ("<", "<=") or inexact == "under" else value
    high = None if operator in (">", ">=") or inexact == "over" else value
    kind: Kind = "approximate" if inexact else kind_of(unit)
    return plain(Reading(operator, low, high, unit, kind, marks.operator is not None, change=marks.change, elided=elided))


def plain(reading: Reading) -> Reading:
    """Give money in 万元 and 成 in %, rounded half up to 6 decimals; a figure without bounds is doubtful."""
    unit = reading.unit
    to = WAN if unit and unit.family == "money" and kind_of(unit) == "number" else PERCENT if unit and unit.name == "成" else unit
    times = unit.size / to.size if unit and to else Decimal(1)
    figures = [value for value in (reading.low, reading.high) if value is not None]
    if any(abs(value * times) >= LIMIT for value in figures):
        return Reading(reading.operator, None, None, unit, "doubtful", reading.signed)
    low, high = (None if value is None else rounded(value * times) for value in (reading.low, reading.high))
    kind = "percent" if reading.kind == "number" and to is PERCENT else reading.kind
    return Reading(reading.operator, low, high, to, kind, reading.signed, change=reading.change, elided=reading.elided)


def rounded(value: Decimal) -> Decimal:
    return value if value.as_tuple().exponent >= -6 else value.quantize(STEP, ROUND_HALF_UP)  # type: ignore[operator]


def kind_of(unit: Unit | None) -> Kind:
    if unit is None:
        return "number"
    if "/" in unit.name:
        return "unit_price" if "元" in unit.name.partition("/")[0] else "rate"
    return KIND_BY_NAME.get(unit.name, "number")


KIND_BY_NAME: dict[str, Kind] = {"%": "percent", "百分点": "percent", "‰": "permille", "元": "unit_price"}


def split_scale(typed: str, unit: str) -> tuple[str, str]:
    """In Chinese numerals the scale belongs to the unit, as in Arabic ones: 二十三万元 is 23 万元."""
    if not typed[-1].isascii() and len(typed) > 1 and typed[-1] in "万亿":
        return typed[:-1], typed[-1] + unit
    return typed, unit


def unit_of(text: str, marks: Marks) -> Unit | None:
    """Give the unit that `text` and a 每 before the figure make together (每月 1 次 → 次/月)."""
    return any_unit(f"{text}/{'·'.join(marks.per)}") if marks.per else any_unit(text)


@lru_cache(maxsize=4096)
def any_unit(text: str) -> Unit | None:
    """Give a plain unit, or one for something: 元/人*月, 次/月."""
    return rate_unit(text) if "/" in text or "每" in text else find_unit(text)


def rate_unit(text: str) -> Unit | None:
    numerator, _, rest = text.replace("每", "/").replace("//", "/").partition("/")
    unit = find_unit(numerator + "元" if numerator in ("万", "亿") else numerator)
    parts = [SAME_PER.get(part, part) for part in PER_PARTS.split(rest)]
    if not unit or not all(UNKNOWN.fullmatch(part) or find_unit(part) for part in parts):
        return None
    name = f"{unit.name}/{rest.replace('、', '·')}"
    if unit.family == "money":
        return Unit(name, "元/" + "·".join(sorted(map(same_word, parts))), unit.size / UNIT_OF_MONEY)
    if len(parts) == 1 and parts[0] in PERIODS:
        return Unit(name, f"{unit.family}/年", unit.size * PERIODS[parts[0]])
    return Unit(name, f"{unit.family}/" + "·".join(sorted(map(same_word, parts))), unit.size)


UNIT_OF_MONEY = Decimal(UNITS["families"]["money"]["元"])


def same_word(part: str) -> str:
    """名 and 人, 天 and 日 are one word under a stroke; what converts (亩, 公顷) stays as it is."""
    unit = find_unit(part)
    return unit.family if unit and unit.family in UNITS["measures"] else part


SCALE = alternatives(LONG_FIRST)
ROWS: tuple[tuple[re.Pattern[str], Callable[[Match, Marks], Reading | None]], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (f"(?P<figure>{FIGURE})(?P<more>{MORE})(?P<unit>{UNIT})", quantity),
        (f"(?P<low>{FIGURE})(?P<first>{UNIT}){TO}(?P<high>{FIGURE})(?P<unit>{UNIT})", interval),
        (f"±(?P<figure>{ARABIC})(?P<unit>{UNIT})", either_side),
        (f"(?:(?P<yi>{ARABIC})亿)?(?:(?P<wan>{ARABIC})万)?(?P<rest>{ARABIC})(?P<scale>[千百万]?)(?P<unit>{UNIT})", added),
        (f"(?P<figure>{FIGURE})(?P<unit>[年个])半(?P<rest>月?)", and_a_half),
        (f"[0零](?:{alternatives(WORDS['zero']['words'])})", nothing),
        (f"(?P<figure>{ARABIC})(?P<more>{MORE})(?P<unit>{UNIT})", counted_noun),
        (f"(?P<figure>{ARABIC})(?P<more>{MORE})(?P<unit>{UNIT})", unknown_unit),
    )
)

"""Figures with units. Each row of the grammar is a pattern and what it makes of the match; the first that can reads."""

import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from data.records import Kind
from data.values.lexicon import SCALES, WORDS, Unit, alternatives, find_unit
from data.values.marks import Marks
from data.values.numerals import ARABIC, HAN, arabic, figure
from data.values.reading import Reading
from data.values.units import PERCENT, WAN, YUAN, kind_of, new_unit, unit_of

Match = re.Match[str]

STEP = Decimal("0.000001")
LIMIT = Decimal(10) ** 12
IMPLIED = {"over": ">=", "under": "<="}  # 30余 is at least 30, 近百 at most 100.
TIME = ("months", "seconds")

DOUBT = re.compile(alternatives(WORDS["doubt"]["words"]))
NOUN = re.compile(r"(?![之制级型类式版度分])[一-鿿]{1,8}")


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
    typed, unit_text = split_scale(match["figure"], match["scale"] + match["unit"])
    value, unit = figure(typed), unit_of(unit_text, marks)
    if value is None or (unit is None and unit_text not in ("", *SCALES)):
        return None
    if unit is None and unit_text:
        money = "万" in unit_text or "亿" in unit_text
        return scaled(value * SCALES[unit_text], more(match, marks), marks, money)
    return made(value, unit, more(match, marks), marks)


def split_scale(typed: str, unit: str) -> tuple[str, str]:
    """In Chinese numerals the scale belongs to the unit, as in Arabic ones: 二十三万元 is 23 万元."""
    if not typed[-1].isascii() and len(typed) > 1 and typed[-1] in "万亿":
        return typed[:-1], typed[-1] + unit
    return typed, unit


def more(match: Match, marks: Marks) -> str | None:
    return "over" if match["more"] or match["still_more"] else marks.inexact


def scaled(value: Decimal, inexact: str | None, marks: Marks, money: bool = True) -> Reading:
    """23万 is money, its 元 left out; 3百 is a plain 300."""
    if not money:
        return made(value, None, inexact, marks)
    return made(value / SCALES["万"], WAN, inexact, marks, elided=True)


def added(match: Match, marks: Marks) -> Reading | None:
    """1万2千人, 1亿2000万元: the sizes are added up."""
    parts = (("yi", SCALES["亿"]), ("wan", SCALES["万"]), ("rest", SCALES.get(match["scale"], Decimal(1))))
    total = sum((arabic(match[part]) * size for part, size in parts if match[part]), Decimal(0))
    unit = find_unit(match["unit"])
    if not (match["yi"] or match["wan"]) or (match["unit"] and not unit):
        return None
    if unit and unit.family == "money":
        return made(total * unit.size, WAN, marks.inexact, marks)
    return made(total, unit, marks.inexact, marks) if unit else scaled(total, marks.inexact, marks)


def interval(match: Match, marks: Marks) -> Reading | None:
    """80%-90%, 3至5个, 10万-20万元."""
    low, high = figure(match["low"]), figure(match["high"])
    texts = (f"{text}元" if text in ("万", "亿") else text for text in (match["first"], match["unit"]) if text)
    units = {unit_of(text, marks) for text in texts}
    if low is None or high is None or low > high or len(units) > 1 or None in units:
        return None
    return bounded("range", low, high, next(iter(units), None), marks)


def either_side(match: Match, marks: Marks) -> Reading | None:
    """±5% is a range round 0."""
    value, unit = arabic(match["figure"]), unit_of(match["unit"], marks)
    return bounded("range", -value, value, unit, marks) if unit or not match["unit"] else None


def and_a_half(match: Match, marks: Marks) -> Reading | None:
    """一年半, 两个半月."""
    value, unit = figure(match["figure"]), find_unit(match["unit"] + match["rest"])
    return made(value + Decimal("0.5"), unit, marks.inexact, marks) if value is not None and unit else None


def nothing(_: Match, marks: Marks) -> Reading:
    """零投诉 is 0, of whatever is counted."""
    return made(Decimal(0), None, None, marks)


def counted_noun(match: Match, marks: Marks) -> Reading | None:
    """12个乡镇 counts 个, 8名教师 counts 名. The noun must not say that the figure is of something else."""
    text = match["unit"]
    for end in range(min(len(text) - 1, 5), 0, -1):
        unit, noun = find_unit(text[:end]), text[end:]
        if unit:
            sound = unit.family not in TIME and NOUN.fullmatch(noun) and not DOUBT.search(noun)
            return (
                made(arabic(match["figure"]), unit_of(text[:end], marks), more(match, marks), marks) if sound else None
            )
    return None


def unknown_unit(match: Match, marks: Marks) -> Reading | None:
    unit = None if marks.per else new_unit(match["unit"])
    return made(arabic(match["figure"]), unit, more(match, marks), marks) if unit else None


def made(value: Decimal, unit: Unit | None, inexact: str | None, marks: Marks, elided: bool = False) -> Reading:
    """Make the reading of one figure: open above for ≥, open below for ≤, and as near as 约 and 余 say."""
    operator = marks.operator or IMPLIED.get(inexact or "", "=")
    low = None if operator in ("<", "<=") else value
    high = None if operator in (">", ">=") else value
    return bounded("approximate" if inexact else kind_of(unit), low, high, unit, marks, operator, elided)


def bounded(
    kind: Kind,
    low: Decimal | None,
    high: Decimal | None,
    unit: Unit | None,
    marks: Marks,
    operator: str | None = None,
    elided: bool = False,
) -> Reading:
    """Give money in 万元 and 成 in %, rounded half up to 6 decimals. What is too large to be kept is doubtful."""
    to = written_in(unit)
    times = unit.size / to.size if unit and to else Decimal(1)
    if any(abs(figure * times) >= LIMIT for figure in (low, high) if figure is not None):
        return Reading(None, None, None, to, "doubtful")
    return Reading(
        operator=operator or marks.operator or "=",
        low=None if low is None else rounded(low * times),
        high=None if high is None else rounded(high * times),
        unit=to,
        kind=kind,
        signed=marks.operator is not None,
        change=marks.change,
        elided=elided,
    )


def written_in(unit: Unit | None) -> Unit | None:
    if unit and unit.family == "money" and unit.name != YUAN.name:
        return WAN
    return PERCENT if unit and unit.name == "成" else unit


def rounded(figure: Decimal) -> Decimal:
    """Round half up to 6 decimals, without zeros at the end: 26000, 28.272."""
    figure = figure.quantize(STEP, ROUND_HALF_UP)
    return figure.quantize(Decimal(1)) if figure == figure.to_integral_value() else figure.normalize()


FIGURE = f"(?:{ARABIC}|{HAN})"
UNIT = "(?P<unit>[^0-9|<>=~%‰-]*(?:%|‰)?)"
FIRST_UNIT = UNIT.replace("unit", "first").replace("[^0-9", "[^0-9至到")
COUNTED = f"(?P<figure>{FIGURE})(?P<more>[余多来]?)(?P<scale>(?:[百千万亿]+(?=[余多]))?)(?P<still_more>[余多]?){UNIT}"
ROWS: tuple[tuple[re.Pattern[str], Callable[[Match, Marks], Reading | None]], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (COUNTED, quantity),
        # A sign behind the word between them is the upper figure's own where that makes sense: -3~-1, but 80%~-90%.
        (f"(?P<low>{FIGURE}){FIRST_UNIT}(?:[~至到]+|-)(?P<high>{FIGURE}){UNIT}", interval),
        (f"(?P<low>(?!-){FIGURE}){FIRST_UNIT}(?:-|~|至|到)+(?P<high>{FIGURE}){UNIT}", interval),
        (f"±(?P<figure>{ARABIC}){UNIT}", either_side),
        (f"(?:(?P<yi>{ARABIC})亿)?(?:(?P<wan>{ARABIC})万)?(?P<rest>(?![-+]){ARABIC})(?P<scale>[千百万]?){UNIT}", added),
        (f"(?P<figure>{FIGURE})(?P<unit>[年个])半(?P<rest>月?)", and_a_half),
        (f"[0零](?:{alternatives(WORDS['zero']['words'])})", nothing),
        (COUNTED.replace(FIGURE, ARABIC), counted_noun),
        (COUNTED.replace(FIGURE, ARABIC), unknown_unit),
    )
)

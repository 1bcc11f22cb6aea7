"""Units with a stroke (元/人*月, 次/月), and the kind of quantity that a unit makes."""

import re
from decimal import Decimal
from functools import lru_cache

from data.records import Kind
from data.values.lexicon import PERIODS, UNITS, Unit, find_unit
from data.values.marks import Marks

WAN = Unit("万元", "money", Decimal(1))
YUAN = Unit("元", "money", Decimal(UNITS["families"]["money"]["元"]))
PERCENT = Unit("%", "percent", Decimal(1))
KINDS: dict[str, Kind] = {"%": "percent", "成": "percent", "百分点": "percent", "‰": "permille", "元": "unit_price"}
SAME_WORD = {"全年": "年", "天": "日", "季": "季度", "年度": "年", "个月": "月", "星期": "周"}

PARTS = re.compile("[*·、/每]+")
NOT_A_UNIT = re.compile("[月日号级等第完成的是以及和与且未不无已有多少全部倍之其前后]")
WORD = re.compile(r"[一-鿿]{1,3}")


def kind_of(unit: Unit | None) -> Kind:
    """Say what kind of quantity a figure with this unit is. Money is a number, a plain amount in 元 a unit price."""
    if unit and "/" in unit.name:
        return "unit_price" if "元" in unit.name.partition("/")[0] else "rate"
    return KINDS.get(unit.name, "number") if unit else "number"


def unit_of(text: str, marks: Marks) -> Unit | None:
    """Give the unit that `text` and a 每 before the figure make together (每月 1 次 → 次/月)."""
    unit = any_unit(text)
    if not marks.per or (unit and unit.family == "percent"):
        return unit
    return any_unit(f"{text}/{'·'.join(marks.per)}")


@lru_cache(maxsize=4096)
def any_unit(text: str) -> Unit | None:
    """Give a plain unit or one for something. None where `text` is no unit."""
    return stroke_unit(text) if "/" in text or "每" in text else find_unit(text)


def stroke_unit(text: str) -> Unit | None:
    """Read 元/人*月. Prices are compared by their folded text, rates for a time by the year."""
    counted, _, rest = text.replace("每", "/").replace("//", "/").partition("/")
    unit = find_unit(counted + "元" if counted in ("万", "亿") else counted) or new_unit(counted)
    parts = [SAME_WORD.get(part, part) for part in PARTS.split(rest)]
    if unit is None or not all(WORD.fullmatch(part) or find_unit(part) for part in parts):
        return None
    name, per = f"{unit.name}/{rest.replace('、', '·')}", "·".join(sorted(map(main_word, parts)))
    if unit.family == "money":
        return Unit(name, f"元/{per}", unit.size / YUAN.size)
    if per in PERIODS:
        return Unit(name, f"{unit.family}/年", unit.size * PERIODS[per])
    return Unit(name, f"{unit.family}/{per}", unit.size)


def new_unit(text: str) -> Unit | None:
    """A measure word that is in no table is a family of its own."""
    return Unit(text, text, Decimal(1)) if WORD.fullmatch(text) and not NOT_A_UNIT.search(text) else None


def main_word(part: str) -> str:
    """名 and 人 are one word under a stroke; what converts (亩, 公顷) stays as it is."""
    unit = find_unit(part)
    return unit.family if unit and unit.family in UNITS["measures"] else part

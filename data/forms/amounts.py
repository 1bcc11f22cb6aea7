"""Figures of the form's own columns: points, scores, money and rates, with one unit of the last decimal printed."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from data.forms.folding import is_dash

FIGURE = re.compile(r"([-+]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?")
POINTS = re.compile(r"\(?(?P<figure>[-+]?[\d,.]+)分?\)?(?:\(扣[\d.]+分?\))?")
MONEY = re.compile(r"[¥\uffe5]?(?P<figure>[-+]?[\d,.]+)(?P<unit>元|万元?|亿元?|千元|百万元?|千万元?)?(?:人民币)?")
RATE = re.compile(r"(?P<figure>[-+]?[\d,.]+)(?P<percent>[%‰])?")
TEN_THOUSAND = Decimal(10000)
MOST = Decimal(10) ** 12
# From here on a rate without % cannot be a fraction: no budget is executed half as much again.
SURELY_PERCENT = Decimal("1.5")

WAN = {
    "元": Decimal(1) / TEN_THOUSAND,
    "千元": Decimal(1) / 10,
    "万": Decimal(1),
    "百万": Decimal(100),
    "千万": Decimal(1000),
    "亿": TEN_THOUSAND,
}


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def is_blank(text: str) -> bool:
    """A cell that is empty, crossed out or says 无."""
    return not text or text in ("无", "空") or is_dash(text)


@lru_cache(maxsize=8192)
def figure(text: str) -> tuple[Decimal, Decimal] | None:
    """(figure, one unit of its last decimal); None for what is no plain figure below 10^12."""
    match = FIGURE.fullmatch(text)
    if match is None:
        return None
    number = Decimal(match[1] + match[2].replace(",", "") + (match[3] or ""))
    return (number, step_of(number)) if abs(number) < MOST else None


def step_of(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


@lru_cache(maxsize=4096)
def points(text: str) -> tuple[Decimal, Decimal] | None:
    """Points or a score: "5", "5分", "9.80", "9.4(扣0.6分)"."""
    match = POINTS.fullmatch(folded(text))
    return figure(match["figure"]) if match else None


def money_wan(text: str, wan_per_unit: Decimal) -> Decimal | None:
    """An amount in 万元. A unit inside the cell goes before the form's own."""
    match = MONEY.fullmatch(folded(text))
    number = figure(match["figure"]) if match else None
    if match is None or number is None:
        return None
    unit = match["unit"]
    return number[0] * (wan_per_unit if unit is None else wan_per(unit))


def names_unit(text: str) -> bool:
    """Whether an amount carries its own unit: 23万, 2.6亿元."""
    match = MONEY.fullmatch(folded(text))
    return match is not None and match["unit"] is not None


def rate(text: str, expected: Decimal | None) -> tuple[Decimal, Decimal, bool] | None:
    """(rate 0-1, one unit of its last decimal, certain). `expected`, executed ÷ budget, tells 0.77 from 0.77 %."""
    match = RATE.fullmatch(folded(text))
    number = figure(match["figure"]) if match else None
    if match is None or number is None:
        return None
    if match["percent"]:
        share = Decimal("0.01") if match["percent"] == "%" else Decimal("0.001")
        return number[0] * share, number[1] * share, True
    percent = is_percent(number[0], expected)
    share = Decimal("0.01") if percent or (percent is None and number[0] > SURELY_PERCENT) else Decimal(1)
    return number[0] * share, number[1] * share, percent is not None or number[0] > SURELY_PERCENT


def is_percent(number: Decimal, expected: Decimal | None) -> bool | None:
    """Whether a bare figure is a percentage; None where neither reading is nearer. 0 reads 0 either way."""
    if number == 0:
        return True
    if expected is None:
        return None
    as_percent, as_fraction = abs(number / 100 - expected), abs(number - expected)
    return None if as_percent == as_fraction else as_percent < as_fraction


def wan_per(unit: str) -> Decimal:
    """万元 in one unit of money: 元 → 0.0001."""
    return WAN[unit if unit in WAN else unit.removesuffix("元")]

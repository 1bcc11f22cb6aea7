"""How a stored figure reads under its number format.

0.77304 under "0%" reads "77.304%", and 44926 under "yyyy-mm-dd" reads 2022-12-31.
Figures are given in full, to the 15 digits that a workbook keeps, with at least the decimals that the format shows.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?")
MILLISECONDS_PER_DAY = 86_400_000
LAST_SERIAL = 2_958_465  # 9999-12-31

# ECMA-376 18.8.30, with the dates that Chinese Excel numbers 27-58.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy-m-d h:mm", 27: "yyyy-m", 28: "m-d", 29: "m-d", 30: "m-d-yy", 31: "yyyy-m-d", 32: "h:mm", 33: "h:mm:ss",
    34: "h:mm", 35: "h:mm:ss", 36: "yyyy-m", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0",
    42: "#,##0", 43: "#,##0.00", 44: "#,##0.00", 45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss", 50: "yyyy-m", 51: "m-d",
    52: "yyyy-m", 53: "m-d", 54: "m-d", 55: "h:mm", 56: "h:mm:ss", 57: "yyyy-m", 58: "m-d",
}  # fmt: skip

PADDING = re.compile(r"_.|\*.|\[[^\]]*\]")
LITERAL = re.compile(r'"([^"]*)"|\\(.)')
CLOCK_PARTS = re.compile(r"[hs]", re.I)


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A format as far as it matters to reading: what stands around the figure, and what the figure is."""

    decimals: int = 0
    percent: bool = False
    prefix: str = ""
    suffix: str = ""
    date_parts: str = ""  # a subset of "ymdh"; empty for plain figures


@lru_cache(maxsize=512)
def number_format(code: str) -> NumberFormat:
    """Read the first section of a format code. Colours, padding, currency and thousands separators are left out."""
    section = PADDING.sub("", code.partition(";")[0]).strip()
    bare = LITERAL.sub("", section)
    if not bare or bare == "@" or bare.lower() == "general":
        return NumberFormat()
    if re.search(r"[ymdhs]", bare, re.I):
        return NumberFormat(date_parts=date_parts(bare))
    return figure_format(section, bare)


def date_parts(bare: str) -> str:
    # "m" beside hours or seconds means minutes.
    minutes = re.sub(r"h+:m+(:s+)?|m+:s+", "h", bare, flags=re.I)
    clock = "h" if CLOCK_PARTS.search(minutes) else ""
    return "".join(part for part in "ymd" if part in minutes.lower()) + clock


def figure_format(section: str, bare: str) -> NumberFormat:
    percent = "%" in bare
    # A comma behind the last digit, or "!", shows another figure than the one that is kept: the kept one is read.
    if re.search(r"[0#?],+(\.|%|$|[^0#?,])", bare) or "!" in bare or "/" in bare:
        return NumberFormat(percent=percent)
    shown = re.search(r"\.([0?]+)", bare)
    decimals = len(shown[1]) if shown and "E" not in bare.upper() else 0
    before, after = around_figure(section)
    return NumberFormat(decimals, percent, before, after)


def around_figure(section: str) -> tuple[str, str]:
    """The words of the format in front of and behind the figure: 0"次" → ("", "次")."""
    digits = list(re.finditer(r"[0#?](?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", section))
    if not digits:
        return "", ""
    return literals(section[: digits[0].start()]), literals(section[digits[-1].end() :])


def literals(part: str) -> str:
    return "".join(match[1] or match[2] or "" for match in LITERAL.finditer(part)).strip(" ()-+")


@lru_cache(maxsize=4096)
def figure_text(raw: str, style: NumberFormat, from_1904: bool) -> str:
    """The text of a numeric cell. What is no figure after all is given back as it stands."""
    if not NUMBER.fullmatch(raw):
        return raw
    figure = Decimal(format(float(raw), ".15g"))
    if not figure.is_finite():
        return raw
    if style.date_parts and 0 <= figure <= LAST_SERIAL:
        return date_text(figure, style.date_parts, from_1904)
    return (
        style.prefix
        + plain(figure * 100 if style.percent else figure, style.decimals)
        + "%" * style.percent
        + style.suffix
    )


def plain(figure: Decimal, decimals: int) -> str:
    """Without exponent or superfluous zeros, yet with at least `decimals` places."""
    text = format(figure, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, _, places = text.partition(".")
    places = places.ljust(decimals, "0")
    text = f"{whole}.{places}" if places else whole
    return text.lstrip("-") if not figure else text


def date_text(serial: Decimal, parts: str, from_1904: bool) -> str:
    if (serial < 1 and not from_1904) or parts == "h":
        return moment(serial, from_1904).strftime("%H:%M")
    day = moment(serial, from_1904)
    if parts == "y":
        return f"{day.year}年"
    if parts == "ym":
        return f"{day.year}年{day.month}月"
    return (
        day.strftime("%Y-%m-%d %H:%M")
        if "h" in parts and serial % 1
        else date(day.year, day.month, day.day).isoformat()
    )


def moment(serial: Decimal, from_1904: bool) -> datetime:
    # The 1900 calendar counts a 29 February that never was: days before it are one further on.
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30 + (serial < 60))  # noqa: DTZ001 — a sheet has no zone
    return start + timedelta(days=int(serial), milliseconds=int(serial % 1 * MILLISECONDS_PER_DAY + Decimal("0.5")))

"""Figures in Arabic and Chinese numerals, as Decimal."""

import re
from decimal import Decimal

SPELLED = ("零〇", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
DIGITS = {character: value for value, spellings in enumerate(SPELLED) for character in spellings}
DIGIT = "".join(DIGITS)
NEXT_BELOW = {"百": "十", "千": "百", "万": "千", "亿": "千万"}

ARABIC = r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
HAN = f"(?:[{DIGIT}十百千万亿拾佰仟]{{1,24}}(?:点[{DIGIT}]{{1,6}})?|半)"
MONTH_OR_DAY = "[一二三四五六七八九十]{1,3}"

FORMAL = str.maketrans("拾佰仟", "十百千")
PARTS = re.compile(r"(?:([^亿]*)亿)?零?(?:([^万亿]*)万)?([^万亿]*)")
SECTION = re.compile(f"(?:([{DIGIT}]?)千)?零?(?:([{DIGIT}]?)百)?零?(?:([{DIGIT}]?)十)?零?([{DIGIT}]?)")
SHORTENED = re.compile(f"([百千万亿])([{DIGIT}])$")
READ_OUT = re.compile(f"(?=.*[〇零]|....)[{DIGIT}]{{3,}}")
FRACTION = re.compile(f"([百千])分之({HAN}|{ARABIC})")
YEAR = re.compile(r"(?<![一二三四五六七八九〇零])[一二][一二三四五六七八九〇零]{3}(?=年)")
AFTER_MONTH = f"份|底|末|初|以?前|之前|[中上下]旬|$|[-~至到]|{MONTH_OR_DAY}[日号]"
MONTH = re.compile(f"(?<![{DIGIT}十]){MONTH_OR_DAY}(?=月(?:{AFTER_MONTH}))")
DAY = re.compile(f"(?<=月){MONTH_OR_DAY}(?=[日号])")


def figure(text: str) -> Decimal | None:
    """Give the figure that `text` (of ARABIC or HAN) is; None where the characters make none (万一)."""
    return arabic(text) if text[-1].isascii() else chinese(text)


def arabic(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def chinese(text: str) -> Decimal | None:
    """Read 一百二十, 二〇二二, 三点五, 两千零五十万, 半."""
    if text == "半":
        return Decimal("0.5")
    whole, _, fraction = text.translate(FORMAL).partition("点")
    value = Decimal(digits(whole)) if READ_OUT.fullmatch(whole) else spoken(whole)
    return Decimal(f"{value}.{digits(fraction)}") if fraction and value is not None else value


def digits(text: str) -> str:
    return "".join(str(DIGITS[character]) for character in text)


def spoken(text: str) -> Decimal | None:
    """Add up what stands before 亿 and 万 and the rest. 两万五 is short for 两万五千, 万一 is a word."""
    if len(text) > 1 and text[0] in "万亿":
        return None
    parts = PARTS.fullmatch(SHORTENED.sub(lambda match: match[0] + NEXT_BELOW[match[1]], text))
    if not parts:
        return None
    hundred_millions, ten_thousands, rest = (section(part) for part in parts.groups(default="零"))
    if hundred_millions is None or ten_thousands is None or rest is None:
        return None
    if parts[3] == "":
        rest = 0
    return Decimal(hundred_millions * 10**8 + ten_thousands * 10**4 + rest)


def section(text: str) -> int | None:
    """Read a figure below 万. A size without a digit counts once: 百 is 100, and nothing before 万 is 1."""
    if text == "":
        return 1
    match = SECTION.fullmatch(text)
    if not match:
        return None
    thousands, hundreds, tens, ones = match.groups()
    sized = ((thousands, 1000), (hundreds, 100), (tens, 10))
    return sum(DIGITS.get(digit, 1) * size for digit, size in sized if digit is not None) + DIGITS.get(ones, 0)


def fold_numerals(text: str) -> str:
    """Write 百分之九十五 as 95%, 二〇二二年 as 2022年, 十二月底 as 12月底: these stand in the middle of texts too."""
    if "分之" in text:
        text = FRACTION.sub(lambda match: written(match[2], match[0], "%" if match[1] == "百" else "‰"), text)
    if "年" in text:
        text = YEAR.sub(arabic_digits, text)
    if "月" in text:
        text = DAY.sub(arabic_digits, MONTH.sub(arabic_digits, text))
    return text


def arabic_digits(match: re.Match[str]) -> str:
    return written(match[0], match[0])


def written(numeral: str, otherwise: str, unit: str = "") -> str:
    value = figure(numeral)
    return otherwise if value is None else f"{value:f}{unit}"

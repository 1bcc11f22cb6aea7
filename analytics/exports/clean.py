"""Text from a form made safe to store in a cell: nothing vanishes silently, nothing runs."""

import re

from data.texts import mark, translate

EXCEL_LIMIT = 32_767  # characters of one cell, counted by Excel in UTF-16 units
CUT = mark("……(原文共 {n} 字,后略)")
# Full-width signs too: Excel in Chinese and Japanese reads ＝1+1 as a formula.
FORMULA_START = tuple("=+-@＝＋－＠")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_NOT_XML = re.compile(r"[\ud800-\udfff\ufffe\uffff]")


def visible(text: str) -> str:
    """Control characters as their pictures (␋), what XML cannot hold as �. Tabs and line breaks stay."""
    text = text.replace("\r\n", "\n")
    return _NOT_XML.sub("\ufffd", _CONTROL.sub(_picture, text))


def storable(text: str) -> str:
    """The text as UTF-8 can hold it: half a pair of surrogates as �, all else as it is."""
    return _SURROGATE.sub("\ufffd", text)


def cell_text(text: str, language: str) -> str:
    """The text of one Excel cell, cut with a visible mark where Excel would cut it silently."""
    shown = visible(text)
    if _utf16_length(shown) <= EXCEL_LIMIT:
        return shown
    sign = translate(CUT, language, n=len(text))
    return _first_units(shown, EXCEL_LIMIT - _utf16_length(sign)) + sign


def looks_like_formula(text: str) -> bool:
    """True where a spreadsheet could take the text for a formula, also behind white space."""
    return text.lstrip().startswith(FORMULA_START)


def csv_text(text: str) -> str:
    """The text of one CSV field; a leading ' keeps it text in every spreadsheet."""
    shown = visible(text)
    return f"'{shown}" if looks_like_formula(shown) or shown.startswith(("\t", "\n")) else shown


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    return "␡" if code == 0x7F else chr(0x2400 + code)


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _first_units(text: str, units: int) -> str:
    # A pair of surrogates cut in half is left out whole.
    return text.encode("utf-16-le")[: units * 2].decode("utf-16-le", errors="ignore")

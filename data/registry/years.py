"""Years as people write them into a list: 2023, 2023年, 2023年度, 2023-03-01; 至今 for no end."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from data.forms.folding import fold
from data.registry.grid import read_words

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
WRITTEN = re.compile(r"((?:19|20)\d\d)(?:\.0+|年度?|年?\D.{0,14})?")
FISCAL_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年度")


class YearError(ValueError):
    """The text holds no year, or more than one."""


def read_year(text: str | None) -> int | None:
    """The year of a cell; None where it is blank or says that there is no limit. Raises YearError."""
    if text is None or fold(text) in open_words():
        return None
    found = unicodedata.normalize("NFKC", text).strip()
    written = WRITTEN.fullmatch(found)
    if written is None or len(set(YEAR.findall(found))) != 1:
        raise YearError(text)
    return int(written[1])


def year_above(texts: Iterable[str]) -> int | None:
    """The one year that the words above a list name: 年度 before any other, None where they name none or several."""
    kept = [unicodedata.normalize("NFKC", text) for text in texts]
    for pattern in (FISCAL_YEAR, YEAR):
        found = {int(year) for text in kept for year in pattern.findall(text)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


@cache
def open_words() -> frozenset[str]:
    return frozenset(map(fold, read_words()["skipped"]["open_years"]))

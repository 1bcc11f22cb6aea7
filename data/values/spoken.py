"""What says a figure in words, or against its own sign, beside the other side: 全部完成 beside 100%, 无 beside 0起."""

import re
from dataclasses import replace
from decimal import Decimal

from data.values.fold import fold
from data.values.lexicon import WORDS, alternatives
from data.values.marks import CHANGE
from data.values.reading import Reading

WHOLE, NONE = (frozenset(WORDS["spoken"][word]) for word in ("whole", "none"))
FALLING = re.compile(alternatives(word for word, way in CHANGE.items() if way == "down") + "|减量|减排")
HUNDRED = Decimal(100)


def in_figures(text: str | None, reading: Reading, wanted: Reading) -> Reading:
    """An actual in words that can only mean the figure that was promised: all of it, or none."""
    if text is None or reading.kind != "qualitative" or wanted.kind == "doubtful":
        return reading
    said, promised = fold(text), wanted.low if wanted.low is not None else wanted.high
    of_percent = wanted.unit is not None and wanted.unit.family == "percent"
    if (promised == HUNDRED and of_percent and said in WHOLE) or (promised == 0 and said in NONE):
        return replace(reading, operator="=", low=promised, high=promised, unit=wanted.unit, kind=wanted.kind)
    return reading


def against_its_sign(wanted: Reading, found: Reading, name: str) -> Reading:
    """-3.5% for a 下降率 of 3%: a fall may be written with its sign, or be a rise. No score rests on it."""
    promised = wanted.low if wanted.low is not None else wanted.high
    if promised is None or promised <= 0 or found.low is None or found.low >= 0 or not FALLING.search(name):
        return found
    return replace(found, unit=None, kind="doubtful")

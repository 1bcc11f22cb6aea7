"""Operator and unit that stand in an indicator's name: 参训人数(≥**人), 群众满意度(%), 成本控制数(万元)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from data.values.fold import fold
from data.values.lexicon import Unit
from data.values.marks import BEFORE, OPERATOR
from data.values.units import any_unit

SIGN = f"(?P<operator>{OPERATOR})"
FILLER = r"(?:[*_.…?]+|[xX×○]{1,4})?"
EXAMPLE = r"[0-9][0-9,.]*"  # (≥95%); a figure without a sign is no template: (2022年), (30分)
IN_BRACKETS = re.compile(
    rf"\((?:计量|度量)?(?:单位)?:?(?:{SIGN}(?:{EXAMPLE}|{FILLER})|{FILLER})(?P<unit>[^()0-9]{{0,10}})\)"
)
AT_THE_END = re.compile(rf"(?:{SIGN}(?:[*_]+|[xX]{{2,4}})|[,:;]?单位:)(?P<unit>[^()0-9*]{{0,10}})$")


@dataclass(frozen=True, slots=True)
class Template:
    """What the name says about a target: each None where the name does not say it."""

    operator: str | None
    unit: Unit | None


NO_TEMPLATE = Template(None, None)


@lru_cache(maxsize=8192)
def read_name(name: str | None) -> Template:
    """Give the last template in an indicator's name. A unit that is in no table is a word, not a unit."""
    if not name:
        return NO_TEMPLATE
    folded = fold(name)
    found = [*IN_BRACKETS.finditer(folded), *AT_THE_END.finditer(folded)]
    templates = [template(match) for match in found]
    return next((each for each in reversed(templates) if each != NO_TEMPLATE), NO_TEMPLATE)


def template(match: re.Match[str]) -> Template:
    unit = any_unit(match["unit"]) if match["unit"] else None
    written = match["operator"]
    if match["unit"] and unit is None:
        return NO_TEMPLATE
    return Template(BEFORE.get(written, written) if written else None, unit)

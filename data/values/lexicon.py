"""The words and units of words.toml and units.toml, looked up."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any


def table(name: str) -> dict[str, Any]:
    with Path(__file__).with_name(name).open("rb") as file:
        return tomllib.load(file)


WORDS = table("words.toml")
UNITS = table("units.toml")
SPELLING: dict[str, str] = UNITS["spelling"]
PERIODS = {name: Decimal(times) for name, times in UNITS["periods"].items()}
SCALES = {name: Decimal(size) for name, size in UNITS["scales"].items()}
LONG_FIRST = sorted(SCALES, key=len, reverse=True)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is written back (`name`), what it can be compared with, and its size in the base unit."""

    name: str
    family: str
    size: Decimal


def alternatives(words: Iterable[str]) -> str:
    """Give a pattern that matches any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def meanings(words: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Turn {meaning: words} into {word: meaning}."""
    return {word: meaning for meaning, spellings in words.items() for word in spellings}


def known_units() -> dict[str, Unit]:
    convertible = {
        name: Unit(SPELLING.get(name, name), family, Decimal(size))
        for family, units in UNITS["families"].items()
        for name, size in units.items()
    }
    counted = {
        name: Unit(name, measure, Decimal(1))
        for measure, others in UNITS["measures"].items()
        for name in (measure, *others)
    }
    return counted | convertible


KNOWN = known_units()


@lru_cache(maxsize=4096)
def find_unit(text: str) -> Unit | None:
    """Give the unit that `text` names, with its scale (万亩), or None."""
    known = KNOWN.get(text) or (KNOWN.get(text.lower()) if len(text) > 1 else None)  # 5G is no weight
    if known:
        return Unit(SPELLING.get(text, text), known.family, known.size)
    return next(filter(None, (scaled_unit(text, scale) for scale in LONG_FIRST if text.startswith(scale))), None)


def scaled_unit(text: str, scale: str) -> Unit | None:
    known = KNOWN.get(text[len(scale) :])
    if known is None or known.family == "percent":
        return None
    return Unit(scale + known.name, known.family, known.size * SCALES[scale])

"""The words of wording.toml as rows: what a qualitative actual says about its target."""

import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("wording.toml")


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word in front of "done", and the levels between which it leaves the score (0 none … 3 full)."""

    word: str
    low_level: int
    high_level: int


@dataclass(frozen=True, slots=True)
class Wording:
    """`hedged` are hedges joined with every word for done, `achieved` the whole actuals that mean done.

    `beside` words widen what a hedge says wherever they stand.
    """

    hedges: tuple[Hedge, ...]
    hedged: tuple[Hedge, ...]
    beside: tuple[Hedge, ...]
    achieved: tuple[str, ...]
    vague: tuple[str, ...]
    definite: tuple[str, ...]


@cache
def wording() -> Wording:
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    hedges, beside = _hedges(raw["hedges"]), _hedges(raw["beside"])
    done = raw["achieved"]
    return Wording(
        hedges,
        tuple(Hedge(hedge.word + core, hedge.low_level, hedge.high_level) for hedge in hedges for core in raw["cores"]),
        beside,
        tuple(sorted({"".join(words) for words in product(done["before"], done["cores"], done["after"])})),
        tuple(raw["target"]["vague"]),
        tuple(raw["target"]["definite"]),
    )


def _hedges(groups: list[dict[str, Any]]) -> tuple[Hedge, ...]:
    return tuple(Hedge(word, group["low"], group["high"]) for group in groups for word in group["words"])

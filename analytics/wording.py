"""The words of wording.toml as rows: what a qualitative actual says about its target."""

import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

FILE = Path(__file__).with_name("wording.toml")


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word in front of "done", and the levels between which it leaves the score (0 none … 3 full)."""

    word: str
    low_level: int
    high_level: int


@dataclass(frozen=True, slots=True)
class Wording:
    """`hedged` are hedges joined with every word for done, `achieved` the whole actuals that mean done."""

    hedges: tuple[Hedge, ...]
    hedged: tuple[Hedge, ...]
    achieved: tuple[str, ...]
    vague: tuple[str, ...]
    definite: tuple[str, ...]


@cache
def wording() -> Wording:
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    hedges = tuple(Hedge(word, group["low"], group["high"]) for group in raw["hedges"] for word in group["words"])
    done = raw["achieved"]
    return Wording(
        hedges,
        tuple(Hedge(hedge.word + core, hedge.low_level, hedge.high_level) for hedge in hedges for core in raw["cores"]),
        tuple(sorted({"".join(words) for words in product(done["before"], done["cores"], done["after"])})),
        tuple(raw["target"]["vague"]),
        tuple(raw["target"]["definite"]),
    )

"""What the heads of the SQL files say, for the page of rules: they are written there and nowhere else."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from analytics.ordering import FOLDER
from data.texts.punctuation import printed

OPEN = "[0, p]"  # the formula of every rule that gives no score of its own
FORMULA = re.compile(r"-- ([a-z_]+): (.*[→\[].*)")


@dataclass(frozen=True, slots=True)
class View:
    """One view: its grain in both languages."""

    name: str
    zh: str
    en: str


@cache
def views() -> tuple[View, ...]:
    """All views by name. Raises ValueError where a file lacks its grain in one of the languages."""
    return tuple(parse_view(path) for path in sorted(FOLDER.glob("*.sql")))


def parse_view(path: Path) -> View:
    en, zh = path.read_text(encoding="utf-8").splitlines()[:2]
    if not en.startswith("-- One row") or not zh.startswith("-- zh: "):
        raise ValueError(f"views/{path.name}: the first two lines must be '-- One row …' and '-- zh: …'")
    return View(path.stem, printed(zh.removeprefix("-- zh: ")), en.removeprefix("-- "))


@cache
def formulas() -> MappingProxyType[str, str]:
    """For each scoring rule its formula as the head of admissible_score.sql writes it (A target, B actual)."""
    text = (FOLDER / "admissible_score.sql").read_text(encoding="utf-8")
    return MappingProxyType({found[1]: found[2] for line in text.splitlines() if (found := FORMULA.fullmatch(line))})

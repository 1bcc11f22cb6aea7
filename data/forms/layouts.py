"""Layouts and synonyms as data: one toml file per family, and shared.toml with the words that all share."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data.forms.folding import bare, fold

FOLDER = Path(__file__).with_name("layouts")
Words = Mapping[str, str]  # folded word → what it stands for


@dataclass(frozen=True, slots=True)
class Layout:
    """One family: the roles that its header must and must not bind, and the columns where the header is missing.

    One with `titles` is another kind of form: it claims what is titled so, and nothing else.
    """

    name: str
    titles: tuple[str, ...]
    requires: frozenset[str]
    without: frozenset[str]
    words: frozenset[str]
    without_words: frozenset[str]
    in_order: tuple[str, ...]
    columns: tuple[str, ...]
    funding_columns: tuple[str, ...]

    def is_titled(self, title: str) -> bool:
        return any(word in title for word in self.titles)

    def claims(self, roles: tuple[str, ...], words: frozenset[str]) -> bool:
        """`roles` of the header from left to right, `words` its folded labels."""
        here = set(roles)
        return (
            self.requires <= here
            and not self.without & here
            and self.words <= words
            and not self.without_words & words
            and self.in_order == tuple(role for role in roles if role in self.in_order)
        )


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The shared words, folded."""

    titles: tuple[str, ...]
    totals: frozenset[str]
    subtotals: frozenset[str]
    sums: tuple[str, ...]  # both
    grades: frozenset[str]
    notes: tuple[str, ...]
    execution_lines: frozenset[str]
    block_labels: frozenset[str]
    fillers: frozenset[str]
    head: Words
    remarks: Words
    money_labels: frozenset[str]
    funding_rows: Words
    funding_columns: Words
    indicator_columns: Words
    funding_contains: tuple[tuple[str, str], ...]
    funding_order: Mapping[str, int]
    indicator_contains: tuple[tuple[str, str], ...]
    indicator_order: Mapping[str, int]
    level1: Words
    level2: Words
    belongs_to: Mapping[str, tuple[str, ...]]


@cache
def synonyms() -> Synonyms:
    words = tomllib.loads((FOLDER / "shared.toml").read_text(encoding="utf-8"))
    return Synonyms(
        titles=tuple(words["titles"]),
        totals=folded(words["totals"]),
        subtotals=folded(words["subtotals"]),
        sums=tuple(sorted(folded(words["subtotals"]) | folded(words["totals"]), key=len, reverse=True)),
        grades=folded(words["grades"]),
        notes=tuple(words["notes"]),
        execution_lines=folded(words["execution_lines"]),
        block_labels=folded(words["block_labels"]),
        fillers=folded(words["fillers"]),
        head=meanings(words["head"]),
        remarks=meanings(words["remarks"]),
        money_labels=folded(words["money_unit"]["labels"]),
        funding_rows=meanings(words["funding_rows"]),
        funding_columns=meanings(words["funding_columns"]),
        indicator_columns=meanings(words["indicator_columns"]),
        funding_contains=pairs(words["funding_contains"]),
        funding_order=order(words["funding_columns"]),
        indicator_contains=pairs(words["indicator_contains"]),
        indicator_order=order(words["indicator_columns"]),
        level1=meanings(words["level1"]),
        level2=meanings(words["level2"]),
        belongs_to={level2: tuple(level1) for level2, level1 in words["belongs_to"].items()},
    )


@cache
def layouts() -> tuple[Layout, ...]:
    files = sorted(path for path in FOLDER.glob("*.toml") if path.name != "shared.toml")
    return tuple(layout(tomllib.loads(path.read_text(encoding="utf-8"))) for path in files)


def layout(row: dict[str, Any]) -> Layout:
    return Layout(
        name=row["name"],
        titles=tuple(row.get("titles", ())),
        requires=frozenset(row["requires"]),
        without=frozenset(row.get("without", ())),
        words=folded(row.get("words", [])),
        without_words=folded(row.get("without_words", [])),
        in_order=tuple(row["in_order"]),
        columns=tuple(row["columns"]),
        funding_columns=tuple(row["funding_columns"]),
    )


def folded(words: list[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def meanings(table: Mapping[str, list[str]]) -> Words:
    return {fold(word): meaning for meaning, words in table.items() for word in words}


def pairs(table: Mapping[str, list[str]]) -> tuple[tuple[str, str], ...]:
    """(word, role) in the order of the file."""
    return tuple((word, role) for role, found in table.items() for word in found)


def order(table: Mapping[str, list[str]]) -> Mapping[str, int]:
    """The place of each word among all: of two headers for one role the earlier word is the better one."""
    return {fold(word): place for place, (word, _) in enumerate(pairs(table))}


def meaning(text: str, words: Words) -> str | None:
    """What a label stands for: as it is written, else without brackets and numbering."""
    return words.get(fold(text)) or words.get(bare(text))

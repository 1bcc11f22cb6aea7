"""The toml files of this folder as records: departments, templates, profiles and sentences."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from data.demo.model import Profile, Shape, Want

FOLDER = Path(__file__).parent
RANGE = re.compile(r"(?:(?P<sign>[≥≤=])\s*)?(?P<low>\d+)(?:-(?P<high>\d+))?\s*(?P<unit>.+)")
MONTH = re.compile(r"(?P<low>\d+)(?:-(?P<high>\d+))?月")
SHAPES: dict[str | None, Shape] = {"≥": "more", "≤": "less", "=": "exact"}


@dataclass(frozen=True, slots=True)
class Template:
    """One kind of project: median and spread of its budget, how slowly it is paid, its lines."""

    budget_wan: float
    spread: float
    slow: float
    wants: tuple[Want, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One project of the list. `kind` names its template."""

    name: str
    kind: str
    subject: str
    quantity: str
    people: str


def read_toml(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


@cache
def sentences() -> dict[str, Any]:
    return read_toml("sentences.toml")


@cache
def templates() -> dict[str, Template]:
    return {
        kind: Template(raw["budget_wan"][0], raw["budget_wan"][1], raw["slow"], tuple(wants(raw["lines"])))
        for kind, raw in read_toml("templates.toml").items()
    }


@cache
def profiles() -> dict[str, Profile]:
    raw = read_toml("profiles.toml")
    return {name: Profile(**{part: tuple(figures) for part, figures in one.items()}) for name, one in raw.items()}


def wants(table: str) -> Iterator[Want]:
    for level2, name, value, always in cells(table):
        yield want(level2, name, value, always == "!")


def want(level2: str, name: str, value: str, always: bool) -> Want:
    """The line of a template whose target is drawn from `value`, as templates.toml explains."""
    if value == "cost":
        return Want(level2, name, "cost", unit="万元", always=always)
    if value.startswith("~"):
        return Want(level2, name, "words", words=value[1:].strip(), always=always)
    if month := MONTH.fullmatch(value):
        return Want(level2, name, "date", *ends(month), "月", always=always)
    if value.endswith(" q"):
        return Want(level2, name, "more", unit="q", always=always)
    figure = RANGE.fullmatch(value)
    if figure is None:
        raise ValueError(f"templates.toml: {value!r} is no target")
    return Want(level2, name, SHAPES[figure["sign"]], *ends(figure), figure["unit"], always=always)


def quantity(text: str) -> tuple[Decimal, Decimal, str]:
    """(low, high, unit) of "4-30 处"."""
    figure = RANGE.fullmatch(text)
    if figure is None:
        raise ValueError(f"departments.toml: {text!r} is no quantity")
    return *ends(figure), figure["unit"]


def ends(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    return Decimal(match["low"]), Decimal(match["high"] or match["low"])


def rows(table: str, **names: str) -> Iterator[Row]:
    for name, kind, subject, amount, people in cells(table):
        yield Row(name.format(**names), kind, subject.format(**names), amount, people)


def cells(table: str) -> Iterator[list[str]]:
    for line in table.strip().splitlines():
        yield [part.strip() for part in line.split("|")]

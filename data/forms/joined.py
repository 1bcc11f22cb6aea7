"""Two roles in one column: 分值/得分 over 10/9.5, or 目标值/完成值 over "≥90%/92%"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from data.documents import Cell
from data.forms.layouts import meaning, synonyms

PAIRS = (("points", "score"), ("target", "actual"))
JOINED: Mapping[str, tuple[str, str]] = {"/".join(pair): pair for pair in PAIRS}
BETWEEN = re.compile(r"[/\uff0f|\n]|[及与和]")  # in a header
DIVIDED = re.compile(r"[/\uff0f|\n]")  # in a value
# 目标:≥90% 实际:92%
LABELLED = re.compile(
    r"(?:年[初度])?(?:预期|计划|设定)?(?:目标|指标)?值?[:\uff1a](?P<first>.+?)[\s;\uff1b,\uff0c。]*(?:全年)?(?:实际)?(?:完成)?(?:情况)?值?[:\uff1a](?P<second>.+)",
    re.S,
)


def joined_role(header: str) -> str | None:
    """points/score or target/actual, where a header names both; None otherwise."""
    words = synonyms().indicator_columns
    role = "/".join(meaning(part, words) or "" for part in BETWEEN.split(header) if part.strip())
    return role if role in JOINED else None


def divided(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    """The cells with each joined one as its two halves; one that does not fall into two is left to be said."""
    found = {role: cell for role, cell in cells.items() if role not in JOINED}
    for role in JOINED.keys() & cells.keys():
        cell = cells[role]
        halves = halves_of(cell.text)
        if len(halves) == 2:
            found |= {part: replace(cell, text=text) for part, text in zip(JOINED[role], halves, strict=True)}
    return found


def halves_of(text: str) -> list[str]:
    """The two parts of a value, or what else there is."""
    if labelled := LABELLED.fullmatch(text.strip()):
        return [labelled["first"].strip(), labelled["second"].strip()]
    return [part.strip() for part in DIVIDED.split(text)]

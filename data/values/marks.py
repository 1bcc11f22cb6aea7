"""What stands around a figure: operators in signs and words, 约, 每月, 完成 …; taken off before the figure is read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.values.lexicon import WORDS, alternatives, meanings

BEFORE = meanings(WORDS["before"])
AFTER = meanings(WORDS["after"])
DIRECTION = meanings(WORDS["direction"])
INEXACT_BEFORE = meanings(WORDS["inexact_before"])
INEXACT_AFTER = meanings(WORDS["inexact_after"])
CHANGE = {word: way for way in ("up", "down") for word in WORDS["change"][way]}
JOINED: dict[tuple[str, ...], str] = {(">", "="): ">=", ("<", "="): "<="}  # 小于|等于 in two cells

OPERATOR = f">=|<=|[<>=]|{alternatives(BEFORE)}"
PER = alternatives(WORDS["per"]["words"])
CHANGED = f"(?:{alternatives(CHANGE)})了?(?![到至])"
PREFIX = re.compile(
    f"(?P<operator>{OPERATOR})"
    f"|(?P<direction>{alternatives(DIRECTION)})"
    f"|(?P<change>(?:(?:{alternatives(WORDS['change']['compared'])}),?)?{CHANGED})"
    f"|(?:每个?(?P<per>{PER})|(?P<average>{PER})均)"
    f"|(?P<inexact>{alternatives(INEXACT_BEFORE)})(?=[0-9一二三四五六七八九十百千万两])(?!.{{1,2}}年)"
    f"|(?P<lead>{alternatives(WORDS['leads']['words'])})了?"
    r"|(?P<point>[|:,;\"'、~()]|(?:19|20)[0-9]{2}年度?(?=.))"
)
SUFFIX = re.compile(
    f"(?:(?P<operator>{alternatives(AFTER)})"
    f"|(?P<inexact>{'|'.join(map(re.escape, INEXACT_AFTER))})"
    f"|(?P<tail>{alternatives(WORDS['tails']['words'])})"
    r"|(?P<note>\([^()]*\))"
    r"|(?P<point>[|:,;\"'、。.!~)]))$"
)
CELL_BORDER = re.compile(r"\|(?=[^0-9<>=])")  # between a figure and its unit: ≥|95|%
WORD_OF_CHANGE = re.compile("|".join(CHANGE))


@dataclass(frozen=True, slots=True)
class Marks:
    """What was taken off. `core` is what is left: the figure and its unit.

    `operator` is None where none was written; `contradictory` where two were (≥95%以下). `inexact` is about, over or
    under; `change` is up or down; `per` is what the quantity is counted for.
    """

    core: str
    operator: str | None
    contradictory: bool
    inexact: str | None
    change: str | None
    per: tuple[str, ...]


def take_marks(text: str) -> Marks:
    """Take off what stands around the figure of a folded text."""
    before = [*prefixes(text)]
    start = before[-1][2] if before else 0
    after = [*suffixes(text, start)]
    end = after[-1][2] if after else len(text)
    found = [(name, meaning) for name, meaning, _ in (*before, *after)]
    operators = tuple(dict.fromkeys(meaning for name, meaning in found if name == "operator"))
    chosen = operators or tuple(meaning for name, meaning in found if name == "direction" and meaning)
    return Marks(
        core=CELL_BORDER.sub("", text[start:end]),
        operator=JOINED.get(operators, chosen[0]) if chosen else None,
        contradictory=len(operators) > 1 and operators not in JOINED,
        inexact=last(found, "inexact"),
        change=last(found, "change"),
        per=tuple(meaning for name, meaning in found if name == "per"),
    )


def last(found: list[tuple[str, str]], wanted: str) -> str | None:
    return next((meaning for name, meaning in reversed(found) if name == wanted), None)


def prefixes(text: str) -> Iterator[tuple[str, str, int]]:
    """Give name and meaning of each mark at the beginning, and where it ends."""
    match = PREFIX.match(text)
    while match:
        name = match.lastgroup or ""
        word = match[name]
        yield "per" if name == "average" else name, prefix_meaning(name, word), match.end()
        match = PREFIX.match(text, match.end())


def prefix_meaning(name: str, word: str) -> str:
    if name == "change":
        return CHANGE[WORD_OF_CHANGE.findall(word)[-1]]
    return {"operator": BEFORE, "direction": DIRECTION, "inexact": INEXACT_BEFORE}.get(name, {}).get(word, word)


def suffixes(text: str, start: int) -> Iterator[tuple[str, str, int]]:
    """Give name and meaning of each mark at the end, and where it begins."""
    match = SUFFIX.search(text, start)
    while match:
        name = match.lastgroup or ""
        yield name, {"operator": AFTER, "inexact": INEXACT_AFTER}.get(name, {}).get(match[0], match[0]), match.start()
        match = SUFFIX.search(text, start, match.start())

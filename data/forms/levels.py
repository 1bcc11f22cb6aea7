"""Level 1 and level 2 of each line: carried down from the last label, and put right where the two contradict."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from data.documents import Cell
from data.forms.amounts import figure
from data.forms.amounts import points as amount
from data.forms.folding import BRACKETS, NUMBERING, fold, is_dash, tidy
from data.forms.layouts import Words, synonyms

LEVEL_POINTS = re.compile(r"(?:权重|分值|共|满分)*(\d{1,3}(?:\.\d+)?)分?")
SUFFIX = re.compile(
    r"[(\uff08【\[]?\s*(?:权重|分值|共|满分)?\s*[:\uff1a]?\s*(\d{1,3}(?:\.\d+)?)\s*(分|%)?\s*[)\uff09】\]]?$"
)


@dataclass(frozen=True, slots=True)
class Levels:
    """What a line is filed under."""

    level1: str | None = None
    level1_points: Decimal | None = None
    level2: str | None = None


@lru_cache(maxsize=4096)
def without_points(text: str) -> str:
    """A level label folded, without its points: "产出 指 标 (40分)" → "产出指标"."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    return fold(NUMBERING.sub("", SUFFIX.sub("", BRACKETS.sub("", plain))))


@lru_cache(maxsize=4096)
def label_points(text: str) -> Decimal | None:
    """The points that a level label declares."""
    match = SUFFIX.search("".join(unicodedata.normalize("NFKC", text).split()))
    found = figure(match[1]) if match else None
    return found[0] if found else None


@dataclass(slots=True)
class Carry:
    """The state while the lines are read from top to bottom.

    `declared` holds the points of every level 1 that the form declares anywhere, above or below.
    """

    declared: dict[str, Decimal] = field(default_factory=dict)
    level1: str | None = None
    level2: str | None = None
    level1_ends: int | None = None  # the last row of a merged level 1
    level2_ends: int | None = None  # the last row of a merged level 2; below it a blank is a blank

    def next(self, row: int, level1: Cell | None, level2: Cell | None, points: Cell | None = None) -> Levels:
        """The levels of the line in `row`, from its level cells and the one of level 1's points (None: blank)."""
        over = self.level1 if level1 is None and row <= (self.level1_ends or -1) else None
        levels = self.named(text_of(level1), text_of(level2))
        if over is not None and levels.level1 != over:
            # The cell of level 1 is drawn around this line, whatever its level 2 is called.
            self.level1 = over
            levels = Levels(over, self.declared.get(over), levels.level2)
        elif level1 is not None:
            self.level1_ends = merged_until(level1)
        if points is not None and levels.level1 is not None and (found := amount(points.text)) is not None:
            self.declared.setdefault(levels.level1, found[0])
            levels = Levels(levels.level1, self.declared[levels.level1], levels.level2)
        if levels.level2 is not None and (level2 or level1) is not None:
            self.level2_ends = merged_until(level2 or level1)
        elif self.level2_ends is not None and row > self.level2_ends:
            self.level2 = None
        return Levels(levels.level1, levels.level1_points, self.level2)

    def named(self, level1: str | None, level2: str | None) -> Levels:
        """The levels from two texts; a cell that holds only (50分) declares the points of its level."""
        one, two = sorted_labels(level1, level2)
        if one is not None:
            self.level1, self.level2 = one, None
        if two is not None:
            self.level2 = two
            self.level1 = self.level1 if one is not None else own_level1(two, self.level1, heads=level1 is not None)
        declares = one is not None or not without_points(level1 or "")
        # A level 1 in a row of its own may stand in the column of level 2.
        label = level1 if level1 is not None or one is None else level2
        if declares and self.level1 is not None and (points := label_points(label or "")) is not None:
            self.declared.setdefault(self.level1, points)
        return Levels(self.level1, self.declared.get(self.level1 or ""), self.level2)


def text_of(cell: Cell | None) -> str | None:
    return None if cell is None or is_dash(cell.text) else cell.text


def merged_until(cell: Cell | None) -> int | None:
    return cell.row + cell.row_span - 1 if cell is not None and cell.row_span > 1 else None


def sorted_labels(level1: str | None, level2: str | None) -> tuple[str | None, str | None]:
    """The standard labels. One that stands in the other's column, or in both, goes where it belongs."""
    known1, known2 = synonyms().level1, synonyms().level2
    first, second = without_points(level1 or ""), without_points(level2 or "")
    if first in known2 and first not in known1:
        return None, known2.get(second) or known2[first]
    if second in known1 and second not in known2:
        return known1.get(first) or known1[second], None
    if first and first == second and first in known1:
        return known1[first], known2[second]
    return standard(level1, first, known1), standard(level2, second, known2)


def standard(text: str | None, label: str, known: Words) -> str | None:
    """The standard label; an own one as it is written; None for blanks and for bare points."""
    if text is None or not label:
        return None
    return known.get(label) or tidy(NUMBERING.sub("", SUFFIX.sub("", text)))


LevelCells = tuple[int, Cell | None, Cell | None, Cell | None]


def declared_points(cells: Iterable[LevelCells]) -> dict[str, Decimal]:
    """The points that each level 1 declares anywhere, from (row, level 1, level 2, level-1 points) of all lines."""
    carry = Carry()
    for each in cells:
        carry.next(*each)
    return carry.declared


def own_level1(level2: str, carried: str | None, heads: bool) -> str | None:
    """The level 1 of a level 2, where the one carried from above contradicts it or is missing.

    An own level 1, 部门管理, ends where a level 2 heads the lines in the column of level 1.
    """
    own = synonyms().belongs_to.get(level2)
    if own is None or carried in own:
        return carried
    return own[0] if carried is None or heads or carried in synonyms().level1.values() else carried

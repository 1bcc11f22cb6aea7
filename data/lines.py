"""Which line of a later version is which line of the earlier one."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from data.records import Indicator

ALIKE = 0.6  # from this share of equal letters on, a name was reworded and not replaced
LONGEST_NAME = 200
MOST_COMPARED = 2_500  # pairs of names: a form has some dozens of lines, a hostile one has thousands

Key = Callable[[Indicator], object]


@dataclass(frozen=True, slots=True)
class Pair:
    """A line in both versions; None on the side where it does not stand."""

    old: Indicator | None
    new: Indicator | None


def matched(old: Sequence[Indicator], new: Sequence[Indicator]) -> tuple[Pair, ...]:
    """Every line of both exactly once: in the order of the later version, a removed line behind the one before it.

    Level 2 and name decide, then the name alone, then likeness of names, then the same place with the same target.
    """
    found: dict[int, int] = {}  # position in new → position in old
    for key in KEYS:
        join(found, old, new, key)
    join_alike(found, old, new)
    join_in_place(found, old, new)
    return in_order(found, old, new)


def letters(text: str | None) -> str:
    return "".join((text or "").split())[:LONGEST_NAME]


# A line without a name is never found by it.
KEYS: tuple[Key, ...] = (
    lambda line: (letters(line.level1), letters(line.level2), letters(line.name)) if line.name else None,
    lambda line: (letters(line.level2), letters(line.name)) if line.name else None,
    lambda line: letters(line.name) or None,
)


def left(taken: Iterable[int], count: int) -> list[int]:
    used = set(taken)
    return [position for position in range(count) if position not in used]


def join(found: dict[int, int], old: Sequence[Indicator], new: Sequence[Indicator], key: Key) -> None:
    """Join lines of the same key; those that stand several times in their order."""
    waiting: dict[object, list[int]] = {}
    for position in left(found.values(), len(old)):
        waiting.setdefault(key(old[position]), []).append(position)
    for position in left(found, len(new)):
        name = key(new[position])
        if name is not None and waiting.get(name):
            found[position] = waiting[name].pop(0)


def join_alike(found: dict[int, int], old: Sequence[Indicator], new: Sequence[Indicator]) -> None:
    """Join lines of the same level 2 whose names are alike, the most alike first."""
    before, after = left(found.values(), len(old)), left(found, len(new))
    if len(before) * len(after) > MOST_COMPARED:
        return
    pairs = [(likeness(old[one], new[other]), one, other) for one in before for other in after]
    for share, one, other in sorted(pairs, key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1])):
        if share >= ALIKE and other not in found and one not in found.values():
            found[other] = one


def likeness(old: Indicator, new: Indicator) -> float:
    """The share of equal letters in both names, 0-1; 0 under another level 2."""
    if letters(old.level2) != letters(new.level2) or not old.name or not new.name:
        return 0
    compared = SequenceMatcher(None, letters(old.name), letters(new.name), autojunk=False)
    return compared.ratio() if compared.quick_ratio() >= ALIKE else 0


def join_in_place(found: dict[int, int], old: Sequence[Indicator], new: Sequence[Indicator]) -> None:
    """Join what stands behind the same line, under the same level 2, with the same target: its name was replaced."""
    used = set(found.values())
    for position in left(found, len(new)):
        if position and position - 1 not in found:
            continue
        behind = found[position - 1] + 1 if position else 0
        if behind < len(old) and behind not in used and place_of(old[behind]) == place_of(new[position]):
            found[position] = behind
            used.add(behind)


def place_of(line: Indicator) -> tuple[str, str]:
    return letters(line.level2), letters(line.target)


def in_order(found: dict[int, int], old: Sequence[Indicator], new: Sequence[Indicator]) -> tuple[Pair, ...]:
    """A removed line follows the line that stood before it; without one, it comes first."""
    behind: dict[int, list[Pair]] = {}
    other = {one: position for position, one in found.items()}
    last = -1
    for position, line in enumerate(old):
        if position in other:
            last = other[position]
        else:
            behind.setdefault(last, []).append(Pair(line, None))
    pairs = behind.get(-1, [])
    for position, line in enumerate(new):
        pairs.append(Pair(old[found[position]] if position in found else None, line))
        pairs += behind.get(position, [])
    return tuple(pairs)


def moved(pairs: Sequence[Pair]) -> frozenset[Pair]:
    """The fewest lines that have to be moved to come from one order to the other. Pairs in the order of the later."""
    both = [(pair.old.n, pair) for pair in pairs if pair.old is not None and pair.new is not None]
    ends: list[int] = []  # the last figure of the best rising run of each length
    lengths: list[int] = []
    for n, _ in both:
        at = bisect_left(ends, n)
        ends[at : at + 1] = [n]
        lengths.append(at + 1)
    wanted, staying = len(ends), set()
    for index in range(len(both) - 1, -1, -1):
        if lengths[index] == wanted:
            staying.add(index)
            wanted -= 1
    return frozenset(pair for index, (_, pair) in enumerate(both) if index not in staying)

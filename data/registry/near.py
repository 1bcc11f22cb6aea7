"""Names that may mean one department. They are only proposed: whether they do, a person says in the list of names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from data.naming import folded
from data.texts import mark

PLACE_IN_FRONT = mark("只差前面的地名或“县”字")
OWN_OFFICE = mark("只差“本级”“机关”等字样")
SHORT_FORM = mark("一个像是另一个的简称")
ONE_CHARACTER = mark("只差一个字")

PLACE = re.compile(r"(?:中国共产党|中共)?(?:.{0,14}[省市州盟县旗区])?(?:委|人民政府)?")
OFFICE = re.compile(r"[((]?(?:本级|机关|局机关|本部|汇总)[))]?$")
FRONT = re.compile(r"^(?:中国共产党|中共)?(?:.{2,14}?自治[州县区旗]|.{2,4}?(?:[省市州盟县旗]|(?<!园)区)){1,3}")
SHORTEST = 3  # characters: of 财政 and 民政 nothing can be said


@dataclass(frozen=True, slots=True)
class NearNames:
    """Two names as they are filed, the shorter first, and a marked text: why they may mean one department."""

    name: str
    other: str
    reason: str


def near_names(departments: Iterable[str]) -> tuple[NearNames, ...]:
    """Pairs of different names that look like one department, those that look most like it first."""
    names = sorted(
        {folded(name): name for name in departments if folded(name)}.values(), key=lambda one: (len(one), one)
    )
    found = (NearNames(one, other, why) for one, other in combinations(names, 2) if (why := reason(one, other)))
    return tuple(sorted(found, key=lambda pair: REASONS.index(pair.reason)))


def reason(one: str, other: str) -> str | None:
    """Why two names may mean one department; None where nothing says so."""
    return next(matching(folded(one), folded(other)), None)


def matching(one: str, other: str) -> Iterator[str]:
    short, long = sorted((OFFICE.sub("", one), OFFICE.sub("", other)), key=len)
    if len(short) < SHORTEST:
        return
    if short == long:
        yield OWN_OFFICE
    elif long.endswith(short) and PLACE.fullmatch(long.removesuffix(short)):
        yield PLACE_IN_FRONT
    stem, longer = sorted((without_place(short), without_place(long)), key=len)
    if stem == longer:
        yield PLACE_IN_FRONT
    elif is_short_form(stem, longer):
        yield SHORT_FORM
    elif is_one_character(stem, longer):
        yield ONE_CHARACTER


def without_place(name: str) -> str:
    """云溪县教育局 and 县教育局 → 教育局."""
    stem = FRONT.sub("", name)
    stem = stem.removeprefix("县") if stem == name else stem
    return stem if len(stem) >= SHORTEST else name


def is_short_form(short: str, long: str) -> bool:
    """教体局 of 教育体育局: the same characters in their order, the first and the last among them."""
    if len(short) < SHORTEST or len(short) == len(long) or (short[0], short[-1]) != (long[0], long[-1]):
        return False
    rest = iter(long)
    return all(character in rest for character in short)


def is_one_character(one: str, other: str) -> bool:
    """教育局 and 教体局, 水务局 and 水物局: the first and the last character are the same."""
    return (one[0], one[-1]) == (other[0], other[-1]) and Levenshtein.distance(one, other, score_cutoff=1) == 1


REASONS = (OWN_OFFICE, PLACE_IN_FRONT, SHORT_FORM, ONE_CHARACTER)

"""Which filed project a missing one may be: a hint for a person, never a match."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from data.naming import folded

ALIKE = 75  # of 100: about three characters in four
SHORTEST = 4  # characters; shorter names are alike by chance


@dataclass(frozen=True, slots=True)
class DepartmentProject:
    """A project of a department in one year, the department by its current name; None where a form names none."""

    year: int
    department: str | None
    project: str | None


def hints(missing: Iterable[DepartmentProject], unexpected: Iterable[DepartmentProject]) -> Iterator[str | None]:
    """For each missing filing the name under which its department seems to have filed it, None where none is alike.

    `missing` are rows of the view missing_filing, `unexpected` of unexpected_filing.
    """
    filed: dict[tuple[int, str | None], list[str]] = {}
    for one in unexpected:
        if one.project:
            filed.setdefault((one.year, one.department), []).append(one.project)
    for one in missing:
        yield nearest_project(one.project or "", filed.get((one.year, one.department), ()))


def nearest_project(project: str, filed: Iterable[str]) -> str | None:
    """The filed name that is most like `project`, None where none is alike; the first of equals by name."""
    alike = [(likeness(project, name), name) for name in sorted(set(filed))]
    best = max(alike, key=lambda pair: pair[0], default=(0.0, ""))
    return best[1] if best[0] >= ALIKE else None


def likeness(one: str, other: str) -> float:
    """0 to 100. A name that holds the other whole is the same one with words around it."""
    short, long = sorted((folded(one), folded(other)), key=len)
    if len(short) < SHORTEST:
        return 100.0 if short == long else 0.0
    return 100.0 if short in long else fuzz.ratio(short, long)

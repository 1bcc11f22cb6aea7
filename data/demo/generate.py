"""The whole county: every project in every year, with faults within forms, between forms, and forms filed again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from random import Random

from data.demo.clean import clean_form
from data.demo.county import as_filed, projects
from data.demo.drawing import chance
from data.demo.model import YEARS, Filing, Form, Line, Planted, Project
from data.demo.planting import planted_form, rate
from data.demo.settle import settled
from data.demo.words import read_toml

FILED_AGAIN = 0.03  # of the forms with faults: a corrected one follows
LONG_TEXT = 24  # from about this length on an equal wording is no accident
FULL_MARKS_FROM = 3


def county(seed: int, most_departments: int | None = None) -> list[Filing]:
    """All filings in the order in which they are loaded."""
    filings: list[Filing] = []
    listed = list(projects(seed, most_departments))
    for year in YEARS:
        for index, project in enumerate(listed, start=1):
            random = Random(f"{seed}/{year}/{project.department.name}/{project.name}")
            filings += filed(as_filed(project, year), year, index, random)
    filings = copied(filings, Random(f"{seed}/copied"))
    return full_marks(sorted(filings, key=lambda filing: (filing.path, filing.sheet)))


def filed(project: Project, year: int, index: int, random: Random) -> Iterator[Filing]:
    """The filing of one project in one year; sometimes twice in one file, sometimes again, corrected."""
    clean = clean_form(project, year, random)
    form, planted = planted_form(with_hazards(clean, random), random)
    path = path_of(project, year, index)
    again = bool(planted) and chance(random, FILED_AGAIN)
    yield Filing(form, path, 0, planted, superseded=again)
    if again:
        yield Filing(settled(clean, random), path.replace(".xlsx", "_更正.xlsx"), 0, ())
    elif chance(random, rate("project_filed_twice")):
        twice = settled(clean_form(project, year, random), random)
        yield Filing(twice, path, 1, (Planted("project_filed_twice", (), ("project_filed_twice",)),))


def path_of(project: Project, year: int, index: int) -> str:
    return f"{year}/{project.department.name}/{index:03d}_{project.name}.xlsx"


def with_hazards(form: Form, random: Random) -> Form:
    return replace(form, hazards=frozenset(name for name, share in read_hazards().items() if chance(random, share)))


@cache
def read_hazards() -> dict[str, float]:
    return read_toml("hazards.toml")


def copied(filings: Sequence[Filing], random: Random) -> list[Filing]:
    """Some forms take a long text from a form of another project that was filed before them."""
    donors: list[Line] = []
    found: list[Filing] = []
    for filing in sorted(filings, key=lambda filing: (filing.path, filing.sheet)):
        n = copyable(filing)
        if n is not None and donors and chance(random, rate("text_copied")):
            found.append(with_name(filing, n, random.choice(donors).name))
            continue
        found.append(filing)
        donors += [line for line in filing.form.lines if len(line.name) >= LONG_TEXT]
    return found


def copyable(filing: Filing) -> int | None:
    """The first quality line that no fault touches."""
    touched = {n for planted in filing.planted for n in planted.lines}
    lines = enumerate(filing.form.lines, start=1)
    untouched = (n for n, line in lines if n not in touched and line.level2 == "质量指标")
    return next((n for n in untouched if filing.form.lines[n - 1].shape in ("more", "exact")), None)


def with_name(filing: Filing, n: int, name: str) -> Filing:
    lines = filing.form.lines
    renamed = (*lines[: n - 1], replace(lines[n - 1], name=name), *lines[n:])
    planted = Planted("text_copied", (n,), ("text_copied",))
    return replace(filing, form=replace(filing.form, lines=renamed), planted=(*filing.planted, planted))


def full_marks(filings: Sequence[Filing]) -> list[Filing]:
    """Mark the first form of every unit that gives full marks to all of its forms of a year."""
    found: set[tuple[str, int]] = set()
    in_force = sorted((one for one in filings if not one.superseded), key=unit_and_year)
    for _, group in groupby(in_force, key=unit_and_year):
        forms = list(group)
        if len(forms) >= FULL_MARKS_FROM and all(map(is_full, forms)):
            found.add(min((one.path, one.sheet) for one in forms))
    return [all_full(one) if (one.path, one.sheet) in found else one for one in filings]


def is_full(filing: Filing) -> bool:
    points = sum(line.points for line in filing.form.lines)
    return (filing.form.total_score or 0) >= max(points, 100)


def unit_and_year(filing: Filing) -> tuple[str, str, int]:
    project = filing.form.project
    return project.department.current_name, project.unit, filing.form.year


def all_full(filing: Filing) -> Filing:
    return replace(filing, planted=(*filing.planted, Planted("unit_all_full_marks", (), ("unit_all_full_marks",))))

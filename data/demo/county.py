"""The departments of the county and their projects, which go on from year to year."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain, cycle
from math import exp
from random import Random
from typing import Any

from data.demo.drawing import between, half_up, round_figure
from data.demo.model import COUNTY, Department, Former, Habit, Project, ProjectLine, Want
from data.demo.words import Row, Template, profiles, quantity, read_toml, rows, templates

OPERATORS = (("≥", "≤"), ("≥", "≤"), ("≥", "≤"), ("不少于", "不超过"), ("≧", "≦"), ("", "≤"), (">=", "<="))
TOWN_PROFILES = ("steady", "inflated", "improving", "steady", "lagging")
TOWN_PROJECTS = 9
# Which level 2, how many points they share, how many lines they have.
GROUPS = (
    (("数量", "质量", "时效", "成本"), 40, (6, 8)),
    (("经济", "社会", "生态", "持续"), 40, (2, 4)),
    (("满意",), 20, (1, 2)),
)
BIG_BUDGETS = {"教育": 1.6, "住建": 1.7, "交通": 1.8, "水务": 1.6, "农业农村": 1.5, "卫健": 1.5, "民政": 1.5}
SMALL_BUDGET = 0.75
TOWN_BUDGET = 0.5
WIDEST = 1.5  # standard deviations: no single project outweighs its department
OWN_PROJECTS = 0.6  # the share that a department carries out itself
LONG_NAME = "{project}组织实施程序规范、资料齐全,{name}"


def projects(seed: int, most_departments: int | None = None) -> Iterator[Project]:
    """All projects, department by department. Names of projects are unique in the county."""
    raw = read_toml("departments.toml")
    offices = chain(office_lists(raw), town_lists(raw))
    for index, (head, listed, factor) in enumerate(offices):
        if most_departments is not None and index >= most_departments:
            return
        random = Random(f"{seed}/{head['name']}")
        profile, units = profiles()[head["profile"]], tuple(head.get("units", ()))
        department = Department(head["name"], head["name"], head["field"], profile, habit(random), units)
        for row, former in zip(listed, cycle(former_names(head) or [None]), strict=False):
            made = project(row, department, factor, Random(f"{seed}/{head['name']}/{row.name}"))
            yield replace(made, former=former)


def former_names(head: dict[str, Any]) -> list[Former]:
    return [Former(one["name"], one["to_year"]) for one in head.get("former", ())]


def renamed() -> Iterator[tuple[str, Former]]:
    """(current name, former one) of every department that was renamed or merged."""
    for head in read_toml("departments.toml")["departments"]:
        yield from ((head["name"], former) for former in former_names(head))


def as_filed(project: Project, year: int) -> Project:
    """The project under the name that its department had in that year."""
    former, department = project.former, project.department
    if former is None or year > former.to_year:
        return project
    unit = former.name if project.unit == department.name else project.unit
    return replace(project, department=replace(department, name=former.name), unit=unit)


def unfiled() -> dict[str, str]:
    """For each office, by its current name, a project that is on nobody's form."""
    raw = read_toml("departments.toml")
    rest = ((office["name"], list(rows(raw["common"], f=office["field"]))[-1].name) for office in raw["departments"])
    taken = {row.name for _, listed, _ in office_lists(raw) for row in listed}
    return {name: project for name, project in rest if project not in taken}


def office_lists(raw: dict[str, Any]) -> Iterator[tuple[dict[str, Any], list[Row], float]]:
    for index, office in enumerate(raw["departments"]):
        own = list(with_towns(office["projects"], raw["towns"], index))
        common = list(rows(raw["common"], f=office["field"]))
        yield office, (own + common)[: office["count"]], BIG_BUDGETS.get(office["field"], SMALL_BUDGET)


def with_towns(table: str, towns: list[str], start: int) -> Iterator[Row]:
    """Rows with {镇} come in two towns, others once."""
    for index, row in enumerate(table.strip().splitlines()):
        first = (start + index) % len(towns)
        for town in (towns[first], towns[(first + 7) % len(towns)]) if "{镇}" in row else ("",):
            yield from rows(row, 镇=town)


def town_lists(raw: dict[str, Any]) -> Iterator[tuple[dict[str, Any], list[Row], float]]:
    for index, town in enumerate(raw["towns"]):
        listed = list(rows(raw["town_projects"], t=town))
        chosen = [listed[(index * 5 + step * 3) % len(listed)] for step in range(TOWN_PROJECTS)]
        office = "街道办事处" if town.endswith("街道") else "人民政府"
        name = f"{COUNTY}{town.removesuffix('街道')}{office}"
        head = {"name": name, "field": "乡镇治理", "profile": TOWN_PROFILES[index % len(TOWN_PROFILES)]}
        yield head, chosen, TOWN_BUDGET


def habit(random: Random) -> Habit:
    return Habit(random.choice(OPERATORS), random.choice((1, 2, 2)), random.random() < 0.15, random.random() < 0.4)


def project(row: Row, department: Department, factor: float, random: Random) -> Project:
    template = templates()[row.kind]
    budget = template.budget_wan * factor * exp(template.spread * max(-WIDEST, min(random.gauss(0, 1), WIDEST)))
    return Project(
        name=row.name,
        department=department,
        unit=implementing(row, department, random),
        subject=row.subject,
        slow=template.slow,
        budget_wan=Decimal(repr(max(budget, 1.5))),
        lines=tuple(project_lines(row, template, random)),
    )


def implementing(row: Row, department: Department, random: Random) -> str:
    """The unit that the project is named after, else the department itself or, less often, one below it."""
    named = next((unit for unit in department.units if unit.removeprefix(COUNTY) in row.name), None)
    own = not department.units or random.random() < OWN_PROJECTS or "镇" in row.name or "乡" in row.name
    return named or (department.name if own else random.choice(department.units))


def project_lines(row: Row, template: Template, random: Random) -> Iterator[ProjectLine]:
    """9 to 14 indicators: those that every form of the kind has, and some of the others. 40, 40 and 20 points."""
    for levels, points, (fewest, most) in GROUPS:
        chosen = pick([want for want in template.wants if want.level2 in levels], random.randint(fewest, most), random)
        long = next((want for want in chosen if want.level2 == "质量"), None) if random.random() < 0.4 else None
        for want, share in zip(chosen, split_points(points, len(chosen), random), strict=True):
            name = want.name.format(s=row.subject, w=row.people)
            full = LONG_NAME.format(project=row.name, name=name) if want is long else name
            sized = with_quantity(want, row.quantity) if want.unit == "q" else want
            yield ProjectLine(sized, full, share, base(sized, random))


def with_quantity(want: Want, text: str) -> Want:
    low, high, unit = quantity(text)
    return replace(want, low=low, high=high, unit=unit)


def pick(wants: list[Want], count: int, random: Random) -> list[Want]:
    """The lines that must stand there and as many others as are wanted, in the order of the template."""
    others = [want for want in wants if not want.always]
    wanted = max(0, count - (len(wants) - len(others)))
    extra = random.sample(others, min(wanted, len(others)))
    return [want for want in wants if want.always or want in extra]


def split_points(points: int, count: int, random: Random) -> list[Decimal]:
    """Whole points that add up, a little uneven."""
    shares = [points // count] * count
    for index in random.sample(range(count), points % count):
        shares[index] += 1
    if count > 2 and random.random() < 0.5:
        first, second = random.sample(range(count), 2)
        shares[first], shares[second] = shares[first] + 1, shares[second] - 1
    return [Decimal(share) for share in shares]


def base(want: Want, random: Random) -> Decimal:
    drawn = between(random, want.low, want.high)
    return half_up(drawn, 0) if want.unit == "%" or want.high <= 60 else round_figure(drawn)

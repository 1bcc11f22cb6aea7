"""Names that lead to names, year by year: followed to the last one, or named as contradicting each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from data.naming import folded
from data.registry.records import BadRow, DepartmentName
from data.texts import mark

TWO_CURRENT_NAMES = mark("“{name}”在同一年度有两个现名称:“{first}”和“{second}”")
CIRCLE = mark("改名绕成了一圈:{names}")
Years = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Listed:
    """A name with the place of its row."""

    place: str
    row: DepartmentName

    @property
    def name(self) -> str:
        return folded(self.row.name)

    @property
    def current_name(self) -> str:
        return folded(self.row.current_name)


Step = Mapping[str, Listed]  # folded name → the row that holds in these years


def resolved(listed: Sequence[Listed]) -> tuple[tuple[DepartmentName, ...], tuple[BadRow, ...]]:
    """Every name with the last name that it leads to, and the rows that contradict others; one of both is empty."""
    clashing = [bad for years in spans(listed) for bad in clashes(holding(listed, years))]
    if clashing:
        return (), once(clashing)
    steps = {years: {one.name: one for one in holding(listed, years) if one.name != one.current_name}
             for years in spans(listed)}  # fmt: skip
    turning = [bad for step in steps.values() for bad in circles(step)]
    if turning:
        return (), once(turning)
    found = [last_name(step, name, years) for years, step in steps.items() for name in step]
    order = {one.name: place for place, one in reversed(list(enumerate(listed)))}
    return tuple(sorted(joined(found), key=lambda one: order[folded(one.name)])), ()


def spans(listed: Sequence[Listed]) -> list[Years]:
    """The stretches of years in each of which every row holds throughout or not at all, earliest first."""
    first = {one.row.from_year for one in listed if one.row.from_year is not None}
    after = {one.row.to_year + 1 for one in listed if one.row.to_year is not None}
    bounds = sorted(first | after)
    ends = [year - 1 for year in bounds]
    return list(zip([None, *bounds], [*ends, None], strict=True))


def holding(listed: Sequence[Listed], years: Years) -> list[Listed]:
    """The rows that hold in all of these years."""
    first, last = years
    return [
        one
        for one in listed
        if (one.row.from_year is None or (first is not None and first >= one.row.from_year))
        and (one.row.to_year is None or (last is not None and last <= one.row.to_year))
    ]


def clashes(listed: Sequence[Listed]) -> Iterator[BadRow]:
    """Rows that give a name another current name than an earlier row does."""
    known: dict[str, Listed] = {}
    for one in listed:
        before = known.setdefault(one.name, one)
        if before.current_name != one.current_name:
            operands = {"name": one.row.name, "first": before.row.current_name, "second": one.row.current_name}
            yield BadRow(one.place, TWO_CURRENT_NAMES, operands)


def circles(step: Step) -> Iterator[BadRow]:
    """The rows that lead back to themselves."""
    for name, one in step.items():
        way = walked(step, name)
        if way[-1].current_name == name:
            names = " → ".join([*(part.row.name for part in way), one.row.name])
            yield BadRow(one.place, CIRCLE, {"names": names})


def walked(step: Step, name: str) -> list[Listed]:
    """The rows from a name on, until one leads nowhere further or to a name passed already."""
    way = [step[name]]
    passed = {name}
    while (following := step.get(way[-1].current_name)) is not None and following.name not in passed:
        way.append(following)
        passed.add(following.name)
    return way


def last_name(step: Step, name: str, years: Years) -> DepartmentName:
    way = walked(step, name)
    return DepartmentName(way[0].row.name, way[-1].row.current_name, *years)


def joined(found: Sequence[DepartmentName]) -> Iterator[DepartmentName]:
    """Stretches of years that follow each other and say the same become one."""
    standing: dict[str, DepartmentName] = {}
    for one in found:  # earliest years first
        before = standing.get(folded(one.name))
        if before is not None and follows(before, one):
            standing[folded(one.name)] = replace(before, to_year=one.to_year)
            continue
        if before is not None:
            yield before
        standing[folded(one.name)] = one
    yield from standing.values()


def follows(before: DepartmentName, one: DepartmentName) -> bool:
    together = before.to_year is not None and one.from_year == before.to_year + 1
    return together and folded(before.current_name) == folded(one.current_name)


def once(bad: Sequence[BadRow]) -> tuple[BadRow, ...]:
    """Each place once: what contradicts in several years is still one row."""
    return tuple({row.place: row for row in reversed(bad)}.values())[::-1]

"""Which forms wait for a person before they count. Pure: what is known in, codes with what contradicts what out."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Protocol

from data.acts import Received
from data.naming import folded
from data.registry.resolve import Names

# What must not be taken for a year: a day (20230115), a document number, a telephone number.
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
SHORTEST_NAME = 3  # characters; a shorter name of a department stands in other words too
SCAN = "scan"


class About(Protocol):
    """What a form says it is about: an Evaluation, or as much of one as is at hand."""

    @property
    def year(self) -> int | None: ...
    @property
    def department(self) -> str | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def project(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a form waits: a code, what batch or file name say (`said`), and what the form itself says (`form`).

    A form that was recognised from a picture contradicts nothing: both are "".
    """

    code: str
    said: str = ""
    form: str = ""


def reasons_to_hold(
    form: About, received: Received, reader: str, departments: Collection[str], names: Names
) -> str | None:
    """The codes of all reasons why the form waits, joined by ";"; None when it counts at once."""
    return ";".join(one.code for one in doubts(form, received, reader, departments, names)) or None


def doubts(form: About, received: Received, reader: str, departments: Collection[str], names: Names) -> Iterator[Doubt]:
    """All reasons why the form waits.

    `departments` are those that the store knows, `names` what else they are or were called. What the form leaves
    blank contradicts nothing.
    """
    if received.role == "department":
        yield Doubt("filed_by_department", received.who)
    if reader == SCAN:
        yield Doubt("recognised")
    yield from doubts_of_year(form, received)
    yield from doubts_of_department(form, received, departments, names)


def doubts_of_year(form: About, received: Received) -> Iterator[Doubt]:
    if form.year and received.year and form.year != received.year:
        yield Doubt("year_contradicts_batch", str(received.year), str(form.year))
    if form.year and (named := years_in(received.path)) and form.year not in named:
        yield Doubt("year_contradicts_name", "、".join(map(str, sorted(named))), str(form.year))


def doubts_of_department(
    form: About, received: Received, departments: Collection[str], names: Names
) -> Iterator[Doubt]:
    says = form.department or form.unit or ""
    who = folded((form.department or "") + "/" + (form.unit or ""))
    if len(who) < 2:
        return
    if received.department and not any(one in who for one in names.same(received.department)):
        yield Doubt("department_contradicts_batch", received.department, says)
    if named := named_others(received.path, form, departments, names):
        yield Doubt("department_contradicts_name", "、".join(named), says)


def years_in(path: str) -> set[int]:
    """The years in the file name; only where it says none, those in the names of the folders around it."""
    folders, _, name = path.rpartition("/")
    return {int(year) for year in YEAR.findall(name) or YEAR.findall(folders)}


def named_others(path: str, form: About, departments: Collection[str], names: Names) -> list[str]:
    """The known departments that the file name holds, where nothing that the form says of who it is agrees."""
    name = folded(path.rpartition("/")[2])
    said = folded("/".join((form.department or "", form.unit or "", form.project or "")))
    known = {*departments, *(one.name for rows in names.known.values() for one in rows)}
    found = [one for one in sorted(known) if len(folded(one)) >= SHORTEST_NAME and folded(one) in name]
    return [] if any(other in said for one in found for other in names.same(one)) else found

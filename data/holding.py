"""Which forms wait for a person before they count. Pure: what is known in, codes out."""

import re
from collections.abc import Collection, Iterator

from data.acts import Received
from data.naming import folded
from data.records import Evaluation

# What must not be taken for a year: a day (20230115), a document number, a telephone number.
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
SHORTEST_NAME = 3  # characters; a shorter name of a department stands in other words too
SCAN = "scan"


def reasons_to_hold(form: Evaluation, received: Received, reader: str, departments: Collection[str]) -> str | None:
    """The codes of all reasons why the form waits, joined by ";"; None when it counts at once.

    `departments` are the names that the store knows. What the form leaves blank contradicts nothing.
    """
    return ";".join(reasons(form, received, reader, departments)) or None


def reasons(form: Evaluation, received: Received, reader: str, departments: Collection[str]) -> Iterator[str]:
    if reader == SCAN:
        yield "recognised"
    if form.year and received.year and form.year != received.year:
        yield "year_contradicts_batch"
    if form.year and (named := years_in(received.path)) and form.year not in named:
        yield "year_contradicts_name"
    who = folded((form.department or "") + "/" + (form.unit or ""))
    if len(who) > 1 and received.department and folded(received.department) not in who:
        yield "department_contradicts_batch"
    if len(who) > 1 and names_another(received.path, form, departments):
        yield "department_contradicts_name"


def years_in(path: str) -> set[int]:
    """The years in the file name; only where it says none, those in the names of the folders around it."""
    folders, _, name = path.rpartition("/")
    return {int(year) for year in YEAR.findall(name) or YEAR.findall(folders)}


def names_another(path: str, form: Evaluation, departments: Collection[str]) -> bool:
    """The file name holds the name of a known department, and nothing that the form itself says of who it is."""
    name = folded(path.rpartition("/")[2])
    said = folded("/".join((form.department or "", form.unit or "", form.project or "")))
    found = [one for one in map(folded, departments) if len(one) >= SHORTEST_NAME and one in name]
    return bool(found) and not any(one in said for one in found)

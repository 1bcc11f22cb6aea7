"""Forms of the fictional county, written, read again and judged by every rule."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle
from random import Random

from analytics.session import open_session_on
from data.demo.clean import clean_form
from data.demo.county import projects
from data.demo.model import YEARS, Filing, Form, Project
from data.demo.writer import workbook
from data.forms import read_forms
from data.readers import read_document
from data.records import Evaluation

SEED = 7
# Said of a unit with three forms and more, not of one form; the county's own test asks for it.
OF_A_UNIT = "unit_all_full_marks"


def all_projects() -> list[Project]:
    return list(projects(SEED))


def clean_forms() -> Iterator[tuple[Form, Random]]:
    """A clean form of one project after the other, taken from all over the county, with its source of chance."""
    listed = all_projects()
    mixed = Random(SEED).sample(listed, len(listed))
    for project, year in zip(mixed, cycle(YEARS), strict=False):
        random = Random(f"{SEED}/{project.name}")
        yield clean_form(project, year, random), random


def filing(form: Form, number: int = 1) -> Filing:
    return Filing(form, f"{number}.xlsx", 0, ())


def evaluation_of(form: Form) -> Evaluation:
    (evaluation,) = read_forms(read_document("form.xlsx", workbook([filing(form)])))
    return evaluation


def judged(forms: Sequence[Form]) -> list[set[tuple[str, int | None]]]:
    """For every form the (rule, line) that the findings name; the line is None where they mean the whole form."""
    connection = open_session_on(map(evaluation_of, forms))
    found: list[set[tuple[str, int | None]]] = [set() for _ in forms]
    for number, rule, n in connection.execute("select evaluation, rule, n from finding").fetchall():
        if rule != OF_A_UNIT:
            found[number - 1].add((rule, n))
    return found


def with_hazard(form: Form, name: str) -> Form:
    return replace(form, hazards=frozenset((name,)))

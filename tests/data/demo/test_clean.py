"""A form without a fault accuses nobody, however its sheet is laid out; and it is read as it was meant."""

from collections.abc import Iterator
from functools import cache
from itertools import islice

import pytest

from data.demo.generate import read_hazards
from data.demo.model import Form
from data.demo.settle import settled
from data.demo.sheet import areas
from tests.data.demo.reading import clean_forms, evaluation_of, judged, with_hazard

HAZARDS = ["none", *read_hazards()]
FORMS_EACH = 6


@cache
def forms() -> dict[str, list[Form]]:
    coming = (settled(form, random) for form, random in clean_forms())
    return {name: list(islice(laid_out(coming, name), FORMS_EACH)) for name in HAZARDS}


def laid_out(coming: Iterator[Form], name: str) -> Iterator[Form]:
    """Forms with this hazard, those only whose sheet looks different for it."""
    for form in coming:
        changed = with_hazard(form, name)
        if name == "none" or areas(changed) != areas(form):
            yield changed


@cache
def findings() -> dict[str, list[set[tuple[str, int | None]]]]:
    said = iter(judged([form for name in HAZARDS for form in forms()[name]]))
    return {name: list(islice(said, FORMS_EACH)) for name in HAZARDS}


@pytest.mark.parametrize("hazard", HAZARDS)
def test_no_rule_speaks(hazard: str) -> None:
    assert findings()[hazard] == [set()] * FORMS_EACH


@pytest.mark.parametrize("hazard", HAZARDS)
def test_what_was_written_is_read(hazard: str) -> None:
    for form in forms()[hazard]:
        read = evaluation_of(form)
        assert (read.year, read.project) == (form.year, form.project.name)
        assert (read.department, read.unit) == (form.project.department.name, form.project.unit)
        assert [(line.level2, line.name, line.target, line.actual) for line in read.indicators] == [
            (line.level2, line.name, line.target, line.actual) for line in form.lines
        ]
        assert [(line.points, line.filed_score) for line in read.indicators] == [
            (line.points, line.score) for line in form.lines
        ]
        total = next(row for row in read.funding if row.source_of_funds == "total")
        assert (total.adjusted_budget_wan, total.executed_wan) == (form.total.adjusted, form.total.executed)
        assert (read.total_points, read.filed_total) == (form.total_points, form.total_score)

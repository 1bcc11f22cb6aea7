"""Every fault by itself: the rules that must answer do, at its lines, and no other rule speaks."""

from functools import cache

import pytest

from data.demo.model import Form, Planted
from data.demo.planting import faults, planted_form
from tests.data.demo.reading import clean_forms, judged

WITHIN_A_FORM = [fault.fault for fault in faults() if fault.stage != "between"]
TIMES = 3


@cache
def planted() -> dict[str, list[tuple[Form, Planted, set[tuple[str, int | None]]]]]:
    """Each fault in three forms that hold nothing else wrong, with what the findings say of them."""
    forms: list[tuple[str, Form, Planted]] = []
    coming = clean_forms()
    for fault in WITHIN_A_FORM:
        found = 0
        while found < TIMES:
            form, all_planted = planted_form(*next(coming), wanted=frozenset((fault,)))
            if all_planted:
                forms.append((fault, form, all_planted[0]))
                found += 1
    said = judged([form for _, form, _ in forms])
    cases: dict[str, list[tuple[Form, Planted, set[tuple[str, int | None]]]]] = {fault: [] for fault in WITHIN_A_FORM}
    for (fault, form, plant), findings in zip(forms, said, strict=True):
        cases[fault].append((form, plant, findings))
    return cases


@pytest.mark.parametrize("fault", WITHIN_A_FORM)
def test_the_rules_answer_and_no_other(fault: str) -> None:
    for form, plant, findings in planted()[fault]:
        assert {rule for rule, _ in findings} == set(plant.rules), form.project.name


@pytest.mark.parametrize("fault", WITHIN_A_FORM)
def test_the_rules_name_the_lines(fault: str) -> None:
    for form, plant, findings in planted()[fault]:
        named = {n for _, n in findings if n is not None}
        assert named <= set(plant.lines), form.project.name

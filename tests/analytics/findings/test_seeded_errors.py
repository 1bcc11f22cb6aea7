"""Five hundred clean forms accuse nobody of an error; five hundred forms with one error each are all found."""

import random

import pytest

from analytics.session import open_session_on
from data.records import Evaluation
from tests.analytics.clean_forms import clean_form, seeded

FORMS = 500


def findings(forms: list[Evaluation]) -> list[tuple[str, str, int, int | None, str, str]]:
    session = open_session_on(forms, wanted=("finding",))
    return session.execute("select rule, severity, evaluation, n, found, expected from finding").fetchall()


def test_clean_forms_accuse_nobody() -> None:
    rng = random.Random(11)
    found = findings([clean_form(rng, at) for at in range(FORMS)])
    assert [row for row in found if row[1] in ("error", "warning")][:10] == []


@pytest.fixture(scope="module")
def planted() -> list[tuple[str, str, int, Evaluation]]:
    rng = random.Random(12)
    return [seeded(rng, at) for at in range(FORMS)]


def test_every_seeded_error_is_found(planted: list[tuple[str, str, int, Evaluation]]) -> None:
    found = findings([filing for _, _, _, filing in planted])
    said = {(rule, evaluation, n) for rule, _, evaluation, n, _, _ in found}
    missed = [
        (title, rule, at)
        for at, (title, rule, n, _) in enumerate(planted, start=1)
        if not said & {(rule, at, n), (rule, at, None)}
    ]
    assert missed[:10] == []

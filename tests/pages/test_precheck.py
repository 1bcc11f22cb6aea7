"""The pre-check: the same figures and findings as for a stored form, from the form alone."""

from decimal import Decimal
from pathlib import Path

import pytest

from data.forms import read_forms
from data.readers import read_document
from data.records import Evaluation
from pages.precheck import words
from pages.precheck.checking import Checked, checked
from pages.shared.language import speaking

BOOK = Path("tests/documents/yanchi-2022.xlsx")


@pytest.fixture(scope="module")
def forms() -> tuple[Evaluation, ...]:
    return read_forms(read_document(BOOK.name, BOOK.read_bytes()))


@pytest.fixture(scope="module")
def found(forms: tuple[Evaluation, ...]) -> list[Checked]:
    return list(checked(forms, None))


def test_no_form_gives_nothing() -> None:
    assert list(checked((), None)) == []


def test_each_form_comes_with_its_totals(found: list[Checked]) -> None:
    assert [one.summary.value("recomputed_total") for one in found] == [Decimal(100), Decimal(100), Decimal("97.27")]
    assert len({one.key() for one in found}) == 3


def test_every_line_says_its_computation(found: list[Checked]) -> None:
    lines = found[2].lines
    assert lines.column("n") == tuple(range(1, len(lines) + 1))
    assert "74 ÷ 76 × 9.8 = 9.54" in str(lines.column("working")[0])
    assert all(lines.column("working"))


def test_findings_stand_with_their_rule_and_what_to_do_errors_first(found: list[Checked]) -> None:
    findings = found[2].findings
    assert findings.column("severity") == tuple(
        sorted(findings.column("severity"), key=("error", "warning", "note").index)
    )
    assert all(findings.column("rule_sentence")) and all(findings.column("todo"))


def test_the_scheme_asked_for_is_used(forms: tuple[Evaluation, ...]) -> None:
    own, strict = (next(checked(forms[:1], scheme)).summary.value("scheme") for scheme in (None, "strict"))
    assert (own, strict) == ("yanchi-2022", "strict")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_verdict_says_whether_to_file(found: list[Checked], language: str) -> None:
    with speaking(language):
        told = words.verdict(found[2].summary, found[2].findings)
        clean = words.verdict(found[2].summary, found[2].findings.where("severity", lambda _: False))
    assert any(char.isdigit() for char in told)
    assert not any(char.isdigit() for char in clean)

"""The page of findings: its tables, and decisions taken on it as a reviewer clicks them."""

import shutil
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from analytics.rules import rules
from data.decisions import journal_of, read_decisions
from pages.findings import card, tables, words
from pages.shared.language import speaking
from pages.shared.scope import Scope, address, read_address, way
from pages.shared.table import Table
from tests.pages.test_pages import opened
from tests.pages.test_pages import words as said

NAMES = (
    "rule", "severity", "evaluation", "n", "year", "department", "project", "cell", "points", "found", "expected",
    "state", "changed", "earlier_state", "decision_reason", "who", "decided",
)  # fmt: skip


def row(rule: str, severity: str, evaluation: int, points: str | None, state: str = "open") -> tuple[object, ...]:
    stake = None if points is None else Decimal(points)
    texts = ("C3", stake, "10", "<b>9</b>")
    return (rule, severity, evaluation, 1, 2022, "县水务局", "修路", *texts, state, False, None, None, None, None)


FOUND = Table(
    "decided_finding",
    NAMES,
    (
        row("text_copied", "warning", 1, None),
        row("rate_wrong", "error", 1, "1"),
        row("score_overstated", "error", 2, "0.5"),
        row("score_overstated", "error", 1, "3"),
        row("score_overstated", "error", 3, "7", "rejected"),
    ),
)
ALL = Scope(state="all")


def test_errors_stand_first_then_rule_by_rule_the_most_points_first() -> None:
    listed = tables.listed(FOUND, ALL)
    assert list(listed.pick("rule", "evaluation")) == [
        ("rate_wrong", 1),
        ("score_overstated", 3),
        ("score_overstated", 1),
        ("score_overstated", 2),
        ("text_copied", 1),
    ]
    assert listed.column("stake_points") == listed.column("points")


CHOSEN = [
    (Scope(state="all"), 5),
    (Scope(state="open"), 4),
    (Scope(state="rejected"), 1),
    (Scope(state="open", rule="score_overstated"), 2),
    (Scope(state="open", severity="warning"), 1),
    (Scope(state="accepted"), 0),
]


@pytest.mark.parametrize(("scope", "many"), CHOSEN)
def test_the_list_is_what_was_chosen(scope: Scope, many: int) -> None:
    assert len(tables.listed(FOUND, scope)) == many


def test_a_rule_without_a_finding_is_listed_and_rejected_ones_are_at_stake_nowhere() -> None:
    names = ("rule", "zh", "en", "severity", "zh_todo", "en_todo")
    known = Table("rule", names, tuple(tuple(getattr(rule, name) for name in names) for rule in rules()))
    by_rule = tables.by_rule(FOUND, known)
    assert len(by_rule) == len(rules())
    overstated = by_rule.narrowed(rule="score_overstated")
    assert overstated.rows[0][3:10] == (3, 2, 0, 0, 1, 2, Decimal("3.5"))
    assert by_rule.narrowed(rule="goal_contradicts_indicators").value("findings") == 0
    assert by_rule.column("rule")[0] == "score_overstated", "most to do first"


def test_a_finding_is_found_again_by_its_name() -> None:
    listed = tables.listed(FOUND, ALL)
    for at in range(len(listed)):
        assert tables.row_of(listed, tables.name_of(listed, at)) == at
    assert tables.row_of(listed, ("gone",)) is None and tables.row_of(listed, None) is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_card_has_operands_cell_and_what_to_do_and_escapes_the_form(language: str) -> None:
    with speaking(language):
        listed = tables.listed(FOUND, ALL)
        one = card.one(tables.places(listed, (1,)))
        assert "&lt;b&gt;9&lt;/b&gt;" in one and "<b>" not in one
        assert "C3" in one and "7.00" in one
        assert "县水务局" in card.many(listed)


def test_a_finding_that_changed_says_what_was_decided_before() -> None:
    moment = datetime(2024, 3, 5, 8, 30)  # noqa: DTZ001 as the views have it
    changed = (*row("rate_wrong", "error", 1, "1")[:12], True, "rejected", "识读有误", "王", moment)
    drawn = card.one(tables.listed(Table("decided_finding", NAMES, (changed,)), ALL))
    assert "曾“已排除”，之后内容有变" in drawn and "识读有误" in drawn


def test_the_choice_of_findings_stands_in_the_address_and_stays_on_its_page() -> None:
    params = {"year": "2022", "rule": "rate_wrong", "state": "rejected", "severity": "error", "part": "rules"}
    assert address(read_address(params)) == params
    assert way(read_address(params)) == {"year": "2022"}
    assert dict(read_address(params).chosen()).keys() == {"year", "rule", "state", "severity"}
    assert dict(Scope(state="all").chosen()) == {}


@pytest.fixture
def store(samples_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the three forms, on which may be decided."""
    folder = tmp_path / "store"
    shutil.copytree(samples_store, folder)
    monkeypatch.setenv("JIXIAO_STORE", str(folder))
    return folder


def test_rejecting_with_a_reason_takes_the_finding_out_of_the_figures(store: Path) -> None:
    at = opened("findings", severity="error")
    assert "已处理 0%" in said(at)
    total = len(read_decisions(journal_of(store)))
    at.button(key="findings_rejected_1").click().run()
    assert not at.exception and not at.error
    taken = read_decisions(journal_of(store))
    assert len(taken) == total + 1
    assert (taken[-1].state, taken[-1].reason, taken[-1].who) == ("rejected", words.reasons()[0], "local")
    assert "已排除的 1 处不计入任何数字" in said(at)
    at.button(key="findings_undo_button").click().run()
    assert read_decisions(journal_of(store))[-1].state == "open"
    assert "不计入任何数字。" not in said(at)


def test_nothing_is_rejected_without_a_reason(store: Path) -> None:
    at = opened("findings")
    at.button(key="findings_rejected_X").click().run()
    assert not at.exception and not at.error
    assert at.toast[0].value.startswith("排除须写明理由")
    assert not journal_of(store).path.exists()
    at.text_input(key="findings_reason").input("附件可证")
    at.button(key="findings_rejected_X").click().run()
    assert read_decisions(journal_of(store))[0].reason == "附件可证"


@pytest.mark.usefixtures("store")
def test_what_was_decided_elsewhere_is_seen_at_once() -> None:
    first, second = opened("findings"), opened("findings")
    first.button(key="findings_accepted_A").click().run()
    assert "已处理 0%" in said(second)
    assert "已处理 0%" not in said(second.run())


def test_a_damaged_journal_is_named_on_every_page_and_nothing_is_shown_without_it(store: Path) -> None:
    at = opened("findings")
    for _ in range(2):
        at.button(key="findings_accepted_A").click().run()
    path = journal_of(store).path
    path.write_bytes(path.read_bytes().replace(b"accepted", b"rectified", 1))
    for page in ("findings", "county"):
        at = opened(page)
        assert not at.exception
        said = at.error[0].value.replace("\\", "")  # signs of Markdown are taken for what they are
        assert "第 1 行" in said and "decisions.jsonl" in said


@pytest.mark.usefixtures("store")
def test_an_empty_choice_says_so() -> None:
    assert "没有核查发现；同一范围内共有" in said(opened("findings", state="rectified"))

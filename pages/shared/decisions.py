"""Decisions on findings, written down for the one who looks."""

from collections.abc import Sequence
from datetime import UTC, datetime

from data.decisions import Decision, write_decisions
from pages.shared.store import folder
from pages.shared.table import Table
from pages.shared.visitor import visitor

NAMES = ("document", "place", "rule", "n", "cell", "found", "expected")


def decide(findings: Table, state: str, reason: str) -> None:
    """Write down one decision on every row of `findings` (of decided_finding). Raises ReasonMissing."""
    _write(findings, [(state, reason)] * len(findings))


def restore(findings: Table) -> None:
    """Write down again what was in force when these rows were read: a decision is undone by another one."""
    _write(findings, [(state, reason or "") for state, reason in findings.pick("state", "decision_reason")])


def _write(findings: Table, states: Sequence[tuple[str, str]]) -> None:
    who, now = visitor(), datetime.now(UTC)
    rows = zip(findings.pick(*NAMES), states, strict=True)
    write_decisions(folder(), who, [Decision(*names, *decided, who.name, now) for names, decided in rows])

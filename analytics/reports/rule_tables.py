"""What each rule found, one row per rule: rules without a finding too, those with most to do first."""

from collections import Counter
from decimal import Decimal

from analytics.reports.rows import Rows
from analytics.reports.speech import Speech
from analytics.rules import SEVERITIES, rules

COLUMNS = (
    "rule", "what", "severity", "findings", "open_findings", "accepted_findings", "rectified_findings",
    "rejected_findings", "forms", "stake_points", "todo",
)  # fmt: skip
States = tuple[int, int, int, int, int, int, Decimal | None]


def weight(severity: str) -> int:
    """Errors before warnings before notes."""
    return [*SEVERITIES].index(severity)  # type: ignore[arg-type]  # the views give no other


def by_rule(found: Rows, t: Speech) -> Rows:
    """One row per rule over the findings (rows of decided_finding)."""
    rows = [
        (one.rule, t.rule(one.rule), one.severity, *counts(found.equal("rule", one.rule)), t.todo(one.rule))
        for one in rules()
    ]
    rows.sort(key=lambda row: (-row[4], -row[3], weight(row[2]), row[0]))
    return Rows(COLUMNS, tuple(rows))


def counts(found: Rows) -> States:
    """How many findings, of each state, in how many forms, and the points at stake of those that count."""
    states = Counter(found.column("state"))
    counting = [row for row in found.pick("state", "evaluation", "points") if row[0] != "rejected"]
    points = [row[2] for row in counting if row[2] is not None]
    return (
        len(found), states["open"], states["accepted"], states["rectified"], states["rejected"],
        len({row[1] for row in counting}), sum(points, Decimal(0)) if points else None,
    )  # fmt: skip

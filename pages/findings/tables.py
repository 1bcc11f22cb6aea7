"""The tables of the findings page: findings in working order, and what each rule found. Pure."""

from collections import Counter
from datetime import UTC, datetime
from decimal import Decimal

from pages.shared.labels import rule_name
from pages.shared.language import language
from pages.shared.scope import Scope
from pages.shared.table import Table

RULES = (
    "what", "severity", "findings", "open_findings", "accepted_findings", "rectified_findings", "rejected_findings",
    "forms", "stake_points", "todo",
)  # fmt: skip
DEPARTMENTS = (
    "department", "findings", "decided_share", "open_findings", "open_errors", "accepted_findings",
    "rectified_findings", "rejected_findings", "changed_findings",
)  # fmt: skip
LISTED = (
    "project", "severity", "what", "found", "expected", "stake_points", "n", "cell", "department", "state",
    "decision_reason", "who", "decided_here",
)  # fmt: skip
WEIGHTS = ("error", "warning", "note")
# What names one finding among those of a scope.
NAMES = ("evaluation", "rule", "n", "cell", "found", "expected")


def narrowed(found: Table, scope: Scope, but: str = "") -> Table:
    """The findings of the chosen rule, state and severity; `but` leaves out one of the three."""
    asked = {"rule": scope.rule, "state": None if scope.state == "all" else scope.state, "severity": scope.severity}
    return found.narrowed(**{name: value for name, value in asked.items() if name != but})


def listed(found: Table, scope: Scope) -> Table:
    """The findings of the scope in working order: errors first, then rule by rule, most points at stake first."""
    picked = narrowed(found, scope)
    names = ("severity", "rule", "points", "evaluation", "n")
    order = sorted(zip(map(weight, picked.pick(*names)), picked.rows, strict=True), key=lambda pair: pair[0])
    rule, points, decided = (picked.columns.index(name) for name in ("rule", "points", "decided"))
    rows = tuple((*row, rule_name(row[rule]), row[points], local(row[decided])) for _, row in order)
    return Table(picked.view, (*picked.columns, "what", "stake_points", "decided_here"), rows)


def local(moment: datetime | None) -> datetime | None:
    """A moment kept in UTC, as the clock of this machine shows it."""
    return None if moment is None else moment.replace(tzinfo=UTC).astimezone().replace(tzinfo=None)


def columns(scope: Scope) -> tuple[str, ...]:
    """The columns of the list; where all are of one rule, its sentence stands last."""
    if scope.rule is None:
        return LISTED
    return (*(name for name in LISTED if name != "what"), "what")


def weight(row: tuple[str, str, Decimal | None, int, int | None]) -> tuple[int, str, Decimal, int, int]:
    severity, rule, points, evaluation, n = row
    return WEIGHTS.index(severity), rule, -(points or Decimal(0)), evaluation, n or 0


def by_rule(found: Table, rules: Table) -> Table:
    """One row per rule, also where it found nothing, those with most to do first."""
    at = language()
    rows = [
        (rule, what, severity, *counts(found.narrowed(rule=rule)), todo)
        for rule, what, severity, todo in rules.pick("rule", at, "severity", f"{at}_todo")
    ]
    rows.sort(key=lambda row: (-row[4], -row[3], WEIGHTS.index(row[2]), row[0]))
    return Table("rule", ("rule", *RULES), tuple(rows))


def counts(found: Table) -> tuple[int, int, int, int, int, int, Decimal | None]:
    """How many findings, how many of each state, in how many forms, and the points at stake of those that count."""
    states = Counter(found.column("state"))
    counting = found.where("state", "rejected".__ne__)
    points = counting.total("points") if counting.known("points") else None
    forms = len(set(counting.column("evaluation")))
    return (
        len(found), states["open"], states["accepted"], states["rectified"], states["rejected"], forms, points,
    )  # fmt: skip


def row_of(table: Table, name: tuple[object, ...] | None) -> int | None:
    """The place of the finding of that name; None where it is not among the rows."""
    return next((at for at, row in enumerate(table.pick(*NAMES)) if row == name), None)


def name_of(table: Table, at: int) -> tuple[object, ...]:
    """What names the finding in that row."""
    return next(Table(table.view, table.columns, (table.rows[at],)).pick(*NAMES))


def places(table: Table, at: tuple[int, ...]) -> Table:
    """The rows at these places."""
    return Table(table.view, table.columns, tuple(table.rows[one] for one in at if one < len(table)))

"""What to do next: rules by what they found, and the projects where most is wrong. Pure."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from pages.meeting.matter import Matter
from pages.shared.labels import rule_name
from pages.shared.language import language
from pages.shared.table import Table

WEIGHTS = ("error", "warning", "note")
DONE = 5  # rules told on one screen


@dataclass(frozen=True, slots=True)
class Step:
    """One rule that was broken: how often, in how many forms, and what to do about it."""

    severity: str
    what: str
    todo: str
    findings: int
    forms: int


def steps(matter: Matter) -> tuple[Step, ...]:
    """The rules that were broken, errors first, then those broken most often; what is settled no longer counts."""
    todo = dict(matter.rules.pick("rule", f"{language()}_todo"))
    waiting = matter.findings.where("state", ("open", "accepted").__contains__)
    counts = Counter(waiting.pick("rule", "severity"))
    forms = Counter(rule for rule, _ in set(waiting.pick("rule", "evaluation")))
    order = sorted(counts.items(), key=lambda item: (WEIGHTS.index(item[0][1]), -item[1], item[0][0]))
    return tuple(Step(severity, rule_name(rule), todo[rule], n, forms[rule]) for (rule, severity), n in order[:DONE])


def worst_projects(projects: Table, most: int) -> Table:
    """The projects with errors: most errors first, then most points too many, then by name."""
    wrong = projects.where("errors", lambda n: bool(n))
    rank = ("errors", "inflation", "project", "evaluation")
    keys = [(-errors, -(gap or Decimal(0)), name or "", form) for errors, gap, name, form in wrong.pick(*rank)]
    rows = [row for _, row in sorted(zip(keys, wrong.rows, strict=True), key=lambda pair: pair[0])]
    return Table(wrong.view, wrong.columns, tuple(rows[:most]))

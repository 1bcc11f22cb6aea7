"""The rules of findings/*.sql: one file each, its head says the sentence, the severity and what to do."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from data.texts.punctuation import printed

FOLDER = Path(__file__).with_name("findings")
Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
HEADS = ("zh", "en", "severity", "reference", "zh-todo", "en-todo")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `select` gives evaluation, n, cell, points, found, expected for every place that breaks it."""

    rule: str
    severity: Severity
    zh: str
    en: str
    zh_todo: str
    en_todo: str
    reference: str
    select: str


@cache
def rules() -> tuple[Rule, ...]:
    """All rules by name. Raises ValueError where a file lacks a line of its head."""
    return tuple(parse_rule(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.sql")))


def parse_rule(name: str, text: str) -> Rule:
    """One finding file. Raises ValueError with the line of the head that is missing."""
    head = {}
    for line in text.splitlines():
        key, colon, sentence = line.removeprefix("-- ").partition(": ")
        if line.startswith("-- ") and colon and key in HEADS:
            head[key] = sentence.strip()
    for missing in [key for key in HEADS if not head.get(key)]:
        raise ValueError(f"findings/{name}.sql: the head has no line '-- {missing}: …'")
    severity = next((known for known in SEVERITIES if known == head["severity"]), None)
    if severity is None:
        raise ValueError(f"findings/{name}.sql: severity {head['severity']!r} is none of {', '.join(SEVERITIES)}")
    zh, todo = printed(head["zh"]), printed(head["zh-todo"])
    return Rule(name, severity, zh, head["en"], todo, head["en-todo"], head["reference"], _body(text))


def findings_view() -> str:
    """The view `finding`: every rule's places, with its severity and whose form it is."""
    selects = "\nunion all\n".join(
        f"select '{rule.rule}' as rule, * from (\n{rule.select}\n) as {rule.rule}" for rule in rules()
    )
    return FINDING.format(selects=selects)


def _body(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith("--")).strip().rstrip(";")


FINDING = """
create or replace view finding as
with place (rule, evaluation, n, cell, points, found, expected) as (
{selects}
)
select
    p.rule, r.severity, p.evaluation, p.n, e.year, e.department, e.project, p.cell,
    cast(p.points as decimal(24, 2)) as points, p.found, p.expected, e.unit
from place as p
join rule as r on r.rule = p.rule
join evaluation_in_force as e on e.evaluation = p.evaluation
"""

"""Forms recomputed in a session of their own: the same views as for stored forms, and nothing is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from analytics.session import open_session_on
from data.records import Evaluation, Issue
from pages.shared.labels import place_name
from pages.shared.language import language
from pages.shared.table import Table
from pages.shared.workings import workings

READ = ("project_summary", "recomputed_indicator", "scored_line", "finding")
SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Checked:
    """One form: its row of project_summary, its lines with working, what breaks a rule, what was read with doubt."""

    summary: Table
    lines: Table
    findings: Table
    doubts: tuple[Issue, ...]

    def key(self) -> str:
        """What this form is known by on the page."""
        return self.lines.fingerprint() + self.findings.fingerprint()


def checked(forms: Sequence[Evaluation], scheme: str | None) -> Iterator[Checked]:
    """Every form recomputed under `scheme`, None for its own, in their order."""
    if not forms:
        return
    connection = open_session_on(forms, scheme, READ)
    for number, form in enumerate(forms, start=1):
        summary = rows(connection, "project_summary", number)
        lines = with_working(rows(connection, "recomputed_indicator", number), rows(connection, "scored_line", number))
        findings = with_sentences(rows(connection, "finding", number), whole(connection, "rule"))
        yield Checked(summary, lines, findings, form.issues)


def rows(connection: Any, view: str, number: int) -> Table:
    found = connection.execute(f"select * from {view} where evaluation = ?", [number])
    return Table(view, tuple(str(column[0]) for column in found.description), tuple(found.fetchall()))


def whole(connection: Any, view: str) -> Table:
    found = connection.execute(f"select * from {view}")
    return Table(view, tuple(str(column[0]) for column in found.description), tuple(found.fetchall()))


def with_working(lines: Table, scored: Table) -> Table:
    """The lines in their order, each with its computation in words."""
    how = workings(scored)
    ordered = lines.by("n", down=False)
    return Table(lines.view, (*lines.columns, "working"), tuple((*row, how.get(n)) for row, (n,) in each(ordered, "n")))


def with_sentences(findings: Table, rules: Table) -> Table:
    """The findings, worst first, each with its rule in words and what to do."""
    at = language()
    said = {rule: (sentence, todo) for rule, sentence, todo in rules.pick("rule", at, f"{at}_todo")}
    ordered = sorted(
        each(findings, "severity", "n", "rule", "cell"),
        key=lambda pair: (SEVERITIES.index(pair[1][0]), pair[1][1] or 0),
    )
    told = tuple((*row, *said[rule], place_name(cell)) for row, (_, _, rule, cell) in ordered)
    return Table(findings.view, (*findings.columns, "rule_sentence", "todo", "where"), told)


def each(table: Table, *names: str) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """Every row together with its values of `names`."""
    return zip(table.rows, table.pick(*names), strict=True)

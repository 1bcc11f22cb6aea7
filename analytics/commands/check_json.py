"""What `check` adds to the JSON of a form: recomputed scores, workings, totals and findings."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import duckdb

from analytics.commands.json_text import number
from analytics.lines import Line, fetch_lines
from analytics.session import open_session_on
from analytics.working import working
from data.forms.form_json import form_json
from data.records import Evaluation
from data.texts import mark, translate, typed

Json = dict[str, Any]
TOTALS = (
    "total_formula", "filed_total", "indicator_score", "notes_total", "recomputed_total", "low_total", "high_total",
    "total_points", "indicator_points", "filed_score_100", "recomputed_score_100", "inflation", "verifiable_share",
    "identical_share", "execution_rate", "grade", "filed_grade_100", "scheme", "notes_scheme",
    "errors", "warnings", "notes",
)  # fmt: skip
READ = ("scored_line", "finding", "project_summary", "project_funding")
EXECUTION = ("recomputed_execution_score", "filed_execution_score", "execution_points", "money_from", "no_rate_reason")
WORDS = frozenset(
    ("total_formula", "grade", "filed_grade_100", "scheme", "notes_scheme", "money_from", "no_rate_reason")
)
# The form of a whole department is no project: it is read and not recomputed.
UNSCORED: Json = dict.fromkeys(TOTALS) | {"errors": 0, "warnings": 0, "notes": 0}


def forms_json(forms: Sequence[tuple[str, Evaluation]], scheme: str | None) -> list[Json]:
    """One object per form, in the order read: (file, evaluation) in, the contract of `check --json` out."""
    connection = open_session_on([form for _, form in forms], scheme, READ)
    lines, findings = lines_by_form(connection), findings_by_place(connection)
    totals = rows_by_form(connection, "project_summary", TOTALS)
    execution = rows_by_form(connection, "project_funding", EXECUTION)
    return [
        {
            "file": file,
            **form_json(form),
            "indicators": indicators_json(form, lines[number_], findings),
            "totals": totals.get(number_, UNSCORED),
            "execution": execution.get(number_, dict.fromkeys(EXECUTION)),
            "execution_rate": totals.get(number_, UNSCORED)["execution_rate"],
            "findings": findings[number_, None],
        }
        for number_, (file, form) in enumerate(forms, start=1)
    ]


def indicators_json(
    form: Evaluation, lines: Sequence[Line], findings: dict[tuple[int, int | None], list[Json]]
) -> list[Json]:
    read = form_json(form)["indicators"]
    scored = {line.n: line for line in lines}
    return [
        plain | (scored_json(scored[line.n], findings) if line.n in scored else {})
        for plain, line in zip(read, form.indicators, strict=True)
    ]


def scored_json(line: Line, findings: dict[tuple[int, int | None], list[Json]]) -> Json:
    return {
        "low": number(line.low_score),
        "high": number(line.high_score),
        "recomputed": number(line.recomputed_score),
        "verdict": line.verdict,
        "working": working(line, typed),
        "findings": findings[line.evaluation, line.n],
    }


def lines_by_form(connection: duckdb.DuckDBPyConnection) -> dict[int, list[Line]]:
    found: dict[int, list[Line]] = defaultdict(list)
    for line in fetch_lines(connection):
        found[line.evaluation].append(line)
    return found


def findings_by_place(connection: duckdb.DuckDBPyConnection) -> dict[tuple[int, int | None], list[Json]]:
    """Findings by form and line; n None are those of the whole form."""
    sql = (
        "select f.evaluation, f.n, f.rule, f.severity, f.cell, f.points, f.found, f.expected, r.zh"
        " from finding as f join rule as r on r.rule = f.rule order by f.evaluation, f.n, f.rule, f.cell"
    )
    found: dict[tuple[int, int | None], list[Json]] = defaultdict(list)
    for evaluation, n, rule, severity, cell, points, said, expected, zh in connection.execute(sql).fetchall():
        text = finding_sentence(zh, said, expected)
        found[evaluation, n].append(
            {"rule": rule, "severity": severity, "text": text, "cell": cell, "points": number(points)}
        )
    return found


def finding_sentence(sentence: str, found: str | None, expected: str | None) -> str:
    """The rule's sentence, with what the form says and what that is held against where there is either."""
    if found and expected:
        return translate(
            mark("{sentence}所填:{found};对照:{expected}"), "zh", sentence=sentence, found=found, expected=expected
        )
    if found:
        return translate(mark("{sentence}所填:{found}"), "zh", sentence=sentence, found=found)
    if expected:
        return translate(mark("{sentence}对照:{expected}"), "zh", sentence=sentence, expected=expected)
    return sentence


def rows_by_form(connection: duckdb.DuckDBPyConnection, view: str, columns: Sequence[str]) -> dict[int, Json]:
    rows = connection.execute(f"select evaluation, {', '.join(columns)} from {view}").fetchall()
    return {
        evaluation: {name: value if name in WORDS else number(value) for name, value in zip(columns, row, strict=True)}
        for evaluation, *row in rows
    }

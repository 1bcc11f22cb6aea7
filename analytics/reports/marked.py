"""The form with its marks: the cells as they count, and beside them what was found, doubted and recomputed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import duckdb

from analytics.exports.form_workbook import Beside, MarkedForm, Remark
from analytics.lines import fetch_lines
from analytics.places import Map, Spot, place_words, row_number
from analytics.reports.rows import Rows, rows_of
from analytics.reports.rule_tables import weight
from analytics.reports.speech import BLANK, Speech, rule_of
from analytics.working import working
from data.documents import Cell
from data.forms.issues import SENTENCES, issue_sentence
from data.records import Issue

TONES = {"error": "bad", "warning": "watch", "note": "good", "doubt": "watch"}
FAR = 10**9  # findings of the whole form stand behind those of its rows
FOUND = ("rule", "severity", "n", "cell", "points", "found", "expected")


@dataclass(frozen=True, slots=True)
class Numbered:
    """One finding with its number from the top of the form; `working` is the computation of its line, "" for none."""

    number: int
    rule: str
    severity: str
    cell: str | None
    points: Decimal | None
    found: str | None
    expected: str | None
    working: str


def marked_form(
    connection: duckdb.DuckDBPyConnection, evaluation: int, cells: Sequence[Cell], language: str
) -> MarkedForm:
    """What stands in the workbook of one form; `cells` are those that count, repairs put in."""
    t, where = Speech(language), Map(cells)
    workings = {line.n: working(replace(line, cell=""), t) for line in fetch_lines(connection, evaluation)}
    found = numbered(rows_of(connection, "counted_finding", evaluation), workings)
    doubts = list(doubts_of(connection, evaluation, t))
    return MarkedForm(
        cells=cells,
        remarks=remarks(found, doubts, where, t),
        beside=scores(rows_of(connection, "recomputed_indicator", evaluation), workings, where, t)
        | sums(connection, evaluation, where, t),
        beside_heads=(t("复算"), t.head("verdict"), t.head("working")),
        found_heads=heads(t),
        found=[row(one, t) for one in found],
    )


def heads(t: Speech) -> tuple[str, ...]:
    return (
        t("序号"), t("程度"), t("核查发现"), t("位置"), t("表上所填"), t("对照内容"),
        t.head("working"), t("涉及分"), t("怎么办"), t("依据"),
    )  # fmt: skip


def numbered(found: Rows, workings: dict[int, str]) -> list[Numbered]:
    """The findings from the top of the form to its foot, worst first within a row: numbers as on the page."""
    rows = sorted(found.pick(*FOUND), key=lambda row: (_row(row[3]), weight(row[1]), row[2] or 0, row[0], row[3] or ""))
    return [
        Numbered(number, rule, severity, cell, points, stands, expected, workings.get(n, ""))
        for number, (rule, severity, n, cell, points, stands, expected) in enumerate(rows, start=1)
    ]


def _row(cell: str | None) -> int:
    at = None if cell is None or ":" in cell else row_number(cell)
    return FAR if at is None else at


def doubts_of(connection: duckdb.DuckDBPyConnection, evaluation: int, t: Speech) -> Iterator[tuple[str, str]]:
    """What was read with doubt: its place, and one sentence."""
    for code, place, detail in rows_of(connection, "facts.issue", evaluation).pick("code", "place", "detail"):
        one = Issue(code, place, detail)
        yield place, issue_sentence(one, t) if code in SENTENCES else f"{place} {detail}"


def remarks(found: Sequence[Numbered], doubts: Sequence[tuple[str, str]], where: Map, t: Speech) -> dict[Spot, Remark]:
    """By cell what was found and doubted; a finding of a row without a cell stands on the row's first cell."""
    said: dict[Spot, list[tuple[str, str]]] = defaultdict(list)
    for one in sorted(found, key=lambda one: (weight(one.severity), one.number)):
        if spot := where.spot(one.cell):
            said[spot].append((one.severity, remark(one, t)))
    for place, sentence in doubts:
        if spot := where.spot(place):
            said[spot].append(("doubt", t("读取存疑:{sentence}", sentence=sentence)))
    return {spot: Remark(TONES[ones[0][0]], "\n\n".join(words for _, words in ones)) for spot, ones in said.items()}


def remark(one: Numbered, t: Speech) -> str:
    """A finding as the text of a comment."""
    word = t.word("severity", one.severity)
    lines = (
        t("{severity} {n}:{sentence}", severity=word, n=one.number, sentence=t.rule(one.rule)),
        t("表上所填:{found}", found=one.found) if one.found else "",
        t("对照内容:{expected}", expected=one.expected) if one.expected else "",
        one.working,
        t.todo(one.rule),
    )
    return "\n".join(line for line in lines if line)


def scores(lines: Rows, workings: dict[int, str], where: Map, t: Speech) -> dict[int, Beside]:
    """The recomputed score beside the row of each line."""
    found = {}
    for n, score_cell, cell, score, verdict in lines.pick("n", "score_cell", "cell", "recomputed_score", "verdict"):
        at = where.row(score_cell or cell)
        if at is not None:
            found[at] = Beside(score, "0.00", t.word("verdict", verdict) if verdict else "", workings.get(n, ""))
    return found


def sums(connection: duckdb.DuckDBPyConnection, evaluation: int, where: Map, t: Speech) -> dict[int, Beside]:
    """The execution rate beside the funds, the total beside the total."""
    form, money, filed = (
        rows_of(connection, view, evaluation) for view in ("project_summary", "project_funding", "facts.evaluation")
    )
    parts = (
        (money.value("cell"), money.value("execution_rate"), "0.00%", t.head("execution_rate")),
        (filed.value("total_cell"), form.value("recomputed_total"), "0.00", t.head("recomputed_total")),
    )
    return {
        at: Beside(Decimal(figure), style, "", name)
        for place, figure, style, name in parts
        if figure is not None and (at := where.row(place)) is not None
    }


def row(one: Numbered, t: Speech) -> tuple[str | Decimal | int | None, ...]:
    """One line of the second sheet. References are titles of Chinese documents: they stand in Chinese alone."""
    place = t("整张表") if one.cell and ":" in one.cell else place_words(one.cell or BLANK, t.language)
    reference = t(rule_of(one.rule).reference) if t.language == "zh" else ""
    return (
        one.number, t.word("severity", one.severity), t.rule(one.rule), place, one.found or BLANK, one.expected,
        one.working, one.points, t.todo(one.rule), reference,
    )  # fmt: skip

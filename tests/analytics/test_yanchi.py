"""The county's three real forms: every line, every total and every finding as agreed."""

import csv
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from analytics.lines import fetch_lines
from analytics.session import open_session_on
from analytics.working import working
from data.forms import read_forms
from data.readers import read_document
from data.texts import typed

SAMPLE = Path(__file__).parents[2] / "data" / "samples" / "yanchi-2022.txt"
EXPECTED = Path(__file__).with_name("yanchi-2022.expected.csv")

TOTALS = {
    # project: indicator points, filed total, low and high by the form's notes, recomputed, execution rate and score
    "业务运行费": ("100", "100", "60", "100", "100", "1", "10"),
    "保密业务运行费": ("100", "100", "78", "100", "100", "1", "10"),
    "政务内网线路租用费": ("99.8", "97.5", "97.27", "99.54", "97.27", "0.773026", "7.73"),
}
WHOLE_FORM = {
    "业务运行费": [],
    "保密业务运行费": ["level1_points_mismatch", "level1_points_mismatch"],
    "政务内网线路租用费": [
        "goal_contradicts_indicators",
        "level1_points_mismatch",
        "level1_points_mismatch",
        "low_execution_unexplained",
        "points_not_100",
        "results_outrun_money",
        "text_copied",
    ],
}


@pytest.fixture(scope="module")
def session() -> duckdb.DuckDBPyConnection:
    return open_session_on(read_forms(read_document(SAMPLE.name, SAMPLE.read_bytes())))


def test_every_line_agrees(session: duckdb.DuckDBPyConnection) -> None:
    """Interval, verdict and findings of all 29 indicators, no finding more and none less."""
    found = session.execute(
        "select project, target, actual, points, filed_score, low_score, high_score, verdict,"
        " (select string_agg(rule, ';' order by rule) from finding as f"
        " where f.evaluation = i.evaluation and f.n = i.n)"
        " from recomputed_indicator as i order by evaluation, n"
    ).fetchall()
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        expected = [agreed_line(row) for row in csv.DictReader(file)]
    assert [(row[0], row[1] or "", row[2] or "", *row[3:8], row[8] or "") for row in found] == expected


def agreed_line(row: dict[str, str]) -> tuple[object, ...]:
    figures = (Decimal(row[name]) for name in ("points", "score", "admissible_low", "admissible_high"))
    findings = ";".join(sorted(filter(None, row["findings"].split(";"))))
    return (row["form"], row["target"], row["actual"], *figures, row["verdict"], findings)


@pytest.mark.parametrize("project", TOTALS)
def test_totals(session: duckdb.DuckDBPyConnection, project: str) -> None:
    found = session.execute(
        "select s.indicator_points, s.filed_total, s.low_total, s.high_total, s.recomputed_total, s.execution_rate,"
        " f.recomputed_execution_score, s.total_formula, s.notes_total"
        " from project_summary as s join project_funding as f using (evaluation) where s.project = ?",
        [project],
    ).fetchone()
    assert found == (*map(Decimal, TOTALS[project]), "indicators", Decimal(TOTALS[project][4]))


@pytest.mark.parametrize("project", WHOLE_FORM)
def test_findings_of_the_whole_form(session: duckdb.DuckDBPyConnection, project: str) -> None:
    found = session.execute(
        "select rule from finding where n is null and project = ? order by rule", [project]
    ).fetchall()
    assert [rule for (rule,) in found] == WHOLE_FORM[project]


def test_identical_share(session: duckdb.DuckDBPyConnection) -> None:
    """6 of 13, 3 of 9 and 5 of 7 actuals repeat their target; that accuses nobody."""
    found = session.execute("select identical_lines, indicators from project_summary order by evaluation").fetchall()
    assert found == [(6, 13), (3, 9), (5, 7)]


def test_the_goal_is_quoted(session: duckdb.DuckDBPyConnection) -> None:
    said = session.execute("select found, expected from finding where rule = 'goal_contradicts_indicators'").fetchall()
    assert said == [("75条", "76条 / 74条")]


def test_every_line_has_its_working(session: duckdb.DuckDBPyConnection) -> None:
    workings = [working(line, typed) for line in fetch_lines(session)]
    assert len(workings) == 29
    assert "74 ÷ 76 × 9.8 = 9.54;填报 9.8,高 0.26(位置:第87行第4列)" in workings


def test_another_scheme_changes_the_bands(session: duckdb.DuckDBPyConnection) -> None:
    forms = read_forms(read_document(SAMPLE.name, SAMPLE.read_bytes()))
    by_ministry = open_session_on(forms, "mof-2020")
    assert by_ministry.execute("select distinct scheme from project_summary").fetchall() == [("mof-2020",)]
    assert session.execute("select distinct scheme from project_summary").fetchall() == [("yanchi-2022",)]

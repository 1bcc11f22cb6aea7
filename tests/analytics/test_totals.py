"""Execution (§3) and totals (§4): which formula gives the filed total, and what the scheme makes of it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from analytics.session import open_session_on
from data.records import Evaluation
from tests.analytics.made import CLEAN, form, line, money, table

EXECUTION = """
全年预算 | 全年执行 | 分值 | 执行率   | 得分 | 说明
20       | 20       | 10   | 1.000000 | 10   | 全部执行
4753.66  | 3824.26  | 10   | 0.804487 | 8.04 | 3824.26 ÷ 4753.66
28.272   | 21.855   | 10   | 0.773026 | 7.73 | 21.855 ÷ 28.272
20       | 25       | 10   | 1.250000 | 10   | 得分最高为分值
278.4449 | 30       | 20   | 0.107741 | 2.15 | 30 ÷ 278.4449 × 20
20       | 0        | 10   | 0.000000 | 0    | 没有执行
"""


@pytest.mark.parametrize("row", list(table(EXECUTION)), ids=lambda row: row["说明"])
def test_execution(row: dict[str, str]) -> None:
    funding = (money(adjusted=row["全年预算"], executed=row["全年执行"], points=row["分值"], rate=None, score=None),)
    found = execution(form(funding=funding))
    assert found[:2] == (Decimal(row["执行率"]), Decimal(row["得分"]))


@pytest.mark.parametrize(
    ("adjusted", "executed", "reason"),
    [(None, "5", "budget_blank"), ("0", "5", "budget_zero"), ("20", None, "executed_blank"), ("20", "20", None)],
)
def test_no_rate_has_a_reason(adjusted: str | None, executed: str | None, reason: str | None) -> None:
    rate, score, why, _ = execution(form(funding=(money(adjusted=adjusted, executed=executed),)))
    assert why == reason
    assert (rate is None, score is None) == (reason is not None, reason is not None)


def test_an_empty_total_row_is_filled_from_its_parts() -> None:
    parts = (money("appropriation", "15", "16", "8", None, None, None), money("other", "5", "4", "2", None, None, None))
    empty = money(initial="0", adjusted="0", executed="0", rate=None, score=None)
    assert execution(form(funding=(empty, *parts))) == (Decimal("0.5"), Decimal(5), None, "parts")
    assert execution(form(funding=(money(), *parts)))[3] == "total"


def execution(made: Evaluation) -> tuple[object, ...]:
    columns = "execution_rate, recomputed_execution_score, no_rate_reason, money_from"
    found = (
        open_session_on([made], wanted=("project_funding",))
        .execute(f"select {columns} from project_funding")
        .fetchone()
    )
    assert found is not None
    return found


NINETY = tuple(replace(one, points=Decimal(18), filed_score=Decimal(18)) for one in CLEAN)
SHORT = line("≥10次", "9次", 20, 20, "数量指标", "开展培训", level1_points="40")

FORMULAS = [
    # form, formula, filed and recomputed of 100
    (form(), "indicators", "100", "100"),
    (form(*NINETY, total="100"), "indicators_and_execution", "100", "100"),
    (
        form(*NINETY, total="90", funding=(money(executed="0", rate="0", score="0"),)),
        "indicators_and_execution",
        "90",
        "90",
    ),
    (form(*NINETY, total="100", funding=(money(points=None, score=None),)), "rescaled", "100", "100"),
    (form(total="110"), "indicators_and_execution", "100", "100"),
    (form(total="95"), "unknown", "95", "100"),
    (form(total=None), "unknown", "100", "100"),
    (form(SHORT, *CLEAN[1:]), "indicators", "100", "98"),
    (form(SHORT, *NINETY[1:], total="102"), "indicators_and_execution", "100", "98.04"),
]


@pytest.mark.parametrize("place", range(len(FORMULAS)), ids=lambda place: f"{FORMULAS[place][1]} {FORMULAS[place][3]}")
def test_total_formula(place: int) -> None:
    made, formula, filed, recomputed = FORMULAS[place]
    sql = "select total_formula, filed_score_100, recomputed_score_100 from project_summary"
    assert open_session_on([made]).execute(sql).fetchone() == (formula, Decimal(filed), Decimal(recomputed))


def test_lines_that_do_not_apply_are_left_out_and_the_rest_rescaled() -> None:
    """80 of the 100 points apply, 18 ÷ 20 of one of them is lost: 78 ÷ 80 × 100."""
    away = line("不适用", "/", 20, 20, "数量指标", "开展培训")
    session = open_session_on([form(away, SHORT, *CLEAN[2:])])
    found = session.execute("select recomputed_total, low_total, high_total from project_summary").fetchone()
    assert found == (Decimal("97.5"),) * 3


@pytest.mark.parametrize(
    ("executed", "total"),
    [("20", "100"), ("16", "98"), ("15.9", "89"), ("13.9", "79"), ("11.9", "69"), ("9.9", "59")],
)
def test_strict_caps_the_total_by_the_execution_rate(executed: str, total: str) -> None:
    """执行率低于 80%、70%、60%、50%:总分不超过 89、79、69、59."""
    made = form(*NINETY, total="100", funding=(money(executed=executed, rate=None),))
    session = open_session_on([made], "strict")
    assert session.execute("select recomputed_total from project_summary").fetchone() == (Decimal(total),)


@pytest.mark.parametrize(
    ("lost", "grade"), [("0", "excellent"), ("10", "excellent"), ("11", "good"), ("21", "fair"), ("41", "poor")]
)
def test_grades(lost: str, grade: str) -> None:
    held = Decimal(100) - Decimal(lost)
    session = open_session_on([form(line("100次", f"{held}次", 100, str(held), "数量指标", reason="疫情"))])
    assert session.execute("select grade, recomputed_score_100 from project_summary").fetchone() == (grade, held)


def test_verifiable_share() -> None:
    """10 of 100 points hang on a target that nobody can check."""
    lines = (line("长期", "持续提升", 10, 10), line("≥5次", "6次", 90, 90))
    session = open_session_on([form(*lines)])
    assert session.execute("select verifiable_share from project_summary").fetchone() == (Decimal("0.9"),)


@pytest.mark.parametrize(
    ("made", "scheme"),
    [
        (form(), "yanchi-2022"),
        (form(notes=None), "yanchi-2022"),
        (form(notes="100%-80%(含)、80%-60%(含)、60-0%"), "mof-2020"),
        (replace(form(notes=None), county="别县"), "mof-2020"),
        (replace(form(notes=" 80 - 50% （含）"), county="别县"), "yanchi-2022"),
        (replace(form(notes=None), county="盐池县", year=None), "mof-2020"),
    ],
)
def test_a_form_follows_the_scheme_that_it_prints(made: Evaluation, scheme: str) -> None:
    session = open_session_on([made], wanted=("evaluation_in_force",))
    assert session.execute("select scheme, notes_scheme from evaluation_in_force").fetchone() == (scheme, scheme)

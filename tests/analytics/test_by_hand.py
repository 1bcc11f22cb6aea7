"""Thousands of made indicators: the views and the oracle agree to the cent, and the score never leaves 0 … points."""

import random
from dataclasses import replace
from decimal import Decimal

import pytest

from analytics.session import open_session_on
from data.records import Indicator, Value
from tests.analytics.by_hand import Case, interval_by_hand, verdict_by_hand
from tests.analytics.made import form, line

CASES = 4000
FIGURES = [
    Decimal(text)
    for text in ("0", "1", "2", "3", "7", "12", "76", "100", "0.5", "28.272", "-4", "999999999999", "0.000001")
]
POINTS = [Decimal(text) for text in ("1", "2.5", "3.33", "5", "9.8", "10", "20", "33.33")]
BLANK = line()


def made_case(rng: random.Random) -> Case:
    target = figure(rng)
    worst, best = sorted((near(rng, target), near(rng, target)))
    shape = rng.randrange(5)
    return Case(
        operator=rng.choice([">=", ">", "<=", "<", "=", None]),
        target=target,
        worst=None if shape == 0 else worst,
        best=None if shape == 1 else worst if shape > 2 else best,
        points=rng.choice(POINTS),
        cost=rng.random() < 0.3,
        linear=False,
    )


def figure(rng: random.Random) -> Decimal:
    return rng.choice(FIGURES) if rng.random() < 0.5 else Decimal(rng.randrange(1, 10**8)).scaleb(-rng.randrange(7))


def near(rng: random.Random, target: Decimal) -> Decimal:
    """The target itself, a figure around it, or any other."""
    pick = rng.randrange(4)
    if pick == 0:
        return target
    if pick == 1:
        return (
            (target * Decimal(rng.randrange(1, 300)) / 100).quantize(Decimal("0.000001")).min(Decimal("999999999999"))
        )
    return figure(rng)


def as_indicator(n: int, case: Case, score: Decimal) -> Indicator:
    bounds = {">=": (case.target, None), ">": (case.target, None), "<=": (None, case.target), "<": (None, case.target)}
    low, high = bounds.get(case.operator or "=", (case.target, case.target))
    signed = case.operator is not None
    return replace(
        BLANK,
        n=n,
        level2="成本指标" if case.cost else "数量指标",
        target_value=Value(case.operator or "=", low, high, None, "number", signed, None, "bare", low, high),
        actual_value=Value("=", case.worst, case.best, None, "number", False, None, "bare", case.worst, case.best),
        points=case.points,
        filed_score=score,
        filed_score_step=Decimal("0.01"),
    )


@pytest.mark.parametrize("scheme", ["yanchi-2022", "strict"])
def test_the_views_agree_with_the_oracle(scheme: str) -> None:
    rng = random.Random(20221231)
    linear = scheme == "strict"
    cases = [replace(made_case(rng), linear=linear) for _ in range(CASES)]
    scores = [(case.points * rng.randrange(0, 120) / 100).quantize(Decimal("0.01")) for case in cases]
    lines = [
        replace(as_indicator(n, case, score), reason="已说明")
        for n, (case, score) in enumerate(zip(cases, scores, strict=True))
    ]
    session = open_session_on([replace(form(), indicators=tuple(lines))], scheme, wanted=("scored_line",))
    found = session.execute(
        "select low_score, high_score, verdict, recomputed_score from scored_line order by n"
    ).fetchall()
    assert len(found) == CASES
    wrong = []
    for case, score, (low, high, verdict, recomputed) in zip(cases, scores, found, strict=True):
        by_hand = interval_by_hand(case)
        judged = verdict_by_hand(*by_hand, case.points, score, Decimal("0.01"))
        if ((low, high), (verdict, recomputed)) != (by_hand, judged):
            wrong.append((case, (low, high, verdict, recomputed), (*by_hand, *judged)))
    assert wrong[:5] == []


def test_the_score_stays_between_nothing_and_the_points() -> None:
    rng = random.Random(7)
    cases = [made_case(rng) for _ in range(CASES)]
    lines = [as_indicator(n, case, Decimal(0)) for n, case in enumerate(cases)]
    session = open_session_on([replace(form(), indicators=tuple(lines))], wanted=("admissible_score",))
    outside = session.execute(
        "select * from admissible_score as s join facts.indicator as i using (evaluation, n)"
        " where not (0 <= low_cents and low_cents <= high_cents and high_cents <= floor(i.points * 100 + 0.5))"
    ).fetchall()
    assert outside == []


@pytest.mark.parametrize(("operator", "rises"), [(">=", True), ("=", True), ("<=", False)])
def test_more_never_lowers_a_positive_score_nor_raises_a_reverse_one(operator: str, rises: bool) -> None:
    reached = [Decimal(tenth) / 10 for tenth in range(0, 2000, 7)]
    lines = [
        as_indicator(
            n, Case(operator, Decimal(100), actual, actual, Decimal("9.8"), cost=False, linear=False), Decimal(0)
        )
        for n, actual in enumerate(reached)
    ]
    session = open_session_on([replace(form(), indicators=tuple(lines))], wanted=("scored_line",))
    scores = [score for (score,) in session.execute("select high_score from scored_line order by n").fetchall()]
    assert scores == sorted(scores, reverse=not rises)

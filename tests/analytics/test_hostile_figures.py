"""Impossible figures on one form never keep the others from being shown."""

from dataclasses import replace
from decimal import Decimal

import pytest

from analytics.ordering import ordered_views
from analytics.session import open_session_on
from tests.analytics.made import form, line, money

HUGE = "999999999999"
TINY = "0.000001"


@pytest.mark.parametrize("scheme", [None, "strict"])
@pytest.mark.parametrize(
    "hostile",
    [
        form(line(HUGE, TINY, HUGE, HUGE), line(TINY, HUGE, HUGE, HUGE), total=HUGE, total_points=HUGE),
        form(line(HUGE, HUGE, TINY, HUGE), total=HUGE, total_points=TINY),
        # These add up to more than 10^17 cents.
        form(*(line(HUGE, HUGE, TINY, HUGE),) * 1200, total=HUGE, total_points=TINY),
        form(*(line("-" + HUGE, HUGE, TINY, "-" + HUGE),) * 1200, line(), total="-" + HUGE, total_points=HUGE),
        form(line("5", "-5", "-10", "-10"), total="-10", total_points="-100"),
        form(line(points=None, score=None), total=None, total_points=None),
        form(line(points="0", score="0"), total="0", total_points="0"),
        form(funding=(money(adjusted=TINY, executed=HUGE, rate=HUGE, points=HUGE, score=HUGE),)),
        form(funding=(money(adjusted=HUGE, executed="-5", rate="-1", points="-3", score="-3"),)),
        form(
            funding=(money("appropriation", HUGE, HUGE, HUGE), money("other", HUGE, HUGE, HUGE), money(adjusted=None))
        ),
        form(funding=(), total=None, notes=None, project=None, department=None, unit=None, year=None),
        replace(form(), indicators=()),
    ],
)
def test_the_session_opens(hostile: object, scheme: str | None) -> None:
    session = open_session_on([hostile, hostile, form()], scheme)  # type: ignore[list-item]
    for name, _ in ordered_views():
        session.execute(f"select * from {name}").fetchall()
    clean = session.execute("select recomputed_total, filed_total from project_summary where evaluation = 3").fetchone()
    assert clean == (Decimal(100), Decimal(100))

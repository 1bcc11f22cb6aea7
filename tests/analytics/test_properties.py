"""What holds for any indicator: bounds, order, units, and a reason for every blank. Ten thousand random lines."""

import random
from dataclasses import replace
from decimal import Decimal

from analytics.lines import fetch_lines
from analytics.session import open_session_on
from analytics.working import working
from data.records import Indicator
from data.texts import typed
from tests.analytics.made import form, line
from tests.analytics.random_forms import random_forms

# Each row: the same quantity in several units, as (unit, how many of it make one of the first).
FAMILIES = (
    (("万元", 1), ("元", 10_000), ("亿元", Decimal("0.0001"))),
    (("公里", 1), ("米", 1000), ("千米", 1)),
    (("公顷", 1), ("亩", 15), ("平方米", 10_000)),
    (("吨", 1), ("公斤", 1000), ("斤", 2000)),
    (("小时", 1), ("分钟", 60)),
    (("%", 1), ("‰", 10)),
    (("万人次", 1), ("人次", 10_000)),
)


def scores(lines: list[Indicator]) -> list[tuple[Decimal, Decimal]]:
    filed = replace(form(), indicators=tuple(replace(one, n=n) for n, one in enumerate(lines)))
    session = open_session_on([filed], "yanchi-2022", wanted=("scored_line",))
    return session.execute("select low_score, high_score from scored_line order by n").fetchall()


def test_another_unit_changes_nothing() -> None:
    rng = random.Random(3)
    groups = []
    for units in FAMILIES * 20:
        operator, base = rng.choice(["≥", "≤", ""]), units[0][0]
        target, reached = (Decimal(rng.randrange(1, 100_000)) / 100 for _ in range(2))
        groups.append(
            [line(f"{operator}{target}{base}", f"{reached * times:f}{unit}", "9.8", "9.8") for unit, times in units]
        )
    found = iter(scores([one for group in groups for one in group]))
    for group in groups:
        assert len({next(found) for _ in group}) == 1, (group[0].target, group[0].actual)


def test_every_line_stays_in_bounds_and_says_why_nothing_is_settled() -> None:
    session = open_session_on(random_forms(random.Random(5), 10_000), wanted=("scored_line",))
    outside = session.execute(
        "select * from scored_line where points_cents >= 0 and low_cents is not null"
        " and not (0 <= low_cents and low_cents <= high_cents and high_cents <= points_cents)"
    ).fetchall()
    assert outside == []
    unsaid = [one for one in fetch_lines(session) if one.recomputed_score is None and not told(working(one, typed))]
    assert unsaid == []
    assert session.execute("select count(*) from scored_line where verdict is null and points > 0 and rule not in"
                           " ('not_applicable') and filed_cents is not null").fetchone() == (0,)  # fmt: skip


def told(text: str) -> bool:
    """A line without a score says that it has no points, does not apply, or was not filed."""
    return any(reason in text for reason in ("不计分", "没有填报得分"))


def test_a_form_without_a_rate_says_why() -> None:
    session = open_session_on(random_forms(random.Random(6), 3_000), wanted=("project_funding",))
    silent = "select * from project_funding where (execution_rate is null) <> (no_rate_reason is not null)"
    assert session.execute(silent).fetchall() == []

"""The findings of a form: numbered down the form, walked in a ring, named in the address, worst first above."""

from decimal import Decimal

import pytest

from pages.form.found import COLUMNS, beside, chosen, in_reading_order, worst
from pages.form.repairing import candidates
from pages.form.sums import execution, total
from pages.form.why import reasons
from pages.shared.table import Table
from tests.pages.form_cases import HOSTILE, found, way
from tests.pages.test_form_paper import CELLS, reading

FINDINGS = Table(
    "finding",
    COLUMNS,
    (
        ("goal_contradicts_indicators", "warning", None, "A1:J40", None, "75条", "76条"),
        ("level1_points_mismatch", "error", None, "B20", Decimal(20), "60", "40"),
        ("score_overstated", "error", 1, "I9", Decimal("0.26"), "9.8", "9.54"),
        ("level1_points_mismatch", "error", None, "B30", Decimal(20), "20", "40"),
        ("shortfall_unexplained", "warning", 1, "F9", None, "74条", "76条"),
    ),
)


def test_findings_are_numbered_down_the_form_and_the_whole_form_comes_last() -> None:
    ones = in_reading_order(FINDINGS, {}, {1: "74 ÷ 76"})
    assert [(one.number, one.key, one.n) for one in ones] == [
        (1, "score_overstated", 1),
        (2, "shortfall_unexplained", 1),
        (3, "level1_points_mismatch", None),
        (4, "level1_points_mismatch.2", None),
        (5, "goal_contradicts_indicators", None),
    ]
    assert ones[0].working == "74 ÷ 76" and ones[2].working is None


@pytest.mark.parametrize(
    ("key", "n", "number"),
    [
        ("score_overstated", 1, 1),
        ("score_overstated", 2, None),
        ("score_overstated", None, 1),
        ("level1_points_mismatch.2", None, 4),
        (HOSTILE, 1, None),
        (None, 1, None),
    ],
)
def test_an_address_names_a_finding_or_none(key: str | None, n: int | None, number: int | None) -> None:
    one = chosen(in_reading_order(FINDINGS, {}, {}), key, n)
    assert (one.number if one else None) == number


@pytest.mark.parametrize(("at", "step", "to"), [(None, 1, 1), (None, -1, 5), (1, 1, 2), (5, 1, 1), (1, -1, 5)])
def test_the_steps_go_round(at: int | None, step: int, to: int) -> None:
    ones = in_reading_order(FINDINGS, {}, {})
    one = beside(ones, ones[at - 1] if at else None, step)
    assert one is not None and one.number == to
    assert beside((), None, step) is None


def test_what_moves_the_total_is_told_first() -> None:
    assert [one.number for one in worst(in_reading_order(FINDINGS, {}, {}), 3)] == [1, 3, 4]


def test_reasons_are_links_and_escape_what_the_form_says() -> None:
    html = reasons([found(1, n=1, cell="F9"), found(2, "goal_contradicts_indicators", said=HOSTILE)], way, most=2)
    assert "<script" not in html and 'href="?n=1&amp;finding=score_overstated"' in html
    assert "74 ÷ 76 × 9.8 = 9.54" in html


RATES = """
填报执行率 | 复算执行率 | 规则认为有误 | 标记
1.00       | 0.8045     | 是           | 80.5% ▲
0.77       | 0.77304    | 否           | 77.3% ✓
0.50       | 0.90       | 是           | 90% ▼
-          | 0.90       | 否           | 90%
-          | -          | 否           |
"""


@pytest.mark.parametrize("row", RATES.strip().splitlines()[1:])
def test_the_rate_stands_beside_the_funds(row: str) -> None:
    stated, computed, wrong, sign = (text.strip() for text in row.split("|"))
    names = (
        "execution_rate", "filed_rate", "adjusted_budget_wan", "executed_wan", "execution_points",
        "filed_execution_score", "recomputed_execution_score",
    )  # fmt: skip
    values = [None if text == "-" else Decimal(text) for text in (computed, stated)]
    html = execution(Table("project_funding", names, ((*values, *[Decimal(10)] * 5),)), wrong == "是")
    assert (f">{sign}</a>" in html) if sign else not html


def test_the_total_stands_beside_the_total() -> None:
    names = ("filed_total", "recomputed_total", "low_total", "high_total", "notes_total", "total_formula")
    html = total(Table("v", names, ((Decimal(100), Decimal("97.27"), Decimal(60), Decimal(99), None, "indicators"),)))
    assert ">97.27 ▲</a>" in html and "60.00 – 99.00" in html


def test_the_cell_in_question_is_offered_first_for_repair_and_blank_ones_too() -> None:
    now = found(1, n=1, cell="E9")
    offered = candidates(CELLS, reading(now, found(2, cell="F10"), now=now, doubts=(("D9", "?"),)))
    assert [cell.place for cell in offered][:3] == ["E9", "D9", "F10"]
    assert len(offered) == len(CELLS) + 1

"""The oracle, one line at a time: what the rules say of an indicator, in fractions, sharing nothing with the views."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from data.records import Indicator
from tests.analytics.by_hand import Case, interval_by_hand

# How far an actual in words goes, by the notes: (from, to) as levels; 0 nothing, 1 partly, 2 agreed, 3 full.
WORDS: Mapping[tuple[str, str], tuple[int, int]] = {
    ("按时完成", "按时完成"): (2, 3),
    ("按时完成", "已按时完成"): (2, 3),
    ("达到要求", "未达到要求"): (0, 1),
    ("按时完成", "部分完成"): (1, 2),
    ("按时完成", "基本完成"): (1, 3),
}
UNSETTLED = ("no_answer", "blank", "not_comparable")


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of one scheme that the oracle needs, written out by hand from the rules."""

    partly: Fraction
    agreed: Fraction
    linear: bool
    far_exceeded: Fraction
    deduction: Fraction
    execution_inside: bool
    caps: tuple[tuple[Fraction, Fraction], ...]
    low_scoring: Fraction = Fraction(8, 10)
    grades: tuple[tuple[int, str], ...] = ((90, "excellent"), (80, "good"), (60, "fair"))


TENTHS = [Fraction(tenth, 10) for tenth in range(11)]
YANCHI = Numbers(TENTHS[5], TENTHS[8], False, Fraction(13, 10), Fraction(0), False, ())
STRICT = Numbers(
    TENTHS[6], TENTHS[8], True, Fraction(13, 10), Fraction(2), True,
    tuple((TENTHS[at], Fraction(most)) for at, most in ((5, 59), (6, 69), (7, 79), (8, 89))),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scored:
    """One line as the rules score it; points in points, None where nothing is scored."""

    applicable: bool
    points: Fraction | None
    filed: Fraction | None
    low: Fraction | None
    high: Fraction | None
    recomputed: Fraction | None
    verdict: str | None
    rule: str
    identical: bool


def half_up(value: Fraction, decimals: int = 2) -> Fraction:
    return Fraction(floor(value * 10**decimals + Fraction(1, 2)), 10**decimals)


def exact(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def tolerance(step: Decimal | None) -> Fraction:
    """Half a unit of the last decimal printed, 0.05 at least and 0.1 at most."""
    return min(max(half_up(Fraction(step or 0) / 2), Fraction(5, 100)), Fraction(1, 10))


def score_line(line: Indicator, numbers: Numbers) -> Scored:
    """Interval, verdict and recomputed score of one line."""
    points, filed = exact(line.points), exact(line.filed_score)
    rule = rule_of(line)
    identical = bool(line.target) and line.target == line.actual and rule != "not_applicable"
    if rule == "not_applicable" or points is None:
        return Scored(rule != "not_applicable", points, filed, None, None, None, None, rule, identical)
    low, high = interval(line, rule, points, numbers)
    if points <= 0:
        return Scored(True, points, filed, low, high, None, None, rule, identical)
    verdict = judge(rule, points, filed, low, high, tolerance(line.filed_score_step))
    recomputed = None if filed is None else min(max(filed, low), high)
    return Scored(True, points, filed, low, high, recomputed, verdict, rule, identical)


def rule_of(line: Indicator) -> str:
    if line.target == line.actual == "不适用":
        return "not_applicable"
    target, actual = line.target_value, line.actual_value
    if "blank" in (target.kind, actual.kind):
        return "blank"
    if target.kind == "qualitative":
        return "wording" if (line.target, line.actual) in WORDS else "no_answer"
    if target.family != actual.family:
        return "not_comparable"
    return "date" if target.family == "date" else "figure"


def interval(line: Indicator, rule: str, points: Fraction, numbers: Numbers) -> tuple[Fraction, Fraction]:
    if points <= 0 or rule in UNSETTLED:
        return Fraction(0), points
    if rule == "wording":
        share = (Fraction(0), numbers.partly, numbers.agreed, Fraction(1))
        low, high = (half_up(points * share[level]) for level in WORDS[line.target or "", line.actual or ""])
        return low, high
    if rule == "date":
        latest, reached = line.target_value.base_high, line.actual_value.base_high
        in_time = latest is not None and reached is not None and reached <= latest
        return (points if in_time else Fraction(0)), points
    return figures(line, numbers)


def figures(line: Indicator, numbers: Numbers) -> tuple[Fraction, Fraction]:
    case = case_of(line, numbers)
    low, high = (Fraction(end) for end in interval_by_hand(case))
    off = Fraction(0)
    if not case.cost and case.operator not in ("<=", "<") and case.target > 0 and not line.reason:
        exceeded = case.worst is not None and Fraction(case.worst) >= Fraction(case.target) * numbers.far_exceeded
        off = numbers.deduction if exceeded else off
    return max(low - off, Fraction(0)), max(high - off, Fraction(0))


def case_of(line: Indicator, numbers: Numbers) -> Case:
    target, actual = line.target_value, line.actual_value
    bound = target.base_high if target.operator in ("<=", "<") else target.base_low
    assert bound is not None
    assert line.points is not None
    return Case(
        operator=target.operator if target.signed else None,
        target=bound,
        worst=actual.base_low,
        best=actual.base_high,
        points=line.points,
        cost="成本" in (line.level2 or ""),
        linear=numbers.linear,
    )


def judge(
    rule: str, points: Fraction, filed: Fraction | None, low: Fraction, high: Fraction, within: Fraction
) -> str | None:
    if filed is not None and filed > high + within:
        return "overstated"
    if filed is not None and filed < low - within:
        return "understated"
    if rule == "not_comparable":
        return rule
    if (low, high) == (0, points):
        return "unverifiable"
    return None if filed is None else "agrees"

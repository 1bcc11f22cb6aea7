"""The oracle: the admissible score in plain Python with fractions. It shares nothing with the views."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

NOTHING, FULL = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Case:
    """A target with its operator (None where none is written) and an actual between two ends (None is open)."""

    operator: str | None
    target: Decimal
    worst: Decimal | None
    best: Decimal | None
    points: Decimal
    cost: bool
    linear: bool


def interval_by_hand(case: Case) -> tuple[Decimal, Decimal]:
    """Lowest and highest score: the ends of the actual one by one, then what the form leaves open."""
    if case.operator in ("<=", "<"):
        low, high = _reverse(case)
    elif case.operator in (">=", ">"):
        low, high = _positive(case)
    elif case.target == 0:
        low, high = _zero(case)
    else:
        low, high = _positive(case)
        if case.cost and case.operator is None and case.best is not None and case.best < case.target:
            high = FULL
    return in_cents(low * Fraction(case.points)), in_cents(high * Fraction(case.points))


def _positive(case: Case) -> tuple[Fraction, Fraction]:
    target = Fraction(case.target)

    def share(actual: Fraction) -> Fraction:
        return FULL if actual >= target else actual / target

    if _without_ratio(case, case.best, short=lambda actual: actual < target):
        return NOTHING, FULL
    low = NOTHING if case.worst is None else _clamped(share, Fraction(case.worst), target)
    high = FULL if case.best is None else _clamped(share, Fraction(case.best), target)
    return low, high


def _reverse(case: Case) -> tuple[Fraction, Fraction]:
    target = Fraction(case.target)

    def share(actual: Fraction) -> Fraction:
        if actual <= target:
            return FULL
        if target == 0:
            return NOTHING
        if case.linear:
            return max(NOTHING, FULL - (actual - target) / target)
        return target / actual

    if target < 0:
        if case.best is not None and case.best <= target:
            return FULL, FULL
        return NOTHING, FULL
    low = NOTHING if case.best is None else share(Fraction(case.best))
    high = FULL if case.worst is None else share(Fraction(case.worst))
    return low, high


def _zero(case: Case) -> tuple[Fraction, Fraction]:
    low = FULL if case.best is not None and case.best <= 0 else NOTHING
    high = NOTHING if case.worst is not None and case.worst > 0 else FULL
    return low, high


def _without_ratio(case: Case, actual: Decimal | None, short: Callable[[Fraction], bool]) -> bool:
    """Certainly short of a target that is not above zero: no ratio says by how much."""
    return actual is not None and short(Fraction(actual)) and case.target <= 0


def _clamped(share: Callable[[Fraction], Fraction], actual: Fraction, target: Fraction) -> Fraction:
    """A ratio of figures below zero is none: the end is left at nothing."""
    if actual < target and (actual < 0 or target <= 0):
        return NOTHING
    return share(actual)


def in_cents(points: Fraction) -> Decimal:
    """Half up to two decimals."""
    return Decimal(floor(points * 100 + Fraction(1, 2))) / 100


def verdict_by_hand(low: Decimal, high: Decimal, points: Decimal, filed: Decimal, step: Decimal) -> tuple[str, Decimal]:
    """Verdict and nearest point. Half a unit of the last decimal printed may be missing, 0.05 to 0.1."""
    tolerance = min(max(step / 2, Decimal("0.05")), Decimal("0.1"))
    nearest = min(max(filed, low), high)
    if filed > high + tolerance:
        return "overstated", nearest
    if filed < low - tolerance:
        return "understated", nearest
    return ("unverifiable" if low == 0 and high == points else "agrees"), nearest

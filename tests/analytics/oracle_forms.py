"""The oracle, one form at a time: its money and its totals, in fractions."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from data.records import Evaluation, Funding
from tests.analytics.oracle_lines import Numbers, Scored, exact, half_up, score_line, tolerance

HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class Money:
    """What a form spent of what it had. `points`, `filed` and `score` belong to the execution rate."""

    initial: Fraction | None
    adjusted: Fraction | None
    executed: Fraction | None
    rate: Fraction | None
    points: Fraction | None
    filed: Fraction | None
    score: Fraction | None
    no_rate_reason: str | None
    money_from: str


@dataclass(frozen=True, slots=True)
class Form:
    """A form as the oracle scores it, of 100 where the name says so."""

    filing: Evaluation
    lines: tuple[Scored, ...]
    money: Money
    formula: str
    filed_total: Fraction | None
    notes_total: Fraction | None
    recomputed_total: Fraction | None
    low_total: Fraction | None
    high_total: Fraction | None
    filed_100: Fraction | None
    recomputed_100: Fraction | None
    inflation: Fraction | None
    grade: str | None
    verifiable: Fraction | None
    identical: Fraction | None


def added(values: Sequence[Fraction | None]) -> Fraction | None:
    """The sum of what is known; nothing known has no sum."""
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) if known else None


def money_of(rows: Sequence[Funding]) -> Money:
    """The total row; where it holds no budget and its parts do, their sums."""
    total = next(row for row in rows if row.source_of_funds == "total")
    parts = [row for row in rows if row.source_of_funds != "total"]

    def pair(name: str) -> tuple[Fraction | None, Fraction | None]:
        return exact(getattr(total, name)), added([exact(getattr(row, name)) for row in parts])

    whole, of_parts = pair("adjusted_budget_wan")
    from_parts = not whole and bool(of_parts)

    def chosen(name: str) -> Fraction | None:
        first, second = reversed(pair(name)) if from_parts else pair(name)
        return second if first is None else first

    adjusted, executed = (of_parts if from_parts else whole), chosen("executed_wan")
    reason = "budget_blank" if adjusted is None else "budget_zero" if adjusted <= 0 else None
    reason = reason or ("executed_blank" if executed is None else None)
    points = exact(total.points)
    rate = score = None
    if reason is None and adjusted is not None and executed is not None:
        rate = half_up(executed / adjusted, 6)
        score = None if points is None else half_up(min(executed / adjusted, Fraction(1)) * points)
    filled = from_parts or (total.executed_wan is None and pair("executed_wan")[1] is not None)
    return Money(
        chosen("initial_budget_wan"), adjusted, executed, rate, points, exact(total.filed_score), score, reason,
        "parts" if filled else "total",
    )  # fmt: skip


def whole_of(filing: Evaluation) -> Fraction:
    """The points of the form; 100 where it names none, which is another thing than naming 0."""
    return HUNDRED if filing.total_points is None else Fraction(filing.total_points)


def score_form(filing: Evaluation, numbers: Numbers, notes: Numbers) -> Form:
    """All of one form under `numbers`, its own notes being `notes`."""
    lines = [score_line(line, numbers) for line in filing.indicators]
    by_notes = [score_line(line, notes) for line in filing.indicators]
    money = money_of(filing.funding)
    formula, told = formula_of(filing, lines, money)
    whole = whole_of(filing)
    all_points, points = added([one.points for one in lines]), added([one.points for one in lines if one.applicable])
    fits = (all_points or 0) + (money.points or 0) <= whole
    # Where the form does not tell whether execution is part of its total, the scheme does: its own, or the one chosen.
    inside = told if told is not None else notes.execution_inside and fits
    chosen = told if told is not None else numbers.execution_inside and fits
    execution = (money.points or Fraction(0)) if inside else Fraction(0)
    basis = whole if formula == "rescaled" else (all_points or 0) + execution
    of_points = whole if formula == "rescaled" else max(exact(filing.total_points) or Fraction(0), basis)

    def scaled(score: Fraction | None, spent: Fraction | None, as_chosen: bool = False) -> Fraction | None:
        counts = chosen if as_chosen else inside
        of = None if points is None else points + ((money.points or Fraction(0)) if counts else 0)
        to = of_points if counts != inside and money.points else basis
        if score is None or not of or of <= 0:
            return None
        return half_up((score + ((spent or Fraction(0)) if counts else 0)) * to / of)

    # Without a rate the nearest that the points of execution admit; a form that names none leaves what was filed.
    named = money.points is not None and money.points > 0
    most = money.points if named else money.filed
    nearest = None if money.filed is None or most is None else min(money.filed, most)
    spent = nearest if money.score is None else money.score
    by_rule = [
        None if one.recomputed is None or one.filed is None or n.low is None or n.high is None
        else min(max(one.filed, n.low), n.high)
        for one, n in zip(lines, by_notes, strict=True)
    ]  # fmt: skip
    cap = min(
        (
            half_up(most * of_points / 100)
            for below, most in numbers.caps
            if money.rate is not None and money.rate < below
        ),
        default=None,
    )

    def capped(total: Fraction | None) -> Fraction | None:
        return total if total is None or cap is None else min(total, cap)

    filed_by_formula = scaled(added([one.filed for one in lines if one.applicable]), money.filed)
    filed = exact(filing.filed_total)
    filed = filed_by_formula if filed is None else filed
    recomputed = capped(scaled(added([one.recomputed for one in lines]), spent, as_chosen=True))
    best = most if money.score is None else money.score

    def of_100(total: Fraction | None) -> Fraction | None:
        return half_up(total * 100 / of_points) if total is not None and of_points > 0 else None

    opened = added([one.high - one.low for one in lines if one.high is not None and one.low is not None])
    same = sum(one.identical for one in lines)
    return Form(
        filing, tuple(lines), money, formula,
        exact(filing.filed_total), scaled(added(by_rule), spent), recomputed,
        capped(scaled(added([one.low for one in lines]), money.score, as_chosen=True)),
        capped(scaled(added([one.high for one in lines]), best, as_chosen=True)),
        of_100(filed), of_100(recomputed),
        None if filed is None or recomputed is None else filed - recomputed,
        grade(of_100(recomputed), numbers),
        half_up((points - opened) / points, 6) if points and opened is not None else None,
        half_up(Fraction(same, len(lines)), 6),
    )  # fmt: skip


def formula_of(filing: Evaluation, lines: Sequence[Scored], money: Money) -> tuple[str, bool | None]:
    """Which sum gives the filed total, and whether the execution score is part of it; None where that does not tell."""
    total, whole = exact(filing.filed_total), whole_of(filing)
    near = tolerance(filing.filed_total_step)
    points, applicable = added([one.points for one in lines]), added([one.points for one in lines if one.applicable])
    filed, own = added([one.filed for one in lines]), added([one.filed for one in lines if one.applicable])
    execution = money.points or Fraction(0)

    def gives(score: Fraction | None) -> bool:
        return score is not None and total is not None and abs(score - total) <= near

    def scaled(score: Fraction | None, of: Fraction | None) -> Fraction | None:
        return None if score is None or not of or of == whole else half_up(score * whole / of)

    def plus(score: Fraction | None, more: Fraction | None) -> Fraction | None:
        return None if score is None or more is None else score + more

    inside_adds_up = execution > 0 and points is not None and points + execution == whole
    if gives(filed) and gives(plus(filed, money.filed)):
        return ("indicators_and_execution", True) if inside_adds_up else ("indicators", False)
    if gives(filed):
        return "indicators", False
    if gives(plus(filed, money.filed)):
        return "indicators_and_execution", True
    if gives(scaled(own, applicable)):
        return "rescaled", False
    if gives(scaled(plus(own, money.filed), plus(applicable, execution))):
        return "rescaled", True
    if points == whole:
        return "unknown", False
    return "unknown", True if inside_adds_up else None


def grade(score: Fraction | None, numbers: Numbers) -> str | None:
    if score is None:
        return None
    return next((name for least, name in numbers.grades if score >= least), "poor")


def as_decimal(value: Fraction | None) -> Decimal | None:
    return None if value is None else Decimal(value.numerator) / Decimal(value.denominator)

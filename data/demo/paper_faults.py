"""Faults of the clerk who adds up and copies: planted when all the rest is computed."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal
from random import Random

from data.demo.drawing import between, half_up, plain
from data.demo.form_fault import Touched
from data.demo.model import Form, Line, Money
from data.demo.settle import EXECUTION_POINTS, quantities, rate_of, settled_money

HALF = Decimal("0.5")
HUNDRED = Decimal(100)


def budget_zero(form: Form, _free: Sequence[int], _random: Random) -> Touched | None:
    rows = (form.total, form.appropriation, form.carry_over, form.other)
    total, *parts = (replace(row, adjusted=None, rate=None) for row in rows)
    blank = replace(form, total=total, appropriation=parts[0], carry_over=parts[1], other=parts[2])
    return replace(blank, execution_score=EXECUTION_POINTS), ()


def rate_wrong(form: Form, _free: Sequence[int], random: Random) -> Touched | None:
    rate = rate_of(form.total)
    if rate is None:
        return None
    wrong = HUNDRED if rate < Decimal("0.985") else half_up(rate * 100, 0) - random.choice((2, 3, 5, 8))
    return replace(form, total=replace(form.total, rate=f"{plain(wrong)}%")), ()


def execution_score_wrong(form: Form, _free: Sequence[int], random: Random) -> Touched | None:
    if form.execution_score is None:
        return None
    full = form.execution_score < EXECUTION_POINTS - HALF
    wrong = EXECUTION_POINTS if full else form.execution_score - random.choice((HALF, Decimal(1)))
    return replace(form, execution_score=wrong), ()


def funding_parts_not_total(form: Form, _free: Sequence[int], random: Random) -> Touched | None:
    part = form.appropriation
    if part.adjusted is None or part.executed is None:
        return None
    less = (part.executed * between(random, 0.03, 0.2)).quantize(Decimal("0.1"), ROUND_CEILING)
    lowered = replace(part, executed=part.executed - less)
    settled = settled_money(form, lowered, form.carry_over, form.other)
    return replace(form, appropriation=settled.appropriation), ()


def total_row_empty(form: Form, _free: Sequence[int], _random: Random) -> Touched | None:
    zero = Decimal(0)
    return replace(form, total=Money(zero, zero, zero)), ()


def total_not_sum(form: Form, _free: Sequence[int], random: Random) -> Touched | None:
    total = form.total_score
    if total is None:
        return None
    wrong = HUNDRED if HALF < HUNDRED - total < 8 else total - random.choice((Decimal(1), Decimal(2), Decimal(3)))
    points = sum((line.points for line in form.lines), Decimal(0))
    return (replace(form, total_score=wrong), ()) if not explained(form, wrong, points) else None


def explained(form: Form, total: Decimal, points: Decimal) -> bool:
    """Whether another way of adding up gives this total: with the execution score, or rescaled to 100."""
    filed, execution = form.total_score or Decimal(0), form.execution_score or Decimal(0)
    others = (filed + execution, filed / points * 100, (filed + execution) / (points + EXECUTION_POINTS) * 100)
    return any(abs(other - total) <= Decimal("0.2") for other in others)


def goal_contradicts_indicators(form: Form, free: Sequence[int], random: Random) -> Touched | None:
    """The goal names another figure than the target of the same thing."""
    counted = set(quantities(form.lines))
    told = [n for n in free if form.lines[n - 1] in counted and is_told(form.lines[n - 1], form.goal)]
    if not told:
        return None
    n = random.choice(told)
    line = form.lines[n - 1]
    other = half_up(line.aim * random.choice((between(random, 0.7, 0.94), between(random, 1.06, 1.3))), 0)
    goal = form.goal.replace(saying(line, line.aim), saying(line, other))
    return (replace(form, goal=goal), (n,)) if other != line.aim else None


def is_told(line: Line, goal: str) -> bool:
    """Whether the goal names this figure in a way that can be compared: 20万条 and (街道)15个 cannot."""
    comparable = not line.unit.startswith("万") and line.unit != "天" and not line.name.endswith(")")
    return comparable and line.aim >= 5 and saying(line, line.aim) in goal


def saying(line: Line, figure: Decimal) -> str:
    return f"{line.name}{plain(figure)}{line.unit}"

"""Faults of the money: too little spent, too much, or the budget changed without a word."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

from data.demo.clean import sentence
from data.demo.drawing import between, half_up, plain, score_by_rule
from data.demo.form_fault import Touched, with_line
from data.demo.model import Form, Line, Money
from data.demo.settle import settled_money


def slow_spending(form: Form, free: Sequence[int], random: Random) -> Touched | None:
    """Money left over, and the cost line says why."""
    spent = slow(form, free, random, 0.94)
    if spent is None:
        return None
    n = cost_line(form)
    return with_line(spent, n, replace(spent.lines[n - 1], reason=sentence("slow_spending", form.year, random))), (n,)


def slow_spending_unexplained(form: Form, free: Sequence[int], random: Random) -> Touched | None:
    spent = slow(form, free, random, 0.895)
    return (spent, (cost_line(form),)) if spent else None


def slow(form: Form, free: Sequence[int], random: Random, most: float) -> Form | None:
    """The form with a part of its money spent, clearly less than the share of points that its results may claim."""
    if cost_line(form) not in free or form.budget_note:
        return None
    points = sum((line.points for line in form.lines), Decimal(0))
    share = sum(map(least_score, form.lines), Decimal(0)) / points
    slowest = 0.15 if random.random() < 0.1 else 0.55
    rate = min(between(random, slowest, most), share * Decimal("0.94"))
    return spending(form, half_up(rate, 4))


def least_score(line: Line) -> Decimal:
    """What the rules leave a line at the least, as far as its figures say."""
    judged = line.points * Decimal("0.75") if line.actual == "部分完成" else score_by_rule(line, 2)
    return min(judged, line.score if line.score is not None else judged)


def spending(form: Form, rate: Decimal) -> Form:
    """The form with this share of every budget spent, and its cost line to match."""
    parts = [at_rate(part, rate) for part in (form.appropriation, form.carry_over, form.other)]
    moved = settled_money(form, *parts)
    n = cost_line(form)
    got = moved.total.executed or Decimal(0)
    return with_line(moved, n, replace(moved.lines[n - 1], got=got, actual=f"{plain(got)}万元"))


def at_rate(money: Money, rate: Decimal) -> Money:
    if money.adjusted is None:
        return money
    return replace(money, executed=half_up(money.adjusted * rate, 2 if money.adjusted > 20 else 4))


def cost_line(form: Form) -> int:
    return next(n for n, line in enumerate(form.lines, start=1) if line.shape == "cost")


def executed_over_budget(form: Form, free: Sequence[int], random: Random) -> Touched | None:
    n = cost_line(form)
    if n not in free or form.lines[n - 1].reason:
        return None
    over = spending(form, half_up(between(random, 1.02, 1.14), 4))
    line = over.lines[n - 1]
    decimals = form.project.department.habit.decimals
    told = replace(line, score=score_by_rule(line, decimals), reason=sentence("over_budget", form.year, random))
    return with_line(over, n, told), (n,)


def budget_changed_unexplained(form: Form, _free: Sequence[int], random: Random) -> Touched | None:
    if form.budget_note or form.appropriation.initial is None:
        return None
    factor = random.choice((between(random, 0.6, 0.85), between(random, 1.2, 1.6)))
    initial = half_up(form.appropriation.initial * factor, 1)
    parts = (replace(form.appropriation, initial=initial), form.carry_over, form.other)
    moved = settled_money(form, *parts)
    was, now = moved.total.initial, moved.total.adjusted
    return (moved, ()) if was and now and abs(now - was) * 100 > was * 6 else None

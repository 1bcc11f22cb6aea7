"""Faults of a whole form: its points, its money, and what a clerk adds up or copies.

Each takes the form, the lines that are still as they were (n from 1), and a random source; it gives the form and
the lines that it touched, or None where it does not fit.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal
from random import Random

from data.demo.clean import sentence
from data.demo.drawing import between, half_up, plain, score_by_rule, short
from data.demo.model import Form, Line, Money
from data.demo.settle import EXECUTION_POINTS, quantities, rate_of, settled_money

Touched = tuple[Form, tuple[int, ...]]
FormFault = Callable[[Form, Sequence[int], Random], Touched | None]
HALF = Decimal("0.5")
HUNDRED = Decimal(100)


def with_line(form: Form, n: int, *lines: Line) -> Form:
    """The form with line n replaced by one or more."""
    return replace(form, lines=(*form.lines[: n - 1], *lines, *form.lines[n:]))


def whole(form: Form, free: Sequence[int], level1: str | None = None) -> list[int]:
    """The free lines with full marks that are no cost line."""
    found = ((n, form.lines[n - 1]) for n in free)
    full = ((n, line) for n, line in found if line.score == line.points and line.shape != "cost")
    return [n for n, line in full if level1 in (None, line.level1)]


def indicator_repeated(form: Form, free: Sequence[int], random: Random) -> Touched | None:
    """One line twice, its points shared."""
    lines = [n for n in whole(form, free) if form.lines[n - 1].points >= 4]
    if not lines:
        return None
    n = random.choice(lines)
    line = form.lines[n - 1]
    first = half_up(line.points / 2, 0)
    rest = line.points - first
    halves = (replace(line, points=part, score=part) for part in (first, rest))
    return with_line(form, n, *halves), (n, n + 1)


def parts_scored_twice(form: Form, free: Sequence[int], random: Random) -> Touched | None:
    """A parent row and its two parts, each side with half of the points."""
    lines = [n for n in whole(form, free) if form.lines[n - 1].points >= 4 and form.lines[n - 1].shape == "more"]
    lines = [n for n in lines if form.lines[n - 1].aim >= 10]
    if not lines:
        return None
    n = random.choice(lines)
    line = form.lines[n - 1]
    half, quarter = line.points / 2, line.points / 4
    names = (f"其中:{part}{line.name}" for part in ("上半年", "下半年"))
    parts = (replace(line, name=name, points=quarter, score=quarter) for name in names)
    return with_line(form, n, replace(line, points=half, score=half), *parts), (n, n + 1, n + 2)


def level2_missing(form: Form, free: Sequence[int], random: Random) -> Touched | None:  # noqa: ARG001
    """The first level 2 under 效益指标 is left out."""
    first = next(line.level2 for line in form.lines if line.level1 == "效益指标")
    touched = tuple(n for n, line in enumerate(form.lines, start=1) if line.level2 == first)
    lines = (replace(line, level2=None) if line.level2 == first else line for line in form.lines)
    return replace(form, lines=tuple(lines)), touched


def points_equal_shortfall_score(form: Form, free: Sequence[int], random: Random) -> Touched | None:
    """76条 → 74条, and the points set to what is left: 9.8 of 9.8."""
    for n in random.sample(list(free), len(free)):
        line = form.lines[n - 1]
        got = short(random, line.shape, line.aim, line.unit, least=0.86) if line.shape == "more" else None
        if got is None or line.reason:
            continue
        left = half_up(got / line.aim * line.points, 1)
        low = replace(line, got=got, actual=f"{plain(got)}{line.unit}", points=left, score=left)
        if left % 1 and line.points - left < 1 and left - score_by_rule(low, 2) >= Decimal("0.12"):
            return with_line(form, n, low), (n,)
    return None


def level1_points_mismatch(form: Form, free: Sequence[int], random: Random) -> Touched | None:
    """Points moved from one level 1 to another: 40/40/20 holds 60/20/20."""
    given, taken = whole(form, free, "产出指标"), whole(form, free, "效益指标")
    taken = [n for n in taken if form.lines[n - 1].points >= 6]
    if not given or not taken:
        return None
    to, source = random.choice(given), random.choice(taken)
    moved = Decimal(random.choice((2, 3, 5)))
    return points_added(points_added(form, to, moved), source, -moved), ()


def points_not_100(form: Form, free: Sequence[int], random: Random) -> Touched | None:
    lines = [n for n in whole(form, free) if form.lines[n - 1].points >= 6]
    if not lines:
        return None
    n = random.choice(lines)
    more = Decimal(random.choice((-5, -3, -2, 2, 3, 5)))
    level1 = form.lines[n - 1].level1
    return replace(points_added(form, n, more), declared={**form.declared, level1: form.declared[level1] + more}), ()


def points_added(form: Form, n: int, more: Decimal) -> Form:
    line = form.lines[n - 1]
    return with_line(form, n, replace(line, points=line.points + more, score=line.points + more))


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


def budget_changed_unexplained(form: Form, free: Sequence[int], random: Random) -> Touched | None:  # noqa: ARG001
    if form.budget_note or form.appropriation.initial is None:
        return None
    factor = random.choice((between(random, 0.6, 0.85), between(random, 1.2, 1.6)))
    initial = half_up(form.appropriation.initial * factor, 1)
    parts = (replace(form.appropriation, initial=initial), form.carry_over, form.other)
    moved = settled_money(form, *parts)
    was, now = moved.total.initial, moved.total.adjusted
    return (moved, ()) if was and now and abs(now - was) * 100 > was * 6 else None


def budget_zero(form: Form, free: Sequence[int], random: Random) -> Touched | None:  # noqa: ARG001
    rows = (form.total, form.appropriation, form.carry_over, form.other)
    total, *parts = (replace(row, adjusted=None, rate=None) for row in rows)
    blank = replace(form, total=total, appropriation=parts[0], carry_over=parts[1], other=parts[2])
    return replace(blank, execution_score=EXECUTION_POINTS), ()


def rate_wrong(form: Form, free: Sequence[int], random: Random) -> Touched | None:  # noqa: ARG001
    rate = rate_of(form.total)
    if rate is None:
        return None
    wrong = HUNDRED if rate < Decimal("0.985") else half_up(rate * 100, 0) - random.choice((2, 3, 5, 8))
    return replace(form, total=replace(form.total, rate=f"{plain(wrong)}%")), ()


def execution_score_wrong(form: Form, free: Sequence[int], random: Random) -> Touched | None:  # noqa: ARG001
    if form.execution_score is None:
        return None
    full = form.execution_score < EXECUTION_POINTS - HALF
    wrong = EXECUTION_POINTS if full else form.execution_score - random.choice((HALF, Decimal(1)))
    return replace(form, execution_score=wrong), ()


def funding_parts_not_total(form: Form, free: Sequence[int], random: Random) -> Touched | None:  # noqa: ARG001
    part = form.appropriation
    if part.adjusted is None or part.executed is None:
        return None
    less = (part.executed * between(random, 0.03, 0.2)).quantize(Decimal("0.1"), ROUND_CEILING)
    lowered = replace(part, executed=part.executed - less)
    settled = settled_money(form, lowered, form.carry_over, form.other)
    return replace(form, appropriation=settled.appropriation), ()


def total_row_empty(form: Form, free: Sequence[int], random: Random) -> Touched | None:  # noqa: ARG001
    zero = Decimal(0)
    return replace(form, total=Money(zero, zero, zero)), ()


def total_not_sum(form: Form, free: Sequence[int], random: Random) -> Touched | None:  # noqa: ARG001
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


FORM_FAULTS: dict[str, FormFault] = {
    fault.__name__: fault
    for fault in (
        indicator_repeated, parts_scored_twice, level2_missing, points_equal_shortfall_score, level1_points_mismatch,
        points_not_100, slow_spending, slow_spending_unexplained, executed_over_budget, budget_changed_unexplained,
        budget_zero, rate_wrong, execution_score_wrong, funding_parts_not_total, total_row_empty, total_not_sum,
        goal_contradicts_indicators,
    )
}  # fmt: skip

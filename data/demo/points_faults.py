"""Faults in how the points are set, and lines that stand there twice."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

from data.demo.drawing import half_up, plain, score_by_rule, short
from data.demo.form_fault import Touched, with_line
from data.demo.model import Form


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


def level2_missing(form: Form, _free: Sequence[int], _random: Random) -> Touched | None:
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


def whole(form: Form, free: Sequence[int], level1: str | None = None) -> list[int]:
    """The free lines with full marks that are no cost line."""
    found = ((n, form.lines[n - 1]) for n in free)
    full = ((n, line) for n, line in found if line.score == line.points and line.shape != "cost")
    return [n for n, line in full if level1 in (None, line.level1)]

"""Figures and texts drawn at random or computed: targets, actuals, scores by the rule. Everything rounds half up."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from random import Random

from data.demo.model import Habit, Line, ProjectLine

MOST_BY_CHANCE = Decimal("1.28")  # from 1.3 on a target counts as far exceeded
MONTHS_OF_A_YEAR = 12


def half_up(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def plain(value: Decimal) -> str:
    """12.50 → 12.5, 100.00 → 100."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def between(random: Random, low: Decimal | float, high: Decimal | float) -> Decimal:
    return Decimal(repr(random.uniform(float(low), float(high))))


def chance(random: Random, probability: float) -> bool:
    return random.random() < probability


def round_figure(value: Decimal) -> Decimal:
    """A target as a planner sets it: 1,237 → 1,240."""
    step = 1 if value < 60 else 5 if value < 300 else 10 if value < 2000 else 100
    return half_up(value / step, 0) * step


def target_text(line: ProjectLine, aim: Decimal, habit: Habit, year: int) -> str:
    want = line.want
    if want.shape == "words":
        return want.words
    if want.shape == "date":
        return f"{year}年{plain(aim)}月底前" if habit.bare_actual else f"{plain(aim)}月底前"
    least, most = habit.operators
    operator = {"more": least, "less": most, "cost": most}.get(want.shape, "")
    return f"{operator}{plain(aim)}{want.unit}"


def actual_text(shape: str, got: Decimal, unit: str, habit: Habit, words: str, year: int) -> str:
    if shape == "words":
        return words
    if shape == "date":
        after, month = divmod(int(got) - 1, MONTHS_OF_A_YEAR)
        return f"{year + after}年{month + 1}月"
    bare = habit.bare_actual and unit not in ("%", "万元") and "/" not in unit
    return plain(got) + ("" if bare else unit)


def reached(random: Random, shape: str, aim: Decimal, unit: str) -> Decimal:
    """An actual that reaches its target, and does not far exceed it."""
    if shape in ("exact", "words", "cost") or chance(random, 0.4):
        return aim
    if shape == "date":
        return max(Decimal(1), aim - random.choice((0, 0, 1, 2)))
    if shape == "less":
        return max(Decimal(1), half_up(aim * between(random, 0.7, 1), 0))
    if unit == "%":
        got = half_up(aim + (100 - aim) * between(random, 0.1, 0.9), random.choice((0, 1)))
        return min(Decimal(100), aim * MOST_BY_CHANCE, got)
    most = (aim * MOST_BY_CHANCE).to_integral_value(ROUND_FLOOR)
    return max(aim, min(half_up(aim * between(random, 1.0, 1.2), 0), most))


def short(random: Random, shape: str, aim: Decimal, unit: str, least: float = 0.45) -> Decimal | None:
    """An actual that misses its target; None where the figure is too small to be missed by a part."""
    if shape == "date":
        return aim + random.choice((1, 1, 2, 3))
    if shape == "less":
        got = (aim * between(random, 1.15, 1.9)).to_integral_value(ROUND_CEILING)
    elif unit == "%":
        got = half_up(aim * between(random, max(least, 0.78), 0.965), random.choice((0, 1)))
    else:
        got = half_up(aim * between(random, least, 0.96), 0)
    return got if 0 < got != aim else None


def score_by_rule(line: Line, decimals: int) -> Decimal:
    """The score of note 3: B/A or A/B of the points, never above them. A late date or a part done is judged at 0.7."""
    if line.shape == "words":
        return line.points
    if line.shape == "date":
        return line.points if line.got <= line.aim else half_up(line.points * Decimal("0.7"), decimals)
    if line.aim == 0:
        return line.points if line.got <= 0 else Decimal(0)
    ratio = line.aim / line.got if line.shape in ("less", "cost") else line.got / line.aim
    return half_up(min(ratio, Decimal(1)) * line.points, decimals) if ratio < 1 else line.points

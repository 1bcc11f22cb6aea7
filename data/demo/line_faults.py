"""Faults of one line: each takes a line that is right and gives it back wrong, or None where it does not fit."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from random import Random

from data.demo.clean import fallen, scored, sentence
from data.demo.drawing import between, half_up, plain, score_by_rule, short
from data.demo.model import Form, Habit, Line

LEAST_AT_STAKE = Decimal("0.25")  # points: a smaller difference is within the tolerance of the rules
TEN = Decimal(10)
OTHER_UNITS = {
    "公里": "处", "处": "公里", "人": "次", "人次": "场", "次": "人", "场": "人次",
    "台": "批", "套": "家", "亩": "户", "户": "亩", "项": "人",
}  # fmt: skip
EVASIONS = ("不断提升", "进一步加强", "稳步推进", "得到群众认可")
VAGUE = (("长期", "持续提升"), ("有效提升", "有效提升"), ("逐步提高", "有所提高"), ("持续改善", "持续改善"))


@dataclass(frozen=True, slots=True)
class Around:
    """What a fault needs to know beside the line."""

    form: Form
    random: Random

    @property
    def habit(self) -> Habit:
        return self.form.project.department.habit


def counted(line: Line) -> bool:
    return line.shape == "more" and line.unit not in ("%", "年") and "/" not in line.unit


def met(line: Line) -> bool:
    return line.score == line.points and not line.reason


def fallen_short(line: Line, around: Around) -> Line | None:
    """The line with its target missed, score untouched; None unless the rule takes off enough to be seen."""
    if line.shape not in ("more", "exact") or not line.aim:
        return None
    got = short(around.random, line.shape, line.aim, line.unit, least=0.4)
    if got is None:
        return None
    low = fallen(line, got, around.form.project, around.form.year)
    return low if line.points - score_by_rule(low, 2) >= LEAST_AT_STAKE else None


def overstated(line: Line, around: Around) -> Line | None:
    low = fallen_short(line, around)
    return replace(low, reason=sentence("shortfall", around.form.year, around.random)) if low else None


def overstated_unexplained(line: Line, around: Around) -> Line | None:
    return fallen_short(line, around)


def shortfall_unexplained(line: Line, around: Around) -> Line | None:
    low = fallen_short(line, around)
    return replace(low, score=score_by_rule(low, around.habit.decimals)) if low else None


def score_above_points(line: Line, around: Around) -> Line | None:
    if line.shape in ("words", "date"):
        return None
    return replace(line, score=line.points + around.random.choice((Decimal("0.5"), Decimal(1), Decimal(2))))


def deduction_unexplained(line: Line, around: Around) -> Line | None:
    if line.shape not in ("more", "exact", "less") or line.points < 2:
        return None
    return replace(line, score=line.points - around.random.choice((Decimal("0.5"), Decimal(1))))


def understated(line: Line, around: Around) -> Line | None:
    low = fallen_short(line, around)
    if low is None:
        return None
    fair = scored(low, around.habit.decimals, around.form.year, around.random)
    score = (fair.score or Decimal(0)) - around.random.choice((Decimal("0.5"), Decimal(1)))
    return replace(fair, score=score) if score > 0 else None


def band_missed(line: Line, around: Around) -> Line | None:
    if line.shape != "words":
        return None
    return replace(line, actual="部分完成", reason=sentence("partly", around.form.year, around.random))


def actual_missing(line: Line, _: Around) -> Line | None:
    return replace(line, actual=None) if line.shape != "cost" else None


def target_missing(line: Line, _: Around) -> Line | None:
    return replace(line, target=None) if line.shape in ("more", "words", "date") else None


def line_left_blank(line: Line, _: Around) -> Line | None:
    return replace(line, target=None, actual=None) if line.level1 == "效益指标" else None


def actual_copies_target(line: Line, _: Around) -> Line | None:
    if line.shape != "more":
        return None
    text = f"≥{plain(line.aim)}{line.unit}"
    return replace(line, target=text, actual=text, got=line.aim)


def actual_is_a_bound(line: Line, _: Around) -> Line | None:
    if line.shape != "more" or line.got <= line.aim:
        return None
    return replace(line, target=f"≥{plain(line.aim)}{line.unit}", actual=f"≥{plain(line.got)}{line.unit}")


def actual_does_not_answer_target(line: Line, around: Around) -> Line | None:
    evasion = around.random.choice(EVASIONS)
    if line.shape == "date":
        return replace(line, target="按时完成", actual=evasion)
    if line.shape == "words":
        return replace(line, actual=evasion)
    return replace(line, actual="已完成") if line.shape in ("more", "less") and line.level1 == "产出指标" else None


def target_not_measurable(line: Line, around: Around) -> Line | None:
    if line.level1 != "效益指标":
        return None
    target, actual = around.random.choice(VAGUE)
    return replace(line, target=target, actual=actual)


def approximate_actual(line: Line, _: Around) -> Line | None:
    tens = (line.aim / TEN).to_integral_value(ROUND_CEILING) * TEN
    if not counted(line) or line.aim < TEN or tens * 10 > line.aim * 12:
        return None
    return replace(line, got=tens, actual=f"{plain(tens)}余{line.unit}")


def direction_missing(line: Line, _: Around) -> Line | None:
    if line.shape != "cost" or line.got >= line.aim:
        return None
    return replace(line, target=f"{plain(line.aim)}万元")


def direction_doubtful(line: Line, _: Around) -> Line | None:
    if line.shape != "cost" or line.got > line.aim:
        return None
    return replace(line, target=f"≥{plain(line.got)}万元")


def not_comparable(line: Line, _: Around) -> Line | None:
    other = OTHER_UNITS.get(line.unit)
    if not counted(line) or other is None:
        return None
    return replace(line, target=f"≥{plain(line.aim)}{line.unit}", actual=f"{plain(line.got)}{other}")


def target_far_exceeded(line: Line, around: Around) -> Line | None:
    if not counted(line):
        return None
    got = half_up(line.aim * between(around.random, 1.36, 2.3), 0)
    return fallen(line, got, around.form.project, around.form.year) if got * 100 >= line.aim * 131 else None


def doubtful_text(line: Line, _: Around) -> Line | None:
    """Text recognition read ≥ as 2."""
    if line.unit != "%" or line.shape != "more" or line.aim < 80:
        return None
    return replace(line, target=f"2{plain(line.aim)}%", actual=f"{plain(line.got)}%")


def year_mismatch(line: Line, around: Around) -> Line | None:
    if line.shape != "date":
        return None
    before = around.form.year - 1
    if around.random.random() < 0.6:
        return replace(line, target=f"{before}年/全年", actual=f"{before}年/全年")
    return replace(line, actual=f"{before}年{plain(line.got)}月")


LineFault = Callable[[Line, Around], Line | None]
LINE_FAULTS: dict[str, LineFault] = {
    fault.__name__: fault
    for fault in (
        overstated, overstated_unexplained, shortfall_unexplained, score_above_points, deduction_unexplained,
        understated, band_missed, actual_missing, target_missing, line_left_blank, actual_copies_target,
        actual_is_a_bound, actual_does_not_answer_target, target_not_measurable, approximate_actual,
        direction_missing, direction_doubtful, not_comparable, target_far_exceeded, doubtful_text, year_mismatch,
    )
}  # fmt: skip

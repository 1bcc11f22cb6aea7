"""A form without faults: figures that agree, scores by the rule, a reason wherever a target is missed."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from math import exp
from random import Random

from data.demo.drawing import (
    actual_text,
    between,
    chance,
    half_up,
    plain,
    reached,
    round_figure,
    score_by_rule,
    short,
    target_text,
)
from data.demo.model import BLANK, YEARS, Form, Line, Money, Project, ProjectLine
from data.demo.words import sentences

LEVELS = {
    "数量": ("产出指标", "数量指标"),
    "质量": ("产出指标", "质量指标"),
    "时效": ("产出指标", "时效指标"),
    "成本": ("产出指标", "成本指标"),
    "经济": ("效益指标", "经济效益指标"),
    "社会": ("效益指标", "社会效益指标"),
    "生态": ("效益指标", "生态效益指标"),
    "持续": ("效益指标", "可持续影响指标"),
    "满意": ("满意度指标", "服务对象满意度指标"),
}
DECLARED = {"产出指标": Decimal(40), "效益指标": Decimal(40), "满意度指标": Decimal(20)}
GROWTH = (0.95, 1.12)  # of a quantity, from year to year
SPENT = (0.957, 0.999)  # below this the results would outrun the money
ALL_SPENT = 0.45
BUDGET_MOVED = 0.1
CARRIED_OVER = 0.12
WITH_OTHER = 0.06
LATE_WORKS = 3  # works are late more often than they fall short


def clean_form(project: Project, year: int, random: Random) -> Form:
    """The form of one year; its goals, rates and totals come when it is settled."""
    money, note = funds(project, year, random)
    total = summed(*money)
    index = YEARS.index(year)
    faultless = chance(random, project.department.profile.full_marks[index])
    shortfall = 0.0 if faultless else project.department.profile.shortfall[index]
    lines = tuple(filed_line(line, project, year, total, shortfall, random) for line in project.lines)
    return Form(year, project, total, *money, lines=lines, declared=DECLARED, budget_note=note)


def funds(project: Project, year: int, random: Random) -> tuple[tuple[Money, Money, Money], str]:
    """(appropriation, carry-over, other) and the sentence that explains a change of the budget."""
    initial = wan(project.budget_wan * Decimal(repr(exp(random.gauss(0, 0.08)) * 0.985 ** YEARS.index(year))), random)
    adjusted, note = initial, ""
    if chance(random, BUDGET_MOVED):
        adjusted = wan(initial * random.choice((between(random, 0.75, 0.93), between(random, 1.08, 1.35))), random)
        kind = "budget_raised" if adjusted > initial else "budget_cut"
        note = random.choice(sentences()[kind]).format(amount=plain(abs(adjusted - initial)))
    carried = wan(initial * between(random, 0.08, 0.4), random) if chance(random, CARRIED_OVER) else None
    other = wan(initial * between(random, 0.05, 0.2), random) if chance(random, WITH_OTHER) else None
    spent = Decimal(1) if chance(random, ALL_SPENT) else between(random, *SPENT)
    return (spending(initial, adjusted, spent), spending(carried, carried, spent), spending(other, other, spent)), note


def spending(initial: Decimal | None, adjusted: Decimal | None, spent: Decimal) -> Money:
    if adjusted is None:
        return BLANK
    return Money(initial, adjusted, half_up(adjusted * spent, places(adjusted)) if spent < 1 else adjusted)


def wan(amount: Decimal, random: Random) -> Decimal:
    """An amount as budgets print it: large ones whole, small ones with decimals."""
    decimals = 0 if amount > 100 and chance(random, 0.7) else random.choice((0, 1, 2, 2, 3)) if amount > 5 else 2
    return half_up(amount, decimals)


def places(budget: Decimal) -> int:
    return 2 if budget > 20 else 4


def summed(*parts: Money) -> Money:
    """The row 年度资金总额; a column without any figure stays blank."""
    initial, adjusted = add(part.initial for part in parts), add(part.adjusted for part in parts)
    return Money(initial, adjusted, add(part.executed for part in parts))


def add(figures: Iterator[Decimal | None]) -> Decimal | None:
    known = [figure for figure in figures if figure is not None]
    return sum(known, Decimal(0)) if known else None


def filed_line(line: ProjectLine, project: Project, year: int, total: Money, shortfall: float, random: Random) -> Line:
    aim = aim_of(line, year, total, random)
    spent = total.executed if line.want.shape == "cost" else None
    got = reached(random, line.want.shape, aim, line.want.unit) if spent is None else spent
    habit = project.department.habit
    filed = Line(
        level1=LEVELS[line.want.level2][0],
        level2=LEVELS[line.want.level2][1],
        name=line.name,
        shape=line.want.shape,
        unit=line.want.unit,
        aim=aim,
        got=got,
        target=target_text(line, aim, habit, year),
        actual=actual_text(line.want.shape, got, line.want.unit, habit, line.want.words, year),
        points=line.points,
        score=line.points,
    )
    likely = shortfall * LATE_WORKS if filed.shape == "date" and project.slow > 1 else shortfall
    return missed(filed, project, year, random) if chance(random, likely) else filed


def aim_of(line: ProjectLine, year: int, total: Money, random: Random) -> Decimal:
    """The target of a year: the budget for a cost, a little more every year for a quantity."""
    if line.want.shape == "cost":
        return total.adjusted or Decimal(0)
    if line.want.shape != "more" or line.want.unit in ("%", "年") or year == YEARS[0]:
        return line.base
    grown = line.base * between(random, *GROWTH) ** YEARS.index(year)
    return max(line.base.min(Decimal(2)), half_up(grown, 0) if grown < 60 else round_figure(grown))


def missed(line: Line, project: Project, year: int, random: Random) -> Line:
    """The line with its target missed, scored by the rule and explained; unchanged where it cannot be missed."""
    habit = project.department.habit
    if line.shape == "words":
        score = half_up(line.points * Decimal("0.7"), habit.decimals)
        return replace(line, actual="部分完成", score=score, reason=sentence("partly", year, random))
    got = short(random, line.shape, line.aim, line.unit) if line.shape != "cost" and line.aim else None
    return line if got is None else scored(fallen(line, got, project, year), habit.decimals, year, random)


def fallen(line: Line, got: Decimal, project: Project, year: int) -> Line:
    """The line with another actual, its score left as it is."""
    return replace(line, got=got, actual=actual_text(line.shape, got, line.unit, project.department.habit, "", year))


def scored(line: Line, decimals: int, year: int, random: Random) -> Line:
    reason = sentence("late" if line.shape == "date" else "shortfall", year, random)
    return replace(line, score=score_by_rule(line, decimals), reason=reason)


def sentence(kind: str, year: int, random: Random) -> str:
    return str(random.choice(sentences()[kind])).format(next=year + 1)

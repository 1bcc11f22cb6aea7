"""What follows from the lines and the money of a form: goals, rates, execution score and totals."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from data.demo.clean import summed
from data.demo.drawing import half_up, plain
from data.demo.model import Form, Line, Money
from data.demo.words import sentences

EXECUTION_POINTS = Decimal(10)
TOLD = 3  # quantities that a goal names


def settled(form: Form, random: Random) -> Form:
    """The form with everything filled in that a careful clerk computes from the rest."""
    decimals = form.project.department.habit.decimals
    rate = rate_of(form.total)
    goal, reached = goals(form, random)
    return replace(
        settled_money(form, form.appropriation, form.carry_over, form.other),
        execution_score=None if rate is None else half_up(min(rate, Decimal(1)) * EXECUTION_POINTS, decimals),
        goal=goal,
        reached=reached,
        total_points=Decimal(100),
        total_score=sum((line.score for line in form.lines if line.score is not None), Decimal(0)),
    )


def settled_money(form: Form, appropriation: Money, carry_over: Money, other: Money) -> Form:
    """The form with these parts, the total row that they add up to, and the rate of each."""
    decimals = form.project.department.habit.decimals
    rows = (summed(appropriation, carry_over, other), appropriation, carry_over, other)
    total, *parts = (with_rate(row, decimals) for row in rows)
    return replace(form, total=total, appropriation=parts[0], carry_over=parts[1], other=parts[2])


def rate_of(money: Money) -> Decimal | None:
    return money.executed / money.adjusted if money.executed is not None and money.adjusted else None


def with_rate(money: Money, decimals: int) -> Money:
    rate = rate_of(money)
    return money if rate is None else replace(money, rate=f"{plain(half_up(rate * 100, decimals))}%")


def goals(form: Form, random: Random) -> tuple[str, str]:
    """Goal and goal reached, composed of the form's own quantities, so that they agree with its lines."""
    words = {"project": form.project.name, "field": form.project.department.field, "year": form.year}
    told = list(quantities(form.lines))[:TOLD]
    promised = [f"目标{index}:{line.name}{plain(line.aim)}{line.unit}" for index, line in enumerate(told, start=1)]
    done = [f"{line.name}{plain(line.got)}{line.unit}" for line in told]
    opening, opened, closing = (
        random.choice(sentences()[kind]) for kind in ("goal_openings", "reached_openings", "reached_closings")
    )
    goal = opening.format(**words) + ";".join(promised) + "。"
    return goal, f"{opened.format(**words)}{','.join(done)},{closing}{form.budget_note}"


def quantities(lines: tuple[Line, ...]) -> Iterator[Line]:
    """The lines that a goal can name: counted, and filled in on both sides."""
    counted = (line for line in lines if line.level2 == "数量指标" and line.shape == "more")
    return (line for line in counted if line.target and line.actual and not line.name.startswith("其中"))

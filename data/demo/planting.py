"""Which faults a form gets, and in which order they are planted."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from data.demo import money_faults, paper_faults, points_faults
from data.demo.drawing import chance
from data.demo.form_fault import FormFault
from data.demo.line_faults import LINE_FAULTS, Around, met
from data.demo.model import YEARS, Form, Planted
from data.demo.settle import settled
from data.demo.words import read_toml

FORM_FAULTS: dict[str, FormFault] = {
    fault.__name__: fault
    for fault in (
        points_faults.indicator_repeated, points_faults.parts_scored_twice, points_faults.level2_missing,
        points_faults.points_equal_shortfall_score, points_faults.level1_points_mismatch, points_faults.points_not_100,
        money_faults.slow_spending, money_faults.slow_spending_unexplained, money_faults.executed_over_budget,
        money_faults.budget_changed_unexplained, paper_faults.budget_zero, paper_faults.rate_wrong,
        paper_faults.execution_score_wrong, paper_faults.funding_parts_not_total, paper_faults.total_row_empty,
        paper_faults.total_not_sum, paper_faults.goal_contradicts_indicators,
    )
}  # fmt: skip
DEFAULTS = {"claims": (), "by": "careless"}


@dataclass(frozen=True, slots=True)
class Fault:
    """A row of faults.toml. `by` is "slow" where the profile and the kind of project give the rate."""

    fault: str
    stage: str
    rate: float
    rules: tuple[str, ...]
    claims: frozenset[str]
    by: str


@dataclass(slots=True)
class Field:
    """A form while faults are planted in it: the lines touched so far and the claims taken."""

    form: Form
    random: Random
    touched: set[int]
    claimed: set[str]
    planted: list[Planted]

    @property
    def free(self) -> list[int]:
        return [n for n, line in enumerate(self.form.lines, start=1) if n not in self.touched and met(line)]


@cache
def faults() -> tuple[Fault, ...]:
    return tuple(
        Fault(name, raw["stage"], raw["rate"], tuple(raw["rules"]), frozenset(raw["claims"]), raw["by"])
        for name, raw in ((name, DEFAULTS | row) for name, row in read_toml("faults.toml").items())
    )


def rate(name: str) -> float:
    return next(fault.rate for fault in faults() if fault.fault == name)


def planted_form(form: Form, random: Random, wanted: frozenset[str] | None = None) -> tuple[Form, tuple[Planted, ...]]:
    """The settled form with faults in it, and what they are. `wanted` names the faults instead of chance."""
    field = Field(form, random, set(), set(), [])
    chosen = by_chance(form, random) if wanted is None else wanted
    for stage in ("points", "line", "money"):
        plant_stage(field, stage, chosen)
    field.form = settled(field.form, random)
    plant_stage(field, "paper", chosen)
    return field.form, tuple(field.planted)


def by_chance(form: Form, random: Random) -> frozenset[str]:
    return frozenset(fault.fault for fault in faults() if chance(random, probability(fault, form)))


def probability(fault: Fault, form: Form) -> float:
    profile, index = form.project.department.profile, YEARS.index(form.year)
    factor = profile.slow[index] * form.project.slow if fault.by == "slow" else profile.careless[index]
    return fault.rate * factor


def plant_stage(field: Field, stage: str, chosen: Collection[str]) -> None:
    for fault in faults():
        if fault.stage == stage and fault.fault in chosen and not fault.claims & field.claimed:
            lines = plant_line(field, fault) if stage == "line" else plant_form(field, fault)
            if lines is not None:
                field.claimed |= fault.claims
                field.touched |= set(lines)
                field.planted.append(Planted(fault.fault, lines, fault.rules))


def plant_line(field: Field, fault: Fault) -> tuple[int, ...] | None:
    for n in field.random.sample(field.free, len(field.free)):
        wrong = LINE_FAULTS[fault.fault](field.form.lines[n - 1], Around(field.form, field.random))
        if wrong is not None:
            lines = field.form.lines
            field.form = replace(field.form, lines=(*lines[: n - 1], wrong, *lines[n:]))
            return (n,)
    return None


def plant_form(field: Field, fault: Fault) -> tuple[int, ...] | None:
    found = FORM_FAULTS[fault.fault](field.form, field.free, field.random)
    if found is None:
        return None
    field.form = found[0]
    return found[1]

"""What stands beside the money and beside the total: the rate and the total as they come out of the figures. Pure."""

from collections.abc import Collection
from decimal import Decimal
from html import escape

from pages.form.found import Found
from pages.form.margin import pin
from pages.form.told import facts, shape
from pages.shared.formats import BLANK, money, points, rate
from pages.shared.labels import label, word
from pages.shared.language import t
from pages.shared.table import Table

Sums = tuple[tuple[str, str], ...]  # place and mark
RATE_RULES = frozenset({"rate_wrong", "execution_score_wrong"})


def sums(form: Table, funding: Table, filed: Table, findings: Collection[Found]) -> Sums:
    """The marks beside the row of the funds and beside the row of the total, where the form has them.

    Whether the rate stands is the answer of the rules, with their tolerances.
    """
    wrong = any(one.code in RATE_RULES for one in findings)
    found = ((funding.value("cell"), execution(funding, wrong)), (filed.value("total_cell"), total(form)))
    return tuple((place, mark) for place, mark in found if place and mark)


def execution(funding: Table, wrong: bool) -> str:
    """The rate that the figures give, and the score that follows from it (a row of project_funding)."""
    computed = funding.value("execution_rate")
    if computed is None:
        return ""
    stated = funding.value("filed_rate")
    verdict = "" if stated is None else _verdict(stated, computed, computed) if wrong else "agrees"
    told = facts(
        (
            (label("adjusted_budget_wan"), money(funding.value("adjusted_budget_wan"))),
            (label("executed_wan"), money(funding.value("executed_wan"))),
            (t("复算执行率"), _division(funding)),
            (t("填报执行率"), rate(stated)),
            (t("分值"), points(funding.value("execution_points"))),
            (t("填报得分"), points(funding.value("filed_execution_score"))),
            (t("复算得分"), points(funding.value("recomputed_execution_score"))),
        )
    )
    return _mark(verdict, rate(computed), t("执行率"), told)


def _division(funding: Table) -> str:
    spent, budget = money(funding.value("executed_wan")), money(funding.value("adjusted_budget_wan"))
    return f"{spent} ÷ {budget} = {rate(funding.value('execution_rate'))}"


def total(form: Table) -> str:
    """The total that the rules give (a row of project_summary)."""
    filed, computed = form.value("filed_total"), form.value("recomputed_total")
    if computed is None:
        return ""
    least, most = form.value("low_total"), form.value("high_total")
    low, high = points(least), points(most)
    told = facts(
        (
            (label("filed_total"), points(filed)),
            (label("notes_total"), points(form.value("notes_total"))),
            (label("recomputed_total"), points(computed)),
            (t("规则允许"), low if low == high else f"{low} – {high}"),
            (label("total_formula"), word("total_formula", form.value("total_formula"))),
        )
    )
    return _mark("" if filed is None else _verdict(filed, least, most), points(computed), t("总分"), told)


def _verdict(filed: Decimal, least: Decimal, most: Decimal) -> str:
    if least <= filed <= most:
        return "agrees"
    return "overstated" if filed > most else "understated"


def _mark(verdict: str, figure: str, name: str, told: str) -> str:
    sign = f"{figure} {shape(verdict)}" if verdict else figure
    words = t("{name}复算 {figure},{verdict}", name=name, figure=figure, verdict=word("verdict", verdict or None))
    head = words if verdict else t("{name}复算 {figure}", name=name, figure=figure)
    return pin(verdict or BLANK, sign, head, "#jx-money", f"<b>{escape(head)}</b>{told}")

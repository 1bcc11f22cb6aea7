"""A form as `python -m data read --json` gives it: plain JSON, figures as numbers, missing as null."""

from dataclasses import fields
from decimal import Decimal
from typing import Any

from data.forms.folding import is_dash
from data.forms.issues import issue_sentence
from data.records import Evaluation, Funding, Indicator, Issue
from data.texts import typed

Json = dict[str, Any]


def form_json(evaluation: Evaluation) -> Json:
    """The contract of a form, and further what was left in doubt and the share of cells accounted for."""
    return {
        "year": evaluation.year,
        "county": evaluation.county,
        "project": evaluation.project,
        "department": evaluation.department,
        "unit": evaluation.unit,
        "goal": evaluation.goal,
        "goal_reached": evaluation.goal_reached,
        "total_points": number(evaluation.total_points),
        "total_score": number(evaluation.filed_total),
        "grade": evaluation.filed_grade,
        "funding": [funding_json(row) for row in evaluation.funding],
        "indicators": [indicator_json(indicator) for indicator in evaluation.indicators],
        "notes": evaluation.notes,
        "remarks": evaluation.remarks,
        "place": evaluation.place,
        "layout": evaluation.layout,
        "filled_cells": evaluation.filled_cells,
        "accounted_cells": evaluation.accounted_cells,
        "accounted_share": accounted_share(evaluation),
        "issues": [issue_json(issue) for issue in evaluation.issues],
    }


def funding_json(row: Funding) -> Json:
    """Amounts in 万元, the rate as a share of 1."""
    return {
        "source_of_funds": row.source_of_funds,
        "initial_budget_wan": number(row.initial_budget_wan),
        "adjusted_budget_wan": number(row.adjusted_budget_wan),
        "executed_wan": number(row.executed_wan),
        "points": number(row.points),
        "execution_rate": number(row.filed_rate),
        "score": number(row.filed_score),
        "cell": row.cell,
    }


def indicator_json(indicator: Indicator) -> Json:
    """A crossed-out value (— or /) is missing here; the record keeps it as it was filed."""
    return {
        "n": indicator.n,
        "level1": indicator.level1,
        "level1_points": number(indicator.level1_points),
        "level2": indicator.level2,
        "name": indicator.name,
        "target": filled(indicator.target),
        "actual": filled(indicator.actual),
        "points": number(indicator.points),
        "score": number(indicator.filed_score),
        "method": indicator.method,
        "reason": indicator.reason,
        "cell": indicator.cell,
        "target_cell": indicator.target_cell,
        "actual_cell": indicator.actual_cell,
        "score_cell": indicator.score_cell,
    }


def issue_json(issue: Issue) -> Json:
    text = issue_sentence(issue, typed)
    return {field.name: getattr(issue, field.name) for field in fields(issue)} | {"text": text}


def filled(text: str | None) -> str | None:
    return None if text is None or is_dash(text) else text


def number(figure: Decimal | None) -> int | float | None:
    """A whole figure as an integer; others as the nearest double, which prints the same digits."""
    if figure is None:
        return None
    return int(figure) if figure == figure.to_integral_value() else float(figure)


def accounted_share(evaluation: Evaluation) -> float | None:
    """Cells that became a record or a label, over all filled cells."""
    return round(evaluation.accounted_cells / evaluation.filled_cells, 4) if evaluation.filled_cells else None

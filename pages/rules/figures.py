"""Figures of the what-if: scores and ranks as they are beside what they would be."""

from decimal import Decimal

import plotly.graph_objects as go

from pages.shared.drawings import Bar, bars, pairs, to
from pages.shared.formats import points, signed
from pages.shared.labels import department_name, word
from pages.shared.language import t
from pages.shared.marks import ACCENT, BAD, INK
from pages.shared.query import UNFILLED
from pages.shared.table import Table

DRAWN = 12


def moved(forms: Table) -> Table:
    """The forms whose score changes."""
    return forms.known("score_100_change").where("score_100_change", bool)


def regraded(forms: Table) -> Table:
    """The forms whose grade changes."""
    places = forms.columns.index("grade"), forms.columns.index("what_if_grade")
    return Table(forms.view, forms.columns, tuple(row for row in forms.rows if row[places[0]] != row[places[1]]))


def reranked(league: Table) -> Table:
    """The departments whose rank changes, the greatest change first."""
    return league.known("rank_change").where("rank_change", bool)


def forms(changed: Table) -> go.Figure:
    """Dumbbells of the forms that change most: hollow as it is, filled as it would be."""
    names = (
        "evaluation",
        "project",
        "recomputed_score_100",
        "what_if_score_100",
        "score_100_change",
        "grade",
        "what_if_grade",
    )
    rows = [_form(*row) for row in moved(changed).head(DRAWN).pick(*names)]
    if not rows:
        return bars([])
    values = [value for bar, now in rows for value in (bar.value or Decimal(0), now)]
    return pairs(rows, min(values), max(values))


def _form(
    evaluation: int, project: str | None, now: Decimal, then: Decimal, change: Decimal, grade: str, other: str
) -> tuple[Bar, Decimal]:
    name = project or "—"
    grades = t(",等级 {now} → {then}", now=word("grade", grade), then=word("grade", other)) if grade != other else ""
    said = t("{now} → {then} 分", now=points(now), then=points(then))
    hover = t("{said}({change}){grades}", said=said, change=signed(points(change)), grades=grades)
    return Bar(name, then, said, to("form", evaluation=evaluation), hover, BAD if grade != other else INK), now


def ranks(league: Table) -> go.Figure:
    """Places won or lost under the what-if: to the right is better."""
    names = ("department", "lag_rank", "what_if_lag_rank", "rank_change")
    return bars([_rank(*row) for row in reranked(league).head(DRAWN).pick(*names)])


def _rank(department: str | None, now: int, then: int, change: int) -> Bar:
    name = department_name(department)
    said = t("第 {now} → {then} 位", now=now, then=then)
    return Bar(
        name,
        Decimal(change),
        said,
        to("department", department=department or UNFILLED),
        said,
        INK if change > 0 else ACCENT,
    )

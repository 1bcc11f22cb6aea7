"""Every view against the oracle: what differs, view by view, to the cent."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import duckdb

from analytics.session import open_session_on
from data.records import Evaluation
from tests.analytics import oracle_groups as groups
from tests.analytics.oracle_forms import Form, score_form
from tests.analytics.oracle_lines import STRICT, YANCHI, Numbers

SCHEMES: Mapping[str | None, Numbers] = {None: YANCHI, "strict": STRICT}
MONEY = "initial_budget_wan, adjusted_budget_wan, executed_wan, unspent_wan, budget_change_wan, execution_rate"
# Each view: the columns of its key, and those that the oracle answers.
VIEWS: Mapping[str, tuple[str, str]] = {
    "admissible_score": ("evaluation, n", "low_cents, high_cents"),
    "recomputed_indicator": (
        "evaluation, n",
        "points, filed_score, low_score, high_score, recomputed_score, verdict, inflation, lost_points,"
        " filed_lost_points",
    ),
    "project_funding": (
        "evaluation",
        "initial_budget_wan, adjusted_budget_wan, executed_wan, unspent_wan, budget_change_wan, execution_rate,"
        " execution_points, filed_execution_score, recomputed_execution_score, no_rate_reason, money_from",
    ),
    "project_score": ("evaluation", "notes_total_cents, recomputed_total_cents, low_total_cents, high_total_cents"),
    "project_summary": (
        "evaluation",
        "total_formula, filed_total, notes_total, recomputed_total, low_total, high_total, filed_score_100,"
        " recomputed_score_100, inflation, grade, verifiable_share, identical_share",
    ),
    "department_execution": (
        "department, year",
        f"projects, {MONEY}, mean_project_rate, projects_below_80, projects_below_90",
    ),
    "funding_source": (
        "department, year, source_of_funds",
        "initial_budget_wan, adjusted_budget_wan, executed_wan, execution_rate",
    ),
    "points_lost": ("department, year, level1", "points, lost_points, filed_lost_points"),
    "level2_summary": (
        "department, year, level2",
        "indicators, points, filed_score, recomputed_score, lost_points, score_rate, filed_score_rate",
    ),
    "department_summary": (
        "department, year",
        f"projects, filed_score_100, recomputed_score_100, inflation_per_form, {MONEY}, low_scoring_indicators,"
        " low_scoring_points_share, unexplained_shortfalls, unexplained_per_form, errors, errors_per_form, warnings,"
        " verifiable_share",
    ),
    "lagging_department": ("department, year", "lag_index, lag_rank, reasons, lags, previous_lag_rank, repeat"),
    "county_summary": (
        "year",
        f"forms, departments, {MONEY}, filed_score_100, recomputed_score_100, inflation, full_mark_forms, indicators,"
        " overstated_indicators, low_scoring_indicators, errors, warnings, verifiable_share, lagging_departments",
    ),
}


def differences(filings: Sequence[Evaluation], scheme: str | None) -> Iterator[str]:
    """A sentence for each row that a view and the oracle see differently."""
    session = open_session_on(filings, scheme)
    forms = [score_form(filing, SCHEMES[scheme], YANCHI) for filing in filings]
    expected = by_hand(forms, SCHEMES[scheme], counts(session, forms))
    for view, (key, columns) in VIEWS.items():
        found = read(session, view, key, columns, scheme or "yanchi-2022")
        for place in found.keys() | expected[view].keys():
            if found.get(place) != expected[view].get(place):
                yield f"{view} {place}: {found.get(place)} ≠ {expected[view].get(place)}"


def read(
    session: duckdb.DuckDBPyConnection, view: str, key: str, columns: str, scheme: str
) -> dict[groups.Key, groups.Row]:
    where = f"where scheme = '{scheme}'" if view == "admissible_score" else ""
    rows = session.execute(f"select {key}, {columns} from {view} {where}").fetchall()
    size = len(key.split(","))
    return {row[:size]: tuple(map(plain, row[size:])) for row in rows}


def plain(value: object) -> object:
    return Fraction(value) if isinstance(value, Decimal) else value


def counts(session: duckdb.DuckDBPyConnection, forms: Sequence[Form]) -> dict[int, groups.Counts]:
    found = dict.fromkeys(map(id, forms), groups.Counts(0, 0, 0))
    rows = session.execute(
        "select evaluation, count(*) filter (severity = 'error'), count(*) filter (severity = 'warning'),"
        " count(*) filter (rule = 'shortfall_unexplained') from finding group by evaluation"
    ).fetchall()
    return found | {id(forms[evaluation - 1]): groups.Counts(*three) for evaluation, *three in rows}


def by_hand(
    forms: Sequence[Form], numbers: Numbers, found: Mapping[int, groups.Counts]
) -> dict[str, dict[groups.Key, groups.Row]]:
    """What the oracle answers for every view."""
    summary = groups.department_summary(forms, found, numbers)
    lagging = groups.lagging_department(summary)
    lines = [
        ((evaluation, n), one) for evaluation, form in enumerate(forms, 1) for n, one in enumerate(form.lines, start=1)
    ]
    return {
        "admissible_score": {key: (cents(one.low), cents(one.high)) for key, one in lines},
        "recomputed_indicator": {key: _line(one) for key, one in lines},
        "project_funding": {(at,): _funding(form) for at, form in enumerate(forms, 1)},
        "project_score": {
            (at,): tuple(map(cents, (form.notes_total, form.recomputed_total, form.low_total, form.high_total)))
            for at, form in enumerate(forms, 1)
        },
        "project_summary": {(at,): _summary(form) for at, form in enumerate(forms, 1)},
        "department_execution": groups.department_execution(forms),
        "funding_source": groups.funding_source(forms),
        "points_lost": groups.points_lost(forms),
        "level2_summary": groups.level2_summary(forms),
        "department_summary": summary,
        "lagging_department": lagging,
        "county_summary": groups.county_summary(forms, found, numbers, lagging),
    }


def cents(points: Fraction | None) -> Fraction | None:
    return None if points is None else points * 100


def _line(one: groups.Scored) -> groups.Row:
    return (
        one.points, one.filed, one.low, one.high, one.recomputed, one.verdict,
        groups.minus(one.filed, one.recomputed),
        groups.minus(one.points, one.recomputed),
        groups.minus(one.points, one.filed),
    )  # fmt: skip


def _funding(form: Form) -> groups.Row:
    own = form.money
    return (
        *groups.money([form])[:5], own.rate, own.points, own.filed, own.score, own.no_rate_reason, own.money_from
    )  # fmt: skip


def _summary(form: Form) -> groups.Row:
    return (
        form.formula, form.filed_total, form.notes_total, form.recomputed_total, form.low_total, form.high_total,
        form.filed_100, form.recomputed_100, form.inflation, form.grade, form.verifiable, form.identical,
    )  # fmt: skip

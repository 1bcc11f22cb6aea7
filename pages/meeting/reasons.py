"""Why a department lags, in words, from its six criteria. Pure."""

from collections.abc import Iterator

from pages.shared.criteria import Criterion, criteria, worse
from pages.shared.language import t
from pages.shared.table import Table

# The codes of lagging_department.reasons, in the order of the criteria.
CODES = (
    "execution_rate", "recomputed_score", "inflation", "low_scoring_share", "unexplained_shortfalls", "errors_per_form",
)  # fmt: skip
SAID = 3  # reasons said of each department on one screen


def reasons(row: Table) -> str:
    """The reasons of one lagging department with its figures, the median in brackets, and whether it lags again."""
    named = [_beside(one, row) for one in _given(row)]
    more = t("等 {n} 项", n=len(named)) if len(named) > SAID else ""
    again = t(";上年也滞后") if row.value("repeat") else ""
    few = t(";不足 3 份,仅供参考") if row.value("small_number") else ""
    return t(",").join(named[:SAID]) + more + again + few


def _given(row: Table) -> Iterator[Criterion]:
    given = (row.value("reasons") or "").split(";")
    return (one for code, one in zip(CODES, criteria(), strict=True) if code in given)


def _beside(one: Criterion, row: Table) -> str:
    return t(
        "{what} {n}(中位数 {median})",
        what=one.head,
        n=one.words(row.value(one.value)),
        median=one.words(row.value(one.median)),
    )


def own_reasons(standing: Table) -> tuple[tuple[str, str, bool], ...]:
    """Of one department, each criterion: its name, its figure beside the county's median, whether it is worse."""
    return tuple(
        (
            one.head,
            t(
                "{n},全县中位数 {median}",
                n=one.words(standing.value(one.value)),
                median=one.words(standing.value(one.median)),
            ),
            worse(one, standing.value(one.value), standing.value(one.median)),
        )
        for one in criteria()
    )

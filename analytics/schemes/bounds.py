"""The numbers of a scheme that pages draw as bounds. Rates 0-1, the score of 100."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from analytics.schemes.loader import schemes
from analytics.schemes.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Bounds:
    """Execution below `lagging_rate` lags, below `explained_rate` is to be explained; a line below `low_score_rate`
    scores low, a form from `excellent_score` on is excellent.
    """

    lagging_rate: Decimal
    explained_rate: Decimal
    low_score_rate: Decimal
    excellent_score: Decimal


COLUMNS = ("lagging_rate", "explained_rate", "low_score_rate", "excellent_score")  # of the view scheme_bound


def bounds_of(scheme: Scheme) -> Bounds:
    names = ("lagging_below_rate", "explain_below_rate", "low_scoring_below_rate", "excellent_from")
    return Bounds(*(Decimal(scheme.value(name)) for name in names))


@cache
def usual_bounds() -> Bounds:
    """Those of the scheme that forms fall back to."""
    return bounds_of(next(scheme for scheme in schemes() if scheme.default))

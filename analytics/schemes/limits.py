"""What a number of a scheme may be. A number outside is refused by its name before anything is computed with it."""

from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Limit:
    """Lowest and highest value, both allowed, and the finest step (two decimals for points, three for rates)."""

    low: Decimal
    high: Decimal
    step: Decimal


POINTS = Limit(Decimal(0), Decimal(100), Decimal("0.01"))
RATE = Limit(Decimal(0), Decimal(1), Decimal("0.001"))
EXCEEDED_RATE = Limit(Decimal(1), Decimal(100), Decimal("0.001"))
WEIGHT = Limit(Decimal(0), Decimal(100), Decimal(1))
REASONS = Limit(Decimal(1), Decimal(6), Decimal(1))

NUMBERS: MappingProxyType[str, Limit] = MappingProxyType(
    {
        "output_points": POINTS,
        "benefit_points": POINTS,
        "satisfaction_points": POINTS,
        "execution_points": POINTS,
        "agreed_from_rate": RATE,
        "partly_from_rate": RATE,
        "far_exceeded_rate": EXCEEDED_RATE,
        "far_exceeded_deduction": POINTS,
        "excellent_from": POINTS,
        "good_from": POINTS,
        "fair_from": POINTS,
        "low_scoring_below_rate": RATE,
        "explain_below_rate": RATE,
        "lagging_below_rate": RATE,
        "money_gap_rate": RATE,
        "budget_change_rate": RATE,
        "lagging_reasons": REASONS,
        "lag_weight_execution": WEIGHT,
        "lag_weight_score": WEIGHT,
        "lag_weight_inflation": WEIGHT,
        "lag_weight_low_scoring": WEIGHT,
        "lag_weight_unexplained": WEIGHT,
        "lag_weight_errors": WEIGHT,
    }
)
FLAGS = frozenset({"execution_inside"})
WORDS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "execution_in_total": ("form", "inside", "outside"),
        "reverse_formula": ("ratio", "linear"),
        "unsigned_cost": ("open", "reverse", "positive"),
    }
)
# Each pair must not fall: a band or a grade that begins above the next higher one cannot be applied.
RISING = (
    ("partly_from_rate", "agreed_from_rate"),
    ("fair_from", "good_from"),
    ("good_from", "excellent_from"),
    ("lagging_below_rate", "explain_below_rate"),
)
# Shares of one whole: what does not add up to 100 cannot be compared with the points of a form.
WHOLE = Decimal(100)
LEVEL_POINTS = ("output_points", "benefit_points", "satisfaction_points")
LAG_WEIGHTS = tuple(name for name in NUMBERS if name.startswith("lag_weight_"))

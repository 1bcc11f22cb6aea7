"""The rules of one scheme vectorised with numpy, sums with pandas. The peer of the views."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

READ = [
    "evaluation", "points_cents", "filed_cents", "tolerance_cents", "reading_rule", "target_micro", "target_high_micro",
    "actual_low_micro", "actual_high_micro", "low_level", "high_level", "not_applicable",
]  # fmt: skip
FULL = -1.0  # all of the points, as in admissible_score.sql
Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


def scored(lines: pd.DataFrame, agreed: int, partly: int) -> pd.DataFrame:
    """Every line with low, high, recomputed and whether it is overstated. A blank is NaN: pandas has floats for it."""
    rules = lines["reading_rule"].astype("category")
    codes = dict(zip(rules.cat.categories, range(len(rules.cat.categories)), strict=True))
    rule = rules.cat.codes.to_numpy()
    permille = np.array([0, partly, agreed, 1000, np.nan])

    def is_one(*names: str) -> Flags:
        return np.isin(rule, [codes[name] for name in names if name in codes])

    p, a, a_high, b_low, b_high = (
        lines[name].to_numpy(dtype="float64", na_value=np.nan)
        for name in ("points_cents", "target_micro", "target_high_micro", "actual_low_micro", "actual_high_micro")
    )
    with np.errstate(all="ignore"):
        about, worded, reverse = is_one("about"), is_one("wording"), is_one("reverse")
        turned = reverse | (about & (b_high > a))
        plain = is_one("positive", "cost", "range") | (about & ~turned)
        level_low, level_high = (
            permille[lines[name].fillna(4).to_numpy(dtype="int64")] for name in ("low_level", "high_level")
        )
        low_top = np.select(
            [
                plain & is_one("range") & ~(b_high <= a_high), plain & (b_low >= a), plain & (~(b_low >= 0) | (a <= 0)),
                plain, turned & (b_high <= a), turned & (np.isnan(b_high) | (a <= 0)), turned, worded,
                is_one("date", "period") | (is_one("zero") & (b_high <= 0)),
            ],
            [0.0, FULL, 0.0, b_low, FULL, 0.0, a, level_low, FULL], 0.0,
        )  # fmt: skip
        above = is_one("positive", "range")
        high_top = np.select(
            [
                above & (np.isnan(b_high) | (b_high >= a) | (a <= 0)), above & (b_high < 0), above,
                reverse & (np.isnan(b_low) | (b_low <= a) | (a < 0)), reverse & (a == 0), reverse, worded,
                is_one("zero") & (b_low > 0),
            ],
            [FULL, 0.0, b_high, FULL, 0.0, a, level_high, 0.0], FULL,
        )  # fmt: skip
        low = share(low_top, np.where(worded, 1000, np.where(turned, b_high, a)), p)
        high = share(high_top, np.where(worded, 1000, np.where(reverse, b_low, a)), p)
        left_out = is_one("not_applicable") | ~(p >= 0)
        low[left_out] = high[left_out] = np.nan
        filed, tolerance = lines["filed_cents"].to_numpy(dtype="float64", na_value=np.nan), lines["tolerance_cents"]
        recomputed = np.where(p > 0, np.minimum(np.maximum(filed, low), high), np.nan)
        over, under = (p > 0) & (filed > high + tolerance), (p > 0) & (filed < low - tolerance)
    columns = {"evaluation": lines["evaluation"], "p": p, "filed": filed, "low": low, "high": high}
    flags = {"over": over, "under": under, "applicable": np.where(lines["not_applicable"], np.nan, p)}
    return pd.DataFrame(columns | flags | {"recomputed": recomputed}, copy=False)


def share(top: Numbers, bottom: Numbers, p: Numbers) -> Numbers:
    """The points times top ÷ bottom, half up. Floats hold both exactly up to 9 × 10^15."""
    part = np.floor((2 * top * p + bottom) / (2 * bottom))
    return np.where(top < 0, p, np.where(top == 0, 0.0, part))


def forms_summed(lines: pd.DataFrame, low_scoring: int) -> pd.DataFrame:
    """Every form with the sum of its lines and its score of 100."""
    lines["is_low"] = (lines["p"] > 0) & (lines["recomputed"] * 1000 < lines["p"] * low_scoring)
    summed = lines.groupby("evaluation", sort=False).agg(
        lines=("p", "size"), over=("over", "sum"), under=("under", "sum"), low=("is_low", "sum"),
        points=("applicable", "sum"), filed=("filed", "sum"), recomputed=("recomputed", "sum"),
        low_sum=("low", "sum"), high_sum=("high", "sum"),
    ).reset_index()  # fmt: skip
    points = summed["points"].where(summed["points"] > 0)
    summed["score_100"] = np.floor((20000 * summed["recomputed"] + points) / (2 * points))
    return summed

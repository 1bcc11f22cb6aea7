"""The rules of one scheme vectorised with numpy, sums with pandas. The peer of the views."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

READ = [
    "evaluation", "points_micro", "filed_micro", "points_cents", "filed_cents", "tolerance_cents", "reading_rule",
    "target_micro", "target_high_micro", "actual_low_micro", "actual_high_micro", "low_level", "high_level",
    "not_applicable",
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
        over = (p > 0) & (filed > high + tolerance)
    left_out = lines["not_applicable"].to_numpy()
    points, scores = (
        lines[name].to_numpy(dtype="float64", na_value=np.nan) for name in ("points_micro", "filed_micro")
    )
    found = {
        "evaluation": lines["evaluation"], "p": p, "low": low, "high": high, "recomputed": recomputed, "over": over,
        "all_points": points, "points": np.where(left_out, np.nan, points),
        "all_filed": scores, "filed": np.where(left_out, np.nan, scores),
    }  # fmt: skip
    return pd.DataFrame(found, copy=False)


def share(top: Numbers, bottom: Numbers, p: Numbers) -> Numbers:
    """The points times top ÷ bottom, half up. Floats hold both exactly up to 9 × 10^15."""
    part = np.floor((2 * top * p + bottom) / (2 * bottom))
    return np.where(top < 0, p, np.where(top == 0, 0.0, part))


def forms_summed(lines: pd.DataFrame, low_scoring: int) -> pd.DataFrame:
    """The sums of every form in cents; a sum of nothing is NaN."""
    lines["low_scoring"] = (lines["p"] > 0) & (lines["recomputed"] * 1000 < lines["p"] * low_scoring)
    groups = lines.groupby("evaluation", sort=False)
    counted = groups[["over", "low_scoring"]].sum()
    sums = groups[["all_points", "points", "all_filed", "filed", "recomputed", "low", "high"]].sum(min_count=1)
    for name in ("all_points", "points", "all_filed", "filed"):  # half up: a sum below zero is rounded towards it
        micro = sums[name]
        sums[name] = np.where(micro >= 0, np.floor((micro + 5000) / 10000), -np.floor((4999 - micro) / 10000))
    return counted.join(sums).reset_index()


def totalled(forms: pd.DataFrame) -> pd.DataFrame:
    """Every form's totals of 100 by the formula that reproduces the filed one. Its scheme has no caps."""
    points, filed, whole, total, tolerance, all_filed, e_points, e_filed, counted, printed = (
        forms[name].to_numpy(dtype="float64", na_value=np.nan)
        for name in (
            "points", "filed", "whole_cents", "filed_total_cents", "tolerance_cents", "all_filed",
            "execution_points_cents", "execution_filed_cents", "execution_recomputed_cents", "total_points_cents",
        )
    )  # fmt: skip
    all_points = np.nan_to_num(forms["all_points"].to_numpy())
    with np.errstate(all="ignore"):
        points_with = (e_points > 0) & (forms["all_points"].to_numpy() + e_points == whole)
        alone = np.abs(all_filed - total) <= tolerance
        outside = np.abs(all_filed + e_filed - total) <= tolerance
        plain = alone | outside

        def rescaled(of: Numbers, score: Numbers) -> Flags:
            brought: Flags = np.abs(half_up(score * whole, of) - total) <= tolerance
            return ~(plain | (of <= 0) | (of == whole)) & brought

        first, second = rescaled(points, filed), rescaled(points + e_points, filed + e_filed)
        is_rescaled = ~plain & (first | second)
        inside = np.select(
            [alone & outside, alone, outside, first, second, forms["all_points"].to_numpy() == whole],
            [points_with, False, True, False, True, False], points_with,
        )  # fmt: skip
        held = np.where((e_points > 0) & (e_filed > e_points), e_points, np.nan_to_num(e_filed))
        inside_points = np.where(inside, e_points, 0)
        basis = np.where(is_rescaled, whole, all_points + inside_points)
        denominator = points + inside_points

        def brought_to_basis(score: Numbers) -> Numbers:
            scaled = np.where(denominator == basis, score, half_up(score * basis, denominator))
            return np.where(denominator <= 0, np.nan, scaled)

        by_formula = brought_to_basis(filed + np.where(inside, np.nan_to_num(e_filed), 0))
        effective = np.where(np.isnan(total), by_formula, total)
        recomputed = brought_to_basis(
            forms["recomputed"].to_numpy() + np.where(inside, np.where(np.isnan(counted), held, counted), 0)
        )
        of_points = np.where(is_rescaled, whole, np.maximum(np.nan_to_num(printed), basis))
        of_points[~(of_points > 0)] = np.nan
        open_points = (forms["high"] - forms["low"]).to_numpy()
        forms["filed_100"] = half_up(10000 * effective, of_points)
        forms["recomputed_100"] = half_up(10000 * recomputed, of_points)
        forms["verifiable"] = half_up((points - open_points) * 1_000_000, np.where(points > 0, points, np.nan))
    return forms


def half_up(top: Numbers, bottom: Numbers) -> Numbers:
    return np.floor((2 * top + bottom) / (2 * bottom))

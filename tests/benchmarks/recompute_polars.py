"""The rules of one scheme as polars expressions: intervals, verdicts, the sums of forms. The peer of the views."""

import polars as pl

FULL = -1  # all of the points, as in admissible_score.sql
RULE, P = pl.col("reading_rule"), pl.col("points_cents")
A, A_HIGH = pl.col("target_micro"), pl.col("target_high_micro")
LOW, HIGH = pl.col("actual_low_micro"), pl.col("actual_high_micro")


def scored(lines: pl.LazyFrame, agreed: int, partly: int, fits: int) -> pl.LazyFrame:
    """Every line with low, high, recomputed and whether it is overstated."""
    levels = {0: 0, 1: partly, 2: agreed, 3: 1000}
    turned = (RULE == "reverse") | ((RULE == "about") & (HIGH > A).fill_null(False))
    bottom = pl.when(RULE == "wording").then(1000)
    tops = lines.with_columns(
        low_top=low_top(turned, pl.col("low_level").replace_strict(levels, default=None, return_dtype=pl.Int64)),
        high_top=high_top(pl.col("high_level").replace_strict(levels, default=None, return_dtype=pl.Int64)),
        low_bottom=bottom.when(turned).then(HIGH).otherwise(A),
        high_bottom=bottom.when(RULE == "reverse").then(LOW).otherwise(A),
    )
    left_out = (RULE == "not_applicable") | P.is_null() | (P < 0)
    bounded = tops.with_columns(
        low=pl.when(left_out).then(None).otherwise(share("low", fits)),
        high=pl.when(left_out).then(None).otherwise(share("high", fits)),
    )
    filed = pl.col("filed_cents")
    return bounded.with_columns(
        recomputed=pl.when(P > 0).then(
            pl.min_horizontal(pl.max_horizontal(filed, "low"), "high") + filed * 0 + pl.col("low") * 0
        ),
        over=(P > 0) & (filed > pl.col("high") + pl.col("tolerance_cents")),
        under=(P > 0) & (filed < pl.col("low") - pl.col("tolerance_cents")),
    )


def low_top(turned: pl.Expr, permille: pl.Expr) -> pl.Expr:
    plain = RULE.is_in(["positive", "cost", "range"]) | ((RULE == "about") & ~turned)
    return (
        pl.when(plain & (RULE == "range") & (HIGH.is_null() | (HIGH > A_HIGH))).then(0)
        .when(plain & (LOW >= A)).then(FULL)
        .when(plain & (LOW.is_null() | (LOW < 0) | (A <= 0))).then(0)
        .when(plain).then(LOW)
        .when(turned & (HIGH <= A)).then(FULL)
        .when(turned & (HIGH.is_null() | (A <= 0))).then(0)
        .when(turned).then(A)
        .when(RULE == "wording").then(permille)
        .when(RULE.is_in(["date", "period"]) | ((RULE == "zero") & (HIGH <= 0))).then(FULL)
        .otherwise(0)
    )  # fmt: skip


def high_top(permille: pl.Expr) -> pl.Expr:
    plain, turned = RULE.is_in(["positive", "range"]), RULE == "reverse"
    return (
        pl.when(plain & (HIGH.is_null() | (HIGH >= A) | (A <= 0))).then(FULL)
        .when(plain & (HIGH < 0)).then(0)
        .when(plain).then(HIGH)
        .when(turned & (LOW.is_null() | (LOW <= A) | (A < 0))).then(FULL)
        .when(turned & (A == 0)).then(0)
        .when(turned).then(A)
        .when(RULE == "wording").then(permille)
        .when((RULE == "zero") & (LOW > 0)).then(0)
        .otherwise(FULL)
    )  # fmt: skip


def share(side: str, fits: int) -> pl.Expr:
    """The points times top ÷ bottom, half up: in 64 bits where the product fits, else in floats."""
    top, bottom = pl.col(f"{side}_top"), pl.col(f"{side}_bottom")
    exact = (2 * top * P + bottom) // (2 * bottom)
    rough = (top.cast(pl.Float64) * P / bottom + 0.5).floor().cast(pl.Int64, strict=False)
    small = (top < fits) & (bottom < fits)
    return pl.when(top < 0).then(P).when(top == 0).then(0).when(small).then(exact).otherwise(rough)


def forms_summed(lines: pl.LazyFrame, low_scoring: int) -> pl.LazyFrame:
    """Every form with the sum of its lines and its score of 100."""
    applicable = pl.when(~pl.col("not_applicable")).then(P)
    low = (P > 0) & (pl.col("recomputed") * 1000 < P * low_scoring)
    summed = lines.group_by("evaluation").agg(
        pl.len().alias("lines"),
        pl.sum("over"),
        pl.sum("under"),
        low.sum().alias("low"),
        applicable.sum().alias("points"),
        pl.sum("filed_cents"),
        pl.sum("recomputed"),
        pl.sum("low").alias("low_sum"),
        pl.sum("high").alias("high_sum"),
    )
    of_points = pl.when(pl.col("points") > 0).then(pl.col("points"))
    return summed.with_columns(score_100=(20000 * pl.col("recomputed") + of_points) // (2 * of_points))

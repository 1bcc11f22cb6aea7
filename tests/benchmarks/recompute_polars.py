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
    """The sums of every form in cents; a sum of nothing is null."""
    applicable = pl.when(~pl.col("not_applicable"))
    sums = {
        "all_points": pl.col("points_micro"), "points": applicable.then(pl.col("points_micro")),
        "all_filed": pl.col("filed_micro"), "filed": applicable.then(pl.col("filed_micro")),
        "recomputed": pl.col("recomputed"), "low": pl.col("low"), "high": pl.col("high"),
    }  # fmt: skip
    is_low = (P > 0) & (pl.col("recomputed") * 1000 < P * low_scoring)
    summed = lines.group_by("evaluation").agg(
        pl.sum("over"),
        is_low.sum().alias("low_scoring"),
        *(each.sum().alias(name) for name, each in sums.items()),
        *(each.count().alias(f"{name}_n") for name, each in sums.items() if name != "high"),
    )
    known = {name: pl.when(pl.col(f"{'low' if name == 'high' else name}_n") > 0).then(pl.col(name)) for name in sums}
    return summed.with_columns(
        **{name: cents(known[name]) for name in ("all_points", "points", "all_filed", "filed")},
        **{name: known[name] for name in ("recomputed", "low", "high")},
    )


def cents(micro: pl.Expr) -> pl.Expr:
    """Half up: a sum below zero is rounded towards it."""
    return pl.when(micro >= 0).then((micro + 5000) // 10000).otherwise(-((4999 - micro) // 10000))


def totalled(forms: pl.LazyFrame) -> pl.LazyFrame:
    """Every form's totals of 100 by the formula that reproduces the filed one. Its scheme has no caps."""
    points, filed, whole, total = pl.col("points"), pl.col("filed"), pl.col("whole_cents"), pl.col("filed_total_cents")
    tolerance, all_points, all_filed = pl.col("tolerance_cents"), pl.col("all_points").fill_null(0), pl.col("all_filed")
    e_points, e_filed = pl.col("execution_points_cents"), pl.col("execution_filed_cents")
    tried = forms.with_columns(
        points_alone=pl.col("all_points") == whole,
        points_with=(e_points > 0) & (pl.col("all_points") + e_points == whole),
        alone=(all_filed - total).abs() <= tolerance,
        with_execution=(all_filed + e_filed - total).abs() <= tolerance,
    )
    alone, outside = pl.col("alone"), pl.col("with_execution")
    is_plain = (alone | outside).fill_null(value=False)

    def rescaled(of: pl.Expr, score: pl.Expr) -> pl.Expr:
        brought = (half_up(score * whole, of) - total).abs() <= tolerance
        return pl.when(is_plain | (of <= 0) | (of == whole)).then(None).otherwise(brought)

    brought = tried.with_columns(
        rescaled=rescaled(points, filed), rescaled_with=rescaled(points + e_points, filed + e_filed)
    )
    is_rescaled = ~is_plain & (pl.col("rescaled") | pl.col("rescaled_with")).fill_null(value=False)
    told = (
        pl.when(alone & outside).then(pl.col("points_with"))
        .when(alone).then(False).when(outside).then(True)
        .when(pl.col("rescaled")).then(False).when(pl.col("rescaled_with")).then(True)
        .when(pl.col("points_alone")).then(False).when(pl.col("points_with")).then(True)
    )  # fmt: skip
    placed = brought.with_columns(inside=told.fill_null(value=False), is_rescaled=is_rescaled)
    counted = pl.coalesce(
        pl.col("execution_recomputed_cents"),
        pl.when((e_points > 0) & (e_filed > e_points)).then(e_points).otherwise(e_filed.fill_null(0)),
    )
    inside = pl.when(pl.col("inside"))
    scaled = placed.with_columns(
        inside_points=inside.then(e_points).otherwise(0),
        inside_filed=inside.then(e_filed.fill_null(0)).otherwise(0),
        inside_recomputed=inside.then(counted).otherwise(0),
    ).with_columns(
        basis=pl.when(pl.col("is_rescaled")).then(whole).otherwise(all_points + pl.col("inside_points")),
        denominator=points + pl.col("inside_points"),
    )
    basis, denominator = pl.col("basis"), pl.col("denominator")

    def brought_to_basis(score: pl.Expr) -> pl.Expr:
        scaled_score = pl.when(denominator == basis).then(score).otherwise(half_up(score * basis, denominator))
        return pl.when(denominator <= 0).then(None).otherwise(scaled_score)

    of_points = pl.max_horizontal(pl.col("total_points_cents").fill_null(0), basis)
    ready = scaled.with_columns(
        of_points=pl.when(pl.col("is_rescaled")).then(whole).otherwise(of_points),
        effective=pl.coalesce(total, brought_to_basis(filed + pl.col("inside_filed"))),
        recomputed_total=brought_to_basis(pl.col("recomputed") + pl.col("inside_recomputed")),
    )
    hundred = pl.when(pl.col("of_points") > 0)
    return ready.with_columns(
        filed_100=hundred.then(half_up(10000 * pl.col("effective"), pl.col("of_points"))),
        recomputed_100=hundred.then(half_up(10000 * pl.col("recomputed_total"), pl.col("of_points"))),
        verifiable=pl.when(points > 0).then(half_up((points - pl.col("high") + pl.col("low")) * 1_000_000, points)),
    )


def half_up(top: pl.Expr, bottom: pl.Expr) -> pl.Expr:
    return (2 * top + bottom) // (2 * bottom)

"""Findings and lines made by hand, for the tests of the form page."""

from decimal import Decimal

from pages.form.found import Found, Rule
from pages.shared.table import Table

HOSTILE = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>"
LINE = (
    "n", "name", "target", "actual", "points", "filed_score", "low_score", "high_score", "recomputed_score", "verdict",
    "reason", "cell", "target_cell", "actual_cell", "score_cell",
)  # fmt: skip


def found(
    number: int,
    code: str = "score_overstated",
    severity: str = "error",
    n: int | None = None,
    cell: str | None = None,
    said: str = "9.8",
    points: str = "0.26",
) -> Found:
    rule = Rule("自评得分高于应得分。", "按算式改正。", "表内注3")
    return Found(number, code, code, rule, severity, n, cell, Decimal(points), said, "9.54", "74 ÷ 76 × 9.8 = 9.54")


def way(n: int | None, finding: str | None) -> str:
    return "?" + "&".join(f"{name}={value}" for name, value in (("n", n), ("finding", finding)) if value is not None)


def lines(*rows: tuple[int, str, str]) -> Table:
    """One line for each (number, verdict, row of the sheet); cells in columns D to G."""
    ten = Decimal(10)
    return Table(
        "recomputed_indicator",
        LINE,
        tuple(
            (n, HOSTILE, "≥24次", "30余次", ten, ten, ten, ten, ten, verdict, None, f"C{at}", f"D{at}", None, f"F{at}")
            for n, verdict, at in rows
        ),
    )

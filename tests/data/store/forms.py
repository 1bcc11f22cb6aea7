"""Small forms for the tests of the store, made without reading a document."""

from dataclasses import replace
from decimal import Decimal

from data.records import Evaluation, Funding, Indicator, Value

COUNTED = Value("=", Decimal(76), Decimal(76), "条", "number", False, None, "条", Decimal(76), Decimal(76))
LINE = Indicator(
    1, "产出指标", Decimal(40), "数量指标", "线路", "76条", "74条", COUNTED, COUNTED,
    Decimal("9.8"), Decimal("9.8"), Decimal("0.1"), None, None, "D12",
)  # fmt: skip
MONEY = Funding(
    "total", Decimal("28.272"), Decimal("28.272"), Decimal("21.855"), Decimal(10),
    Decimal("0.77"), Decimal("0.01"), Decimal("7.7"), Decimal("0.1"), "C5",
)  # fmt: skip


def form(project: str = "线路租用费", score: str = "9.8", year: int | None = 2022, lines: int = 1) -> Evaluation:
    """A form of one department with `lines` indicators."""
    return Evaluation(
        "Sheet1!A1:J30", "a-yanchi", year, "盐池县", "县委办公室", "县委办公室", project, "目标", "完成情况",
        Decimal(100), Decimal("97.5"), Decimal("0.1"), None, None, "G30", (MONEY,),
        tuple(replace(LINE, n=n, filed_score=Decimal(score)) for n in range(1, lines + 1)), (), 40, 40,
    )  # fmt: skip

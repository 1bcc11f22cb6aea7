"""A small table with everything in it, and where it comes from."""

from datetime import date, datetime
from decimal import Decimal

from analytics.exports.table import ExportMeta, Row, Table

FIRST = datetime.fromisoformat("2023-03-01T09:30")
COLUMNS = (
    "year", "department", "evaluation", "initial_budget_wan", "adjusted_budget_wan", "executed_wan",
    "execution_rate", "projects", "mean_project_rate", "grade", "lags", "received_to",
)  # fmt: skip
ROWS: tuple[Row, ...] = (
    (2022, "县委办", 1, Decimal("28.272"), Decimal("28.272"), Decimal("21.855"), Decimal("0.773026"), 1,
     Decimal("0.773026"), "excellent", True, FIRST),
    (2022, "教育局", 2, Decimal(0), Decimal("100"), Decimal("120.5"), Decimal("1.205"), 3,
     Decimal("1.1"), "good", False, date(2023, 3, 2)),
    (2022, "=1+1", 3, None, None, None, None, 1, None, "poor", None, None),
)  # fmt: skip
TABLE = Table(COLUMNS, ROWS)


def meta(language: str = "zh", *, title: str = "预算执行", demo: bool = False) -> ExportMeta:
    return ExportMeta(
        title=title,
        filters=(("年度", "2022"), ("主管部门", "=县委办")),
        scheme="盐池县 2022",
        scheme_date=date(2022, 1, 1),
        generation=7,
        made_at=datetime.fromisoformat("2023-03-04T05:06"),
        language=language,
        demo=demo,
    )

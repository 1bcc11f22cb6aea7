"""How long an export takes: 50,000 rows of 12 formatted columns. `python -m tests.benchmarks.export_speed`."""

import time
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from analytics.exports.flat import flat_file
from analytics.exports.table import ExportMeta, Table
from analytics.exports.workbook import workbook

COLUMNS = (
    "year", "department", "unit", "project", "evaluation", "initial_budget_wan", "adjusted_budget_wan",
    "executed_wan", "unspent_wan", "execution_rate", "recomputed_score", "grade",
)  # fmt: skip
ROWS = 50_000


def main() -> None:
    table = Table(COLUMNS, tuple(_row(at) for at in range(ROWS)))
    meta = ExportMeta("预算执行", (), "yanchi-2022", None, 1, datetime.now().astimezone(), "zh")
    _say("xlsx", lambda: workbook(table, meta))
    _say("csv", lambda: flat_file(table, "zh"))


def _row(at: int) -> tuple[int | str | Decimal, ...]:
    budget = Decimal(at % 997 + 1)
    spent = budget * (at % 101) / 100
    place = (2022, f"部门{at % 60}", f"单位{at % 200}", f"项目{at % 600}", at)
    return (*place, budget, budget, spent, budget - spent, spent / budget, Decimal(at % 10_000) / 100, "good")


def _say(name: str, made: Callable[[], bytes]) -> None:
    start = time.perf_counter()
    size = len(made())
    print(f"{name}: {ROWS:,} × {len(COLUMNS)} in {time.perf_counter() - start:.2f} s, {size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()

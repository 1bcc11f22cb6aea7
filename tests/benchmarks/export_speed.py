"""How long an export takes and what memory it needs, against openpyxl: `python -m tests.benchmarks.export_speed`.

50,000 rows of 12 formatted columns; each measured in a process of its own, the memory beyond what the rows hold.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from io import BytesIO

import pandas  # noqa: F401  pyarrow brings it in, and a server has it in memory anyway

from analytics.columns import column
from analytics.exports.flat import flat_file
from analytics.exports.parquet import parquet_file
from analytics.exports.table import ExportMeta, Table
from analytics.exports.workbook import workbook

COLUMNS = (
    "year", "department", "unit", "project", "evaluation", "initial_budget_wan", "adjusted_budget_wan",
    "executed_wan", "unspent_wan", "execution_rate", "recomputed_score", "grade",
)  # fmt: skip
ROWS = 50_000
META = ExportMeta("预算执行", (), "yanchi-2022", None, 1, datetime.now().astimezone(), "zh")


def main() -> None:
    if len(sys.argv) > 1:
        measure(sys.argv[1])
    else:
        for name in MADE:
            subprocess.run([sys.executable, "-m", "tests.benchmarks.export_speed", name], check=True)  # noqa: S603


def plain_openpyxl(table: Table) -> bytes:
    """The same rows by openpyxl as one finds it in tutorials: a format for each figure, nothing else."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append([column(name).label("zh") for name in table.columns])
    for row in table.rows:
        sheet.append(list(row))
    for at, name in enumerate(table.columns, 1):
        if column(name).numeric:
            for cell in sheet.iter_cols(at, at, 2, ROWS + 1).__next__():
                cell.number_format = column(name).excel_format
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


MADE: Mapping[str, Callable[[Table], bytes]] = {
    "xlsx": lambda table: workbook(table, META, "project_funding"),
    "csv": lambda table: flat_file(table, "zh"),
    "parquet": lambda table: parquet_file(table, META),
    "openpyxl": plain_openpyxl,
}


def measure(name: str) -> None:
    table = Table(COLUMNS, tuple(_row(at) for at in range(ROWS)))
    before, start, cpu = peak(), time.perf_counter(), time.process_time()
    size = len(MADE[name](table))
    took, worked = time.perf_counter() - start, time.process_time() - cpu
    print(
        f"{name:9} {ROWS:,} × {len(COLUMNS)}: {took:6.2f} s ({worked:.2f} s of work), {size / 2**20:4.1f} MiB,"
        f" peak {peak():4.0f} MiB, of it {peak() - before:4.0f} for the export"
    )


def peak() -> float:
    """The most memory that this process ever held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _row(at: int) -> tuple[int | str | Decimal, ...]:
    budget = Decimal(at % 997 + 1)
    spent = budget * (at % 101) / 100
    place = (2022, f"部门{at % 60}", f"单位{at % 200}", f"项目{at % 600}", at)
    return (*place, budget, budget, spent, budget - spent, spent / budget, Decimal(at % 10_000) / 100, "good")


if __name__ == "__main__":
    main()

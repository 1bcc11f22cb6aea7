"""Ten times the readings of a folder, recomputed within 4 GB: python -m tests.benchmarks.hundred_million FROM TO

FROM is a folder of make bench (--folder), TO an empty one. Forms, their money and their lines are copied under other
numbers; their texts stay away, as no scheme looks at them. Prints the time of both sizes under the same limit.
"""

import subprocess
import sys
from pathlib import Path

import duckdb

from tests.benchmarks.readings import KEPT

TIMES = 10
APART = 10_000_000  # between the numbers of two copies of a form
MOVED = ("indicator_reading", "form_in_force")


def copy_readings(source: Path, target: Path) -> None:
    """The readings TIMES times over."""
    with duckdb.connect() as connection:
        connection.execute("set preserve_insertion_order = false; set memory_limit = '4GB'")
        connection.execute(f"set temp_directory = '{target / 'spill'}'")
        connection.execute(f"attach '{source / 'readings.duckdb'}' as readings (read_only)")
        connection.execute(f"attach '{target / 'readings.duckdb'}' as copied")
        for table in KEPT:
            connection.execute(f"create table copied.{table} as select * from readings.{table}")
        for table in MOVED:
            for at in range(1, TIMES):
                moved = f"select * replace (evaluation + {at * APART} as evaluation) from readings.{table}"
                connection.execute(f"insert into copied.{table} {moved}")


def limited(place: Path) -> list[float]:
    """Seconds, processor seconds and megabytes within 4 GB."""
    command = [sys.executable, "-m", "tests.benchmarks.recompute_by", "limited", str(place)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 – our own command
    print(place.name, told.strip(), flush=True)
    return [float(word) for word in told.split()]


def main(source: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    if not (target / "readings.duckdb").exists():
        copy_readings(source, target)
    one, ten = limited(source), limited(target)
    print(f"{TIMES} × the lines: {ten[0] / one[0]:.2f} × the time, {ten[1] / one[1]:.2f} × the processor time")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

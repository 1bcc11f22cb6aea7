"""What must hold before a generation is published, and a fingerprint of what it holds."""

import time
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import duckdb

from data.store.files import file_digest

CHECKED_SECONDS = 3600
TABLES = (
    "document", "evaluation", "funding", "indicator", "repeated", "issue", "refused",
    "repair", "department_name", "expected_filing",
)  # fmt: skip
GROWING = ("document", "evaluation", "funding", "indicator", "repair")  # an import only adds to these
LINES = ("funding", "indicator")  # a form that was put right may turn out to have fewer
# Each gives the rows that lost what they belong to: there may be none.
ORPHANS = {
    "evaluation": "select count(*) from facts.evaluation anti join facts.document using (document)",
    "funding": "select count(*) from facts.funding anti join facts.evaluation using (evaluation)",
    "indicator": "select count(*) from facts.indicator anti join facts.evaluation using (evaluation)",
    "issue": "select count(*) from facts.issue anti join facts.document using (document)",
    "superseded_by": (
        "select count(*) from facts.evaluation as old "
        "left join facts.evaluation as new on new.evaluation = old.superseded_by "
        "where old.superseded_by is not null and (new.evaluation is null or new.version <= old.version)"
    ),
}


def contradictions(
    connection: duckdb.DuckDBPyConnection, before: dict[str, int], lines_may_go: bool = False
) -> list[str]:
    """Where a row lost what it belongs to, and the tables that lost rows which they had `before`."""
    orphans = [name for name, sql in ORPHANS.items() if number(connection, sql)]
    counts = row_counts(connection)
    growing = [table for table in GROWING if not (lines_may_go and table in LINES)]
    return orphans + [table for table in growing if counts[table] < before.get(table, 0)]


def row_counts(connection: duckdb.DuckDBPyConnection, tables: Iterable[str] = TABLES) -> dict[str, int]:
    return {table: number(connection, f"select count(*) from facts.{table}") for table in tables}


def table_digests(connection: duckdb.DuckDBPyConnection, tables: Iterable[str] = TABLES) -> dict[str, str]:
    """A digest of the rows of each table, whatever their order: equal when the facts are equal."""
    return {table: table_digest(connection, table) for table in tables}


def table_digest(connection: duckdb.DuckDBPyConnection, table: str, catalogue: str = "facts") -> str:
    columns = [name for name, *_ in connection.execute(f"describe {catalogue}.{table}").fetchall()]
    texts = ", ".join(f"coalesce(cast({name} as varchar), chr(30))" for name in columns)
    row = f"concat_ws(chr(31), {texts})"
    sums = f"coalesce(sum(md5_number_lower({row})), 0), coalesce(sum(md5_number_upper({row})), 0)"
    found = connection.execute(f"select {sums} from {catalogue}.{table}").fetchone()
    assert found is not None
    return f"{found[0]:x}-{found[1]:x}"


def number(connection: duckdb.DuckDBPyConnection, sql: str) -> int:
    row = connection.execute(sql).fetchone()
    assert row is not None
    return int(row[0])


def checked_digest(path: Path) -> str:
    """The digest of a file, taken anew when the file has changed, and every hour: a disk that fails changes no date."""
    stat = path.stat()
    return _digest(path, stat.st_size, stat.st_mtime_ns, int(time.monotonic() // CHECKED_SECONDS))


@lru_cache(maxsize=16)
def _digest(path: Path, _size: int, _changed_ns: int, _hour: int) -> str:
    return file_digest(path)

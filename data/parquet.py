"""The facts as Parquet: one folder per table, the large ones in parts by year, for engines that read many files.

<folder>/indicator/filed_year=2022/data_0.parquet · <folder>/document/data_0.parquet · …
The columns are those of schema.sql; `filed_year` (0 where no year is known) is beside them and no fact.
"""

from pathlib import Path

import duckdb

from data.facts import SCHEMA
from data.store.attach import quoted
from data.store.checks import TABLES

__all__ = ["TABLES", "attach_parquet", "load_parquet", "table_folder", "write_parquet"]

PARTED = ("evaluation", "funding", "indicator")
ROWS_PER_GROUP = 100_000


def write_parquet(connection: duckdb.DuckDBPyConnection, folder: Path) -> dict[str, int]:
    """Write every table of the catalogue `facts` into the folder, which must be empty; rows per table."""
    folder.mkdir(parents=True, exist_ok=True)
    return {table: _write_table(connection, folder, table) for table in TABLES}


def _write_table(connection: duckdb.DuckDBPyConnection, folder: Path, table: str) -> int:
    target = table_folder(folder, table)
    target.mkdir()
    options = f"format parquet, compression zstd, row_group_size {ROWS_PER_GROUP}"
    if table in PARTED:
        sql = f"select t.*, coalesce(e.year, 0) as filed_year from facts.{table} as t join facts.evaluation as e " \
              "on e.evaluation = t.evaluation"  # fmt: skip
        written = connection.execute(f"copy ({sql}) to '{quoted(target)}' ({options}, partition_by (filed_year))")
    else:
        file = target / "data_0.parquet"
        written = connection.execute(f"copy (select * from facts.{table}) to '{quoted(file)}' ({options})")
    row = written.fetchone()
    assert row is not None
    # A table without rows has no parts; its columns must still be known.
    if table in PARTED and not row[0]:
        empty = target / "data_0.parquet"
        connection.execute(f"copy (select * from facts.{table}) to '{quoted(empty)}' (format parquet)")
    return int(row[0])


def attach_parquet(folder: Path) -> duckdb.DuckDBPyConnection:
    """A connection with the facts in the folder as catalogue `facts`: nothing is copied, queries read the files."""
    connection = duckdb.connect()
    connection.execute("attach ':memory:' as facts")
    for table, columns in fact_columns().items():
        connection.execute(f"create view facts.{table} as select {', '.join(columns)} from {files_of(folder, table)}")
    return connection


def load_parquet(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Fill the empty tables of the catalogue `facts` from the folder, forms and lines in their order."""
    for table, columns in fact_columns().items():
        order = {"evaluation": "order by evaluation", "indicator": "order by evaluation, n"}.get(table, "")
        names = ", ".join(columns)
        connection.execute(f"insert into facts.{table} ({names}) select {names} from {files_of(folder, table)} {order}")


def fact_columns() -> dict[str, list[str]]:
    """The columns of every table, as schema.sql names them."""
    with duckdb.connect() as connection:
        connection.execute(SCHEMA.read_text(encoding="utf-8"))
        described = {table: connection.execute(f"describe {table}").fetchall() for table in TABLES}
    return {table: [name for name, *_ in rows] for table, rows in described.items()}


def files_of(folder: Path, table: str) -> str:
    return f"read_parquet('{quoted(table_folder(folder, table))}/**/*.parquet', hive_partitioning = false)"


def table_folder(folder: Path, table: str) -> Path:
    return folder / table

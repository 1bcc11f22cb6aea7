"""The facts as Parquet: one folder per table, the large ones in parts by year, for engines that read many files.

<folder>/indicator/filed_year=2022/data_0.parquet · <folder>/document/data_0.parquet · …
The columns are those of schema.sql; `filed_year` (0 where no year is known) is beside them and no fact.
"""

from pathlib import Path

import duckdb

from data.facts import SCHEMA
from data.store.attach import quoted
from data.store.checks import TABLES

__all__ = ["TABLES", "attach_parquet", "complete", "load_parquet", "table_folder", "write_parquet", "write_share"]

PARTED = ("evaluation", "funding", "indicator")
ROWS_PER_GROUP = 100_000
OPTIONS = f"format parquet, compression zstd, row_group_size {ROWS_PER_GROUP}"


def write_parquet(connection: duckdb.DuckDBPyConnection, folder: Path) -> dict[str, int]:
    """Write every table of the catalogue `facts` into the folder, which must be empty; rows per table."""
    counts = write_share(connection, folder, "data")
    complete(folder)
    return counts


def write_share(connection: duckdb.DuckDBPyConnection, folder: Path, name: str) -> dict[str, int]:
    """Write every table into files of this name, beside those that others write; rows per table.

    Written twice it is there once. A table without rows leaves no file: see `complete`.
    """
    return {table: _write_table(connection, folder, table, name) for table in TABLES}


def _write_table(connection: duckdb.DuckDBPyConnection, folder: Path, table: str, name: str) -> int:
    target = table_folder(folder, table)
    target.mkdir(parents=True, exist_ok=True)
    row = connection.execute(f"select count(*) from facts.{table}").fetchone()
    assert row is not None
    if row[0] and table in PARTED:
        sql = f"select t.*, coalesce(e.year, 0) as filed_year from facts.{table} as t join facts.evaluation as e " \
              "on e.evaluation = t.evaluation"  # fmt: skip
        parted = f"partition_by (filed_year), filename_pattern '{quoted(Path(name))}_{{i}}', overwrite_or_ignore true"
        connection.execute(f"copy ({sql}) to '{quoted(target)}' ({OPTIONS}, {parted})")
    elif row[0]:
        connection.execute(f"copy facts.{table} to '{quoted(target / f'{name}_0.parquet')}' ({OPTIONS})")
    return int(row[0])


def complete(folder: Path) -> None:
    """Make whole what several wrote: a document that came to more than one is one row.

    A table that nobody wrote a row of gets an empty file: its columns must be known all the same.
    """
    with duckdb.connect() as connection:
        connection.execute(SCHEMA.read_text(encoding="utf-8"))
        for table in TABLES:
            target = table_folder(folder, table)
            target.mkdir(parents=True, exist_ok=True)
            if not any(target.rglob("*.parquet")):
                connection.execute(f"copy {table} to '{quoted(target / 'data_0.parquet')}' ({OPTIONS})")
        _once(connection, table_folder(folder, "document"))


def _once(connection: duckdb.DuckDBPyConnection, documents: Path) -> None:
    files, whole = list(documents.glob("*.parquet")), documents / "data.parquet.new"
    found = f"read_parquet('{quoted(documents)}/*.parquet')"
    row = connection.execute(f"select count(*) - count(distinct document) from {found}").fetchone()
    if row is not None and row[0]:
        first = f"select distinct on (document) * from {found} order by document, received"
        connection.execute(f"copy ({first}) to '{quoted(whole)}' ({OPTIONS})")
        for file in files:
            file.unlink()
        whole.rename(documents / "data_0.parquet")


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

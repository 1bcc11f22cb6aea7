"""The tables that a session holds of its own (schemes, rules, words, similar texts), as Parquet beside the facts."""

from pathlib import Path

import duckdb

from analytics.schemes.choice import NO_CHANGES, choose
from analytics.session import fill_tables
from data.parquet import attach_parquet
from data.store.attach import quoted

# Beyond so many forms texts are not compared with each other: that is one process's work, and grows faster than they.
FORMS_COMPARED = 100_000


def write_session(facts: Path, folder: Path) -> bool:
    """One folder per table; False where there are too many forms for their texts to be compared."""
    with attach_parquet(facts) as connection:
        compared = _forms(connection) <= FORMS_COMPARED
        fill_tables(connection, choose(None, NO_CHANGES), similar=compared)
        for (table,) in connection.execute(
            "select table_name from duckdb_tables() where database_name = 'memory'"
        ).fetchall():
            (folder / table).mkdir(parents=True)
            file = quoted(folder / table / "data_0.parquet")
            connection.execute(f"copy memory.{table} to '{file}' (format parquet)")
    return compared


def _forms(connection: duckdb.DuckDBPyConnection) -> int:
    row = connection.execute("select count(*) from facts.evaluation").fetchone()
    assert row is not None
    return int(row[0])

"""A generation as a reader sees it: a catalogue `facts` in a connection of its own."""

from pathlib import Path

import duckdb

from data.store.generation import Generation

# Read by DuckDB from 1.5 on; the newer layout saves nothing at this size.
COMPATIBLE = "v1.5.0"


def attach(generation: Generation) -> duckdb.DuckDBPyConnection:
    """A connection of its own in memory with the generation as catalogue `facts`, read-only.

    It stays open to settings, so that a session can be prepared; `lock_down` is the last step.
    """
    return attach_file(generation.path)


def attach_file(path: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(f"attach '{quoted(path)}' as facts (read_only)")
    return connection


def lock_down(connection: duckdb.DuckDBPyConnection) -> None:
    """From here on the connection can reach no other file and no network, and cannot be told otherwise.

    Tables and views in memory can still be made, and `facts` can be read.
    """
    connection.execute("set temp_directory = ''")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")


def attach_for_writing(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection whose catalogue `facts` is the file at `path`, made when it is not there, and in use."""
    connection = duckdb.connect()
    connection.execute(f"attach '{quoted(path)}' as facts (storage_version '{COMPATIBLE}')")
    connection.execute("use facts")
    return connection


def quoted(path: Path) -> str:
    return str(path).replace("'", "''")

"""Results kept beside a generation: what every session would otherwise compute by itself, as tables of one file.

<store>/generations/000001.results.duckdb    a table per view, and those of the session
They hold for the forms' own schemes alone, and only for the views and rows that they were computed with.
"""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb

from analytics.ordering import ordered_views
from analytics.rows import session_rows
from analytics.schemes.choice import NO_CHANGES, choose
from data.store import Generation
from data.store.attach import COMPATIBLE, quoted
from data.store.files import move

SUFFIX = ".results.duckdb"


def results_of(generation: Generation) -> Path:
    """Where the results of that generation lie, if they were kept."""
    return generation.path.with_suffix(SUFFIX)


def results_key() -> str:
    """A digest of all that results depend on beside the facts: views, rules, schemes, words."""
    said = ordered_views(), list(session_rows(choose(None, NO_CHANGES)))
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def attach_results(connection: duckdb.DuckDBPyConnection, generation: Generation) -> bool:
    """Attach the kept results as catalogue `results`; False where there are none that hold for this program."""
    path = results_of(generation)
    if not path.exists():
        return False
    try:
        connection.execute(f"attach '{quoted(path)}' as results (read_only)")
        row = connection.execute("select key from results.made_with").fetchone()
    except duckdb.Error:
        return False  # a damaged file costs time, nothing else: all of it can be computed again
    return row is not None and row[0] == results_key()


def write_results(
    generation: Generation, fill: Callable[[duckdb.DuckDBPyConnection], None], settings: Sequence[str] = ()
) -> Path:
    """Let `fill` make the tables in a catalogue in use, beside `facts`, and put the whole file in its place."""
    path, built = results_of(generation), generation.path.with_suffix(".building")
    built.unlink(missing_ok=True)
    with duckdb.connect() as connection:
        for setting in settings:
            connection.execute(setting)
        connection.execute(f"attach '{quoted(generation.path)}' as facts (read_only)")
        connection.execute(f"attach '{quoted(built)}' as results (storage_version '{COMPATIBLE}')")
        connection.execute("use results")
        fill(connection)
        connection.execute("create table made_with as select ? as key", [results_key()])
        connection.execute("checkpoint results")
        connection.execute("use memory")
        connection.execute("detach results")
    move(built, path)
    remove_left(path.parent)
    return path


def remove_left(generations: Path) -> None:
    """Results whose generation is gone are nobody's."""
    for path in generations.glob(f"*{SUFFIX}"):
        if not (generations / (path.name.removesuffix(SUFFIX) + ".duckdb")).exists():
            path.unlink(missing_ok=True)

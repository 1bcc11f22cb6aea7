"""Results kept beside a generation show what a session computes, and are passed over where they no longer hold."""

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from analytics.ordering import is_live, ordered_views
from analytics.results import remove_left, results_of
from analytics.session import bring_decisions, keep_results, of_schemes, open_session
from data.decisions import Decision
from data.load import load_paths
from data.store import Generation, Store

SAMPLE = Path(__file__).parents[2] / "data" / "samples" / "yanchi-2022.txt"


@pytest.fixture
def generation(tmp_path: Path) -> Generation:
    store = Store(tmp_path)
    load_paths([SAMPLE], store, None)
    found = store.current()
    assert found is not None
    return found


def rows(session: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    return {name: session.execute(f"select * from {name} order by all").fetchall() for name, _ in ordered_views()}


def takes_results(session: duckdb.DuckDBPyConnection) -> bool:
    found = session.execute("select count(*) from duckdb_views() where view_name = 'project_summary'").fetchone()
    return found == (1,)


def test_the_same_rows(generation: Generation) -> None:
    computed = rows(open_session(generation))
    keep_results(generation)
    kept = open_session(generation)
    assert takes_results(kept)
    assert rows(kept) == computed


def test_another_scheme_is_computed(generation: Generation) -> None:
    keep_results(generation)
    session = open_session(generation, "strict")
    assert not takes_results(session)
    assert session.execute("select distinct scheme from project_summary").fetchall() == [("strict",)]


def test_another_scheme_reads_what_the_texts_say(generation: Generation) -> None:
    computed = rows(open_session(generation, "strict"))
    keep_results(generation)
    session = open_session(generation, "strict")
    kept = session.execute(
        "select view_name from duckdb_views() where database_name = 'memory' and sql like '%results.%'"
    )
    assert {name for (name,) in kept.fetchall()} == {
        name for name, sql in ordered_views() if not is_live(sql)
    } - of_schemes()
    assert "indicator_reading" not in of_schemes() and "admissible_score" in of_schemes()
    assert rows(session) == computed


@pytest.mark.parametrize("content", ["other program", "damaged"])
def test_results_that_do_not_hold_are_passed_over(generation: Generation, content: str) -> None:
    path = keep_results(generation)
    if content == "damaged":
        path.write_bytes(b"not a database")
    else:
        with duckdb.connect(path) as connection:
            connection.execute("update made_with set key = 'of another program'")
    assert not takes_results(open_session(generation))


def test_a_decision_changes_what_depends_on_it(generation: Generation) -> None:
    keep_results(generation)
    session = open_session(generation)
    first = session.execute(
        "select document, place, rule, n, cell, found, expected from decided_finding where severity = 'error'"
    ).fetchone()
    assert first is not None
    before = errors(session)
    bring_decisions(session, [Decision(*first, "rejected", "核对原件无误", "甲", datetime.now(UTC))])
    assert errors(session) == before - 1
    bring_decisions(session, [])
    assert errors(session) == before


def errors(session: duckdb.DuckDBPyConnection) -> int:
    row = session.execute("select sum(errors) from project_summary").fetchone()
    assert row is not None
    return int(row[0])


def test_results_go_with_their_generation(generation: Generation) -> None:
    path = keep_results(generation)
    remove_left(path.parent)
    assert results_of(generation).exists()
    generation.path.rename(generation.path.with_name("gone"))
    remove_left(path.parent)
    assert not path.exists()

"""A session over a published generation shows what a session over the records shows."""

from pathlib import Path

import duckdb
import pytest

from analytics.ordering import ordered_views
from analytics.session import open_session, open_session_on
from data.forms import read_forms
from data.load import load_paths
from data.readers import read_document
from data.store import Store

SAMPLE = Path(__file__).parents[2] / "data" / "samples" / "yanchi-2022.txt"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store(tmp_path_factory.mktemp("store"))
    load_paths([SAMPLE], store, None)
    return store


def opened(store: Store, scheme: str | None = None) -> duckdb.DuckDBPyConnection:
    generation = store.current()
    assert generation is not None
    return open_session(generation, scheme)


def test_both_sessions_show_the_same(store: Store) -> None:
    on_disk, in_memory = opened(store), open_session_on(read_forms(read_document(SAMPLE.name, SAMPLE.read_bytes())))
    for view in ("admissible_score", "project_funding", "lagging_department", "county_summary"):
        assert rows(on_disk, view) == rows(in_memory, view)
    # A copied text is named with the file that holds the other one: what was never filed has no file.
    unnamed = [
        tuple(cell.replace(f"{SAMPLE.name} · ", "") if isinstance(cell, str) else cell for cell in row)
        for row in rows(on_disk, "finding")
    ]
    assert unnamed == rows(in_memory, "finding")


def test_every_view_can_be_read_by_several_cursors(store: Store) -> None:
    session = opened(store)
    for name, _ in ordered_views():
        assert session.cursor().execute(f"select * from {name}").description


def test_a_long_list_finds_its_rows_first_through_a_cursor_too(store: Store) -> None:
    asked = "select * from facts.indicator order by points desc limit 900"
    plan = opened(store).cursor().execute(f"explain {asked}").fetchall()[0][1]
    assert "SEMI" in plan


def test_a_session_can_reach_no_other_file(store: Store) -> None:
    with pytest.raises(duckdb.Error):
        opened(store).execute("select * from read_text('/etc/hostname')")


def test_a_scheme_for_all_forms(store: Store) -> None:
    assert opened(store, "strict").execute("select distinct scheme from project_summary").fetchall() == [("strict",)]


def rows(session: duckdb.DuckDBPyConnection, view: str) -> list[tuple[object, ...]]:
    return sorted(session.execute(f"select * from {view}").fetchall(), key=str)

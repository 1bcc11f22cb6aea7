"""A session over a generation: it makes tables of its own, reaches no other file and changes no fact."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from data.store import Store, attach, lock_down
from tests.data.store.forms import add


@pytest.fixture
def session(store: Store) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = attach(add(store, "一"))
    lock_down(connection)
    yield connection
    connection.close()


FORBIDDEN = [
    "select * from read_text('{0}')",
    "copy (select 1) to '{0}'",
    "attach '{0}' as other",
    "set enable_external_access = true",
    "set lock_configuration = false",
    "delete from facts.evaluation",
    "drop table facts.issue",
]


@pytest.mark.parametrize("sql", FORBIDDEN)
def test_a_session_reaches_no_other_file_and_changes_no_fact(
    session: duckdb.DuckDBPyConnection, tmp_path: Path, sql: str
) -> None:
    with pytest.raises(duckdb.Error):
        session.execute(sql.format(str(tmp_path / "any").replace("'", "''")))


def test_a_session_makes_tables_and_views_of_its_own(session: duckdb.DuckDBPyConnection) -> None:
    session.execute("create table kept as select * from facts.evaluation")
    session.execute("create or replace view seen as select n from kept join facts.indicator using (evaluation)")
    assert session.cursor().execute("select n from seen").fetchone() == (1,)

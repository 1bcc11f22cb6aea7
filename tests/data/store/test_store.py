"""Generations: built aside, published whole, noticed when damaged, undone by moving the pointer."""

import os
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from data.errors import StoreBusy, StoreDamaged
from data.facts import Filed, Original, content_digest, insert_evaluations, insert_originals
from data.store import KEPT_GENERATIONS, Generation, Store, attach, lock_down
from tests.data.store.forms import form


def add(store: Store, project: str) -> Generation:
    """Publish a generation with one more form."""
    with store.locked(), store.building() as (connection, built):
        number = len(connection.execute("select evaluation from evaluation").fetchall()) + 1
        one = form(project)
        insert_originals(connection, "facts", [Original(project, "a.xlsx", datetime(2023, 1, 1), "xlsx")])
        insert_evaluations(connection, "facts", [Filed(number, project, 1, None, content_digest(one), one)])
        return store.publish(connection, built)


def forms(generation: Generation | None) -> int:
    assert generation is not None
    row = attach(generation).execute("select count(*) from facts.evaluation").fetchone()
    return int(row[0]) if row else 0


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "县 财政局")


def test_an_empty_store_has_no_generation_and_opening_it_writes_nothing(store: Store) -> None:
    assert store.current() is None
    assert not store.folder.exists()


def test_each_import_is_a_generation_of_its_own(store: Store) -> None:
    first = add(store, "一")
    second = add(store, "二")
    assert (first.number, second.number) == (1, 2)
    assert (forms(first), forms(second), forms(store.current())) == (1, 2, 2)
    assert second.counts["evaluation"] == 2


def test_nothing_but_published_files_is_left(store: Store) -> None:
    add(store, "一")
    assert {path.name for path in store.generations.iterdir()} == {"000001.duckdb", "000001.json"}


def test_what_is_built_and_not_published_never_shows(store: Store) -> None:
    add(store, "一")
    with pytest.raises(ZeroDivisionError), store.locked(), store.building() as (connection, _):
        connection.execute("delete from evaluation")
        raise ZeroDivisionError
    assert forms(store.current()) == 1


def test_a_reader_keeps_its_generation_while_another_is_published(store: Store) -> None:
    reader = attach(add(store, "一"))
    add(store, "二")
    assert reader.execute("select count(*) from facts.evaluation").fetchone() == (1,)


def test_a_row_that_lost_its_document_is_not_published(store: Store) -> None:
    add(store, "一")
    with pytest.raises(StoreDamaged), store.locked(), store.building() as (connection, built):
        connection.execute("delete from document")
        store.publish(connection, built)
    assert forms(store.current()) == 1


def test_undo_moves_the_pointer_and_the_next_import_goes_on_from_there(store: Store) -> None:
    add(store, "一")
    add(store, "二")
    undone = store.undo()
    assert undone is not None
    assert undone.number == 1
    assert store.undo() is None
    assert add(store, "三").number == 3
    assert forms(store.current()) == 2


def test_the_last_generations_are_kept(store: Store) -> None:
    for number in range(KEPT_GENERATIONS + 2):
        add(store, str(number))
    assert store.numbers() == list(range(3, KEPT_GENERATIONS + 3))


def test_a_second_importer_is_refused_by_name(store: Store) -> None:
    with store.locked(), pytest.raises(StoreBusy, match=f"pid {os.getpid()}"), Store(store.folder).locked():
        pass


def damage(path: Path, at: float) -> None:
    content = bytearray(path.read_bytes())
    content[int(len(content) * at)] ^= 0x10
    path.write_bytes(content)


@pytest.mark.parametrize("at", [0.0, 0.3, 0.9])
def test_a_flipped_bit_is_noticed(store: Store, at: float) -> None:
    damage(add(store, "一").path, at)
    with pytest.raises(StoreDamaged, match="python -m data undo"):
        store.current()


def test_a_truncated_file_and_a_missing_manifest_are_noticed(store: Store) -> None:
    path = add(store, "一").path
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreDamaged):
        store.current()
    path.write_bytes(whole)
    path.with_suffix(".json").unlink()
    with pytest.raises(StoreDamaged):
        store.current()


def test_a_session_reaches_no_other_file(store: Store, tmp_path: Path) -> None:
    connection = attach(add(store, "一"))
    lock_down(connection)
    connection.execute("create table kept as select * from facts.evaluation")
    with pytest.raises(duckdb.Error):
        connection.execute(f"select * from read_text('{tmp_path}/any.txt')")
    with pytest.raises(duckdb.Error):
        connection.execute("set enable_external_access = true")
    with pytest.raises(duckdb.Error):
        connection.execute("delete from facts.evaluation")

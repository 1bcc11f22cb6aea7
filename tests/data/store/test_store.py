"""Generations: built aside, published whole, noticed when damaged, undone by moving the pointer."""

import json
import os
import threading
from pathlib import Path

import duckdb
import pytest

from data.errors import StoreBusy
from data.store import KEPT_GENERATIONS, Generation, Store, attach, folder
from data.store.faults import ImportFailed, StoreUnwritable
from data.store.folder import close
from tests.data.store.forms import add, forms


def test_an_empty_store_has_no_generation_and_opening_it_writes_nothing(store: Store) -> None:
    assert store.current() is None
    assert store.undo() is None
    assert not store.folder.exists()


def test_each_import_is_a_generation_of_its_own(store: Store) -> None:
    first = add(store, "一")
    second = add(store, "二")
    assert (first.number, second.number) == (1, 2)
    assert (first.before, second.before) == (None, 1)
    assert (forms(first), forms(second), forms(store.current())) == (1, 2, 2)
    assert second.counts["evaluation"] == 2
    assert store.current() == second


def test_nothing_but_published_files_is_left(whole: Store) -> None:
    names = [f"00000{number}.{kind}" for number in (1, 2, 3) for kind in ("duckdb", "json")]
    assert sorted(path.name for path in whole.generations.iterdir()) == names
    assert sorted(path.name for path in whole.folder.iterdir()) == [
        "CURRENT",
        "aside",
        "generations",
        "journal",
        "lock",
    ]
    assert not list(whole.aside.iterdir())


def test_what_is_built_and_not_published_never_shows(whole: Store) -> None:
    with pytest.raises(ZeroDivisionError), whole.locked(), whole.building() as (connection, _):
        connection.execute("delete from evaluation")
        raise ZeroDivisionError
    assert forms(whole.current()) == 3
    assert not list(whole.aside.iterdir())


def test_a_reader_keeps_its_generation_while_others_are_published(store: Store) -> None:
    reader = attach(add(store, "0"))
    for project in range(1, KEPT_GENERATIONS + 1):
        add(store, str(project))
    assert not store.path_of(1).exists()
    assert reader.execute("select count(*) from facts.evaluation").fetchone() == (1,)


def test_readers_see_whole_generations_only_while_imports_go_on(store: Store) -> None:
    add(store, "0")
    seen: list[int] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            current = store.current()
            assert current is not None
            assert forms(current) == current.counts["evaluation"]
            seen.append(current.number)

    reader = threading.Thread(target=read)
    reader.start()
    for project in range(1, 4):
        add(store, str(project))
    done.set()
    reader.join()
    assert seen == sorted(seen)
    assert len(seen) > 3


# What a build must not do, each with one statement too many.
BROKEN = {
    "an evaluation without its document": "delete from document",
    "an indicator without its evaluation": "update indicator set evaluation = 99",
    "money without its evaluation": "update funding set evaluation = 99",
    "an issue of no document": "insert into issue values ('?', null, 'A1', 'unclaimed', '')",
    "corrected by nobody": "update evaluation set superseded_by = 99",
    "corrected by itself": "update evaluation set superseded_by = evaluation",
    "rows lost": "delete from indicator where n = 1",
}


@pytest.mark.parametrize("statement", BROKEN.values(), ids=BROKEN.keys())
def test_a_generation_that_contradicts_itself_is_not_published(store: Store, statement: str) -> None:
    add(store, "一")
    with pytest.raises(ImportFailed), store.locked(), store.building() as (connection, built):
        connection.execute(statement)
        store.publish(connection, built)
    assert forms(store.current()) == 1
    assert store.numbers() == [1]


def test_a_file_that_closed_with_other_rows_is_not_published(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    add(store, "一")

    def close_badly(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute("update indicator set points = 9.9")
        close(connection)

    monkeypatch.setattr(folder, "close", close_badly)
    with pytest.raises(ImportFailed, match="checkpoint"):
        add(store, "二")
    assert forms(store.current()) == 1


def test_what_duckdb_refuses_is_a_sentence(store: Store) -> None:
    add(store, "一")
    with pytest.raises(ImportFailed, match="Constraint"):
        add(store, "一")
    assert forms(store.current()) == 1


def test_undo_goes_back_to_what_the_generation_was_built_on(whole: Store) -> None:
    undone = whole.undo()
    assert undone is not None
    assert (undone.number, forms(whole.current())) == (2, 2)
    after = add(whole, "四")
    assert (after.number, after.before, forms(after)) == (4, 2, 3)
    numbers = [found.number for found in (whole.undo(), whole.undo()) if found]
    assert numbers == [2, 1], "the third was undone before: nobody goes back to it"
    assert whole.undo() is None
    assert forms(whole.current()) == 1


def test_the_same_import_can_be_done_again_after_undo(whole: Store) -> None:
    whole.undo()
    again = add(whole, "三")
    assert (again.number, forms(again)) == (4, 3)


def test_the_last_generations_are_kept_and_no_number_is_given_twice(store: Store) -> None:
    for number in range(KEPT_GENERATIONS + 2):
        add(store, str(number))
    last = KEPT_GENERATIONS + 2
    assert store.numbers() == list(range(3, last + 1))
    while store.undo():
        pass
    current = store.current()
    assert current is not None
    assert current.number == 3
    assert add(store, "新").number == last + 1
    undone = store.undo()
    assert undone is not None
    assert undone.number == 3


def test_a_second_importer_is_refused_by_name(store: Store) -> None:
    with (
        store.locked(),
        pytest.raises(StoreBusy, match=rf"UTC, \S+@\S+, pid {os.getpid()}"),
        Store(store.folder).locked(),
    ):
        pass
    with store.locked():
        pass


def test_undo_waits_for_no_import(whole: Store) -> None:
    with whole.locked(), pytest.raises(StoreBusy):
        Store(whole.folder).undo()
    assert forms(whole.current()) == 3


def test_what_a_dead_import_left_is_removed_by_the_next(store: Store) -> None:
    add(store, "一")
    (store.aside / "building-1.duckdb").write_bytes(b"half")
    (store.aside / "CURRENT.1").write_bytes(b"9")
    store.path_of(2).write_bytes(b"published nowhere")
    assert forms(add(store, "二")) == 2
    assert not list(store.aside.iterdir())
    assert forms(store.current()) == 2


def test_a_first_import_that_died_on_its_last_step_is_whole(store: Store) -> None:
    add(store, "一")
    store.pointer.unlink()
    assert forms(store.current()) == 1
    assert forms(add(store, "二")) == 2


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("")
    with pytest.raises(StoreUnwritable, match="a file"), Store(tmp_path / "a file" / "store").locked():
        pass


def test_the_manifest_says_what_the_tables_hold(store: Store) -> None:
    first, second = add(store, "一"), add(store, "二")
    written = json.loads(second.path.with_suffix(".json").read_text(encoding="utf-8"))
    assert written["tables"].keys() == written["counts"].keys()
    changed = {table for table in first.tables if first.tables[table] != second.tables[table]}
    assert changed == {"document", "evaluation", "funding", "indicator"}


def test_the_file_can_be_read_by_older_versions_and_has_no_log(store: Store) -> None:
    generation: Generation = add(store, "一")
    layout = "select tags['storage_version'] from duckdb_databases() where database_name = 'facts'"
    with attach(generation) as connection:
        assert str(connection.execute(layout).fetchone()).startswith("('v1.5.0")
    assert not list(store.folder.rglob("*.wal"))

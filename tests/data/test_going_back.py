"""What goes out of sight with an undo: counted before it is done, and then it is so."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import pytest

from data.acts import Confirmed, Forgotten, Repair
from data.carrying_out import carry_out
from data.going_back import going_back, one_before
from data.load import Batch, load_paths
from data.registry.load import replace_department_names, replace_expected_filings
from data.rights import Actor
from data.store import Generation, Store, attach
from data.what_was_done import what_was_done
from tests.data.registry.lists import write_list

SAMPLE = Path("data/samples/yanchi-2022.txt")
OTHER = Path("tests/documents/family-b.xlsx")
WANG, LI = Actor("王某", "reviewer"), Actor("李某", "reviewer")
WHEN = datetime(2023, 2, 1)  # noqa: DTZ001 — as the journal keeps it
PROJECT = "政务内网线路租用费"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "store")
    load_paths([SAMPLE], store)
    return store


def corrected(folder: Path) -> Path:
    path = folder / "更正.txt"
    path.write_text(SAMPLE.read_text(encoding="utf-8").replace("74条", "73条"), encoding="utf-8")
    return path


def where(store: Store) -> tuple[str, str]:
    with attach(current(store)) as connection:
        asked = f"select document, place from facts.evaluation where project = '{PROJECT}' order by evaluation desc"
        document, place = connection.execute(asked).fetchall()[0]
    return str(document), str(place)


def put_right(store: Store, _: Path) -> None:
    carry_out(store, [Repair(*where(store), None, "unit", None, "第一小学", "核对", "王某", WHEN)])


def wait(store: Store, folder: Path) -> None:
    load_paths([corrected(folder)], Store(store.folder, WANG), batch=Batch(2020))


def let_in(store: Store, folder: Path) -> None:
    wait(store, folder)
    carry_out(Store(store.folder, LI), [Confirmed(*where(store), "", WHEN, "已核对")])


def name(store: Store, folder: Path) -> None:
    replace_department_names(write_list(folder / "n.xlsx", [("曾用名", "现名称"), ("甲局", "乙局")]), store)


def ask(store: Store, folder: Path) -> None:
    replace_expected_filings(write_list(folder / "t.xlsx", [("年度", "部门", "项目名称"), (2022, "甲", "乙")]), store)


def refuse(store: Store, folder: Path) -> None:
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04 broken")
    load_paths([folder / "坏.xlsx"], store)


Step = Callable[[Store, Path], object]
# What was done last | what its undo takes back (what is not named is 0 or False) | what the list of generations says
STEPS: list[tuple[Step, dict[str, object], str]] = [
    (lambda store, _: load_paths([OTHER], store), {"lost": 1}, "received 1"),
    (lambda store, folder: load_paths([corrected(folder)], store), {"lost": 1, "back": 1}, "received 1"),
    (put_right, {"repairs": 1}, "repair 1"),
    (wait, {"unheld": 1}, "received 1"),
    (let_in, {"lost": 1, "back": 1, "waiting": 1}, "confirmed 1"),
    (name, {"names": True}, "department_name 1"),
    (ask, {"tasks": True}, "expected_filing 1"),
    (refuse, {}, "refused 1"),
]


@pytest.mark.parametrize(("step", "expected", "told"), STEPS)
def test_what_an_undo_takes_back(
    store: Store, tmp_path: Path, step: Step, expected: dict[str, object], told: str
) -> None:
    step(store, tmp_path)
    now, then = current(store), one_before(store)
    assert then is not None
    found = asdict(going_back(now, then))
    assert (found.pop("now"), found.pop("then")) == (now.number, then.number)
    assert {name: value for name, value in found.items() if value} == expected
    done = what_was_done(store.acts.entries())[now.number]
    assert " ".join(f"{kind} {count}" for kind, count in done.counts) == told


def test_going_forward_again_counts_the_other_way(store: Store) -> None:
    load_paths([OTHER], store)
    later = current(store)
    store.undo()
    assert going_back(current(store), later).back == 1


def test_who_did_it_is_told_once(store: Store, tmp_path: Path) -> None:
    let_in(store, tmp_path)
    assert what_was_done(store.acts.entries())[current(store).number].who == ("李某",)
    carry_out(store, [Forgotten("没有.xlsx")])
    assert what_was_done(store.acts.entries())[current(store).number].who == ()


def test_the_first_generation_has_none_before_it(store: Store, tmp_path: Path) -> None:
    assert one_before(store) is None
    assert one_before(Store(tmp_path / "空")) is None


def test_one_that_cannot_be_opened_is_passed_over(store: Store, tmp_path: Path) -> None:
    refuse(store, tmp_path)
    load_paths([OTHER], store)
    store.path_of(2).write_bytes(b"gone")
    found = one_before(store)
    assert found is not None and found.number == 1
    undone = store.undo()
    assert undone is not None and undone.number == 1


def current(store: Store) -> Generation:
    found = store.current()
    assert found is not None
    return found

"""A load that is killed, at random moments and at each step: the last generation opens every time, whole."""

import multiprocessing
import os
import random
import shutil
import signal
import time
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest

from data.load import load_paths
from data.store import Store, attach, files

SAMPLE = Path("data/samples/yanchi-2022.txt")
FORMS = 3
FILES = 8
KILLS = 10
STEPS = ("000002.duckdb", "000002.json", "CURRENT")  # the moves by which a generation is published, in order

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL")


@pytest.fixture(scope="module")
def processes() -> BaseContext:
    """Processes that start at once, with everything imported."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["data.load"])
    return context


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store with one generation, to be copied."""
    store = Store(tmp_path_factory.mktemp("first"))
    load_paths([SAMPLE], store)
    return store


@pytest.fixture
def store(first: Store, tmp_path: Path) -> Store:
    shutil.copytree(first.folder, tmp_path / "县 库")
    return Store(tmp_path / "县 库")


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("收件")
    text = SAMPLE.read_text(encoding="utf-8")
    for number in range(FILES):
        (folder / f"{number:03}.txt").write_text(text.replace("租用费", f"租用费{number:03}"), encoding="utf-8")
    return folder


def load(inbox: Path, folder: Path) -> None:
    load_paths([inbox], Store(folder))


def load_and_die(inbox: Path, folder: Path, step: str, after: bool) -> None:
    """Load, and be killed just before or just after the move that puts `step` in its place."""
    moves = files.move

    def move(source: Path, target: Path) -> None:
        if target.name == step and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        moves(source, target)
        if target.name == step:
            os.kill(os.getpid(), signal.SIGKILL)

    files.move = move
    from data.store import folder as room

    room.move = move  # type: ignore[attr-defined]
    load(inbox, folder)


def require_whole(store: Store) -> int:
    """The generation in force opens with the counts of its manifest; gives its forms."""
    current = Store(store.folder).current()
    assert current is not None
    with attach(current) as connection:
        for table, count in current.counts.items():
            assert connection.execute(f"select count(*) from facts.{table}").fetchone() == (count,)
    for path in store.originals.iterdir():
        assert store.original(path.name)
    return current.counts["evaluation"]


def test_kills_at_random_moments(processes: BaseContext, store: Store, inbox: Path, tmp_path: Path) -> None:
    shutil.copytree(store.folder, tmp_path / "undisturbed")
    started = time.monotonic()
    undisturbed = processes.Process(target=load, args=(inbox, tmp_path / "undisturbed"))
    undisturbed.start()
    undisturbed.join()
    long = time.monotonic() - started
    all_forms = require_whole(Store(tmp_path / "undisturbed"))
    chance = random.Random(20221231)
    for _ in range(KILLS):
        process = processes.Process(target=load, args=(inbox, store.folder))
        process.start()
        time.sleep(chance.uniform(0, 1.1) * long)
        process.kill()
        process.join()
        assert require_whole(store) in (FORMS, all_forms)
    load_paths([inbox], store)
    assert require_whole(store) == all_forms
    assert not list(store.aside.iterdir())


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_a_kill_at_each_step(processes: BaseContext, store: Store, inbox: Path, step: str, after: bool) -> None:
    process = processes.Process(target=load_and_die, args=(inbox, store.folder, step, after))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    published = step == "CURRENT" and after
    assert (require_whole(store) > FORMS) == published
    report = load_paths([inbox], store)
    assert report.imported == (0 if published else FILES)
    assert require_whole(store) > FORMS

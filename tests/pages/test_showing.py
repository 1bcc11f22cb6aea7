"""What another program publishes comes into view when it is ready; what is done here is shown at once."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from data.load import load_paths
from data.store import Served, Store, served
from pages.shared import showing, warming
from pages.shared import store as pages_store
from pages.shared.scope import Scope
from pages.shared.showing import Showing
from pages.shared.store import SESSIONS, fetch, generation, hold_generation, known
from tests.pages.conftest import SAMPLE


@pytest.fixture
def held(samples_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of its own, which a server made ready."""
    folder = Path(shutil.copytree(samples_store, tmp_path / "store"))
    monkeypatch.setenv("JIXIAO_STORE", str(folder))
    fresh = Showing()
    monkeypatch.setattr(pages_store, "SHOWING", fresh)
    monkeypatch.setattr(warming, "SHOWING", fresh)
    warming.look(Store(folder))
    return folder


def another(folder: Path, department: str = "县水务局") -> Path:
    path = folder / f"{department}.txt"
    path.write_text(SAMPLE.read_text(encoding="utf-8").replace("中共盐池县委办公室", department), encoding="utf-8")
    return path


def imported_elsewhere(store: Path, path: Path) -> None:
    subprocess.run([sys.executable, "-m", "data", "load", "--store", str(store), str(path)], check=True)  # noqa: S603


def newest(store: Path) -> Served:
    found = served(Store(store))
    assert found is not None
    return found


def test_what_another_program_publishes_waits_until_it_is_ready(held: Path, tmp_path: Path) -> None:
    before = newest(held).generation.number
    imported_elsewhere(held, another(tmp_path))
    hold_generation()
    assert generation().number == before and "县水务局" not in known().departments
    warming.look(Store(held))
    hold_generation()
    assert generation() == newest(held).generation and "县水务局" in known().departments


def test_what_is_published_here_is_shown_at_once(held: Path, tmp_path: Path) -> None:
    load_paths([another(tmp_path)], Store(held))
    hold_generation()
    assert generation() == newest(held).generation


def test_to_go_back_is_shown_at_once_wherever_it_was_done(held: Path, tmp_path: Path) -> None:
    imported_elsewhere(held, another(tmp_path))
    warming.look(Store(held))
    subprocess.run([sys.executable, "-m", "data", "undo", "--store", str(held)], check=True, input=b"y\n")  # noqa: S603
    hold_generation()
    assert generation() == newest(held).generation


def test_nobody_waits_for_what_never_gets_ready(held: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imported_elsewhere(held, another(tmp_path))
    monkeypatch.setattr(showing, "PATIENCE", 0.0)
    hold_generation()
    assert generation() == newest(held).generation


def test_a_run_that_began_before_keeps_its_rows_of_one_generation(held: Path, tmp_path: Path) -> None:
    """Another generation comes into force and into view between two readings of one run."""
    hold_generation()
    before, forms = generation(), fetch("coverage", Scope()).value("evaluations")
    imported_elsewhere(held, another(tmp_path))
    warming.look(Store(held))
    assert generation() == before
    assert len(fetch("project_summary", Scope())) == forms
    SESSIONS.keep(lambda _: False)  # and even when what it reads from has to be opened again
    assert len(fetch("project_funding", Scope())) == forms


def test_a_key_never_gets_the_rows_of_another_generation(held: Path, tmp_path: Path) -> None:
    """A click is carried out before its run holds a generation: what comes into force meanwhile is not mixed in."""
    hold_generation()
    key, forms = pages_store.shown(None), len(fetch("project_summary", Scope()))
    load_paths([another(tmp_path)], Store(held))
    hold_generation()
    SESSIONS.keep(lambda _: False)
    cursor = pages_store._session(key).cursor()
    assert cursor.execute("select count(*) from project_summary").fetchone() == (forms,)


def test_only_the_last_two_generations_are_held(held: Path, tmp_path: Path) -> None:
    for department in ("县水务局", "县财政局", "县教育局"):
        imported_elsewhere(held, another(tmp_path, department))
        warming.look(Store(held))
    digests = {digest for _, digest, *_ in SESSIONS.asked()}
    assert len(digests) == 2 and newest(held).generation.digest in digests

"""What is kept between runs: never older than the store, never another visitor's."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.session import bring_decisions, open_session
from data.decisions import journal_of, read_decisions
from data.load import load_paths
from data.store import Store
from pages.shared import store as pages_store
from pages.shared.decisions import decide, restore
from pages.shared.kept import MADE
from pages.shared.scope import Scope
from pages.shared.store import fetch, known
from tests.pages.conftest import SAMPLE
from tests.pages.test_pages import opened

VIEWS = ("county_summary", "decided_finding", "finding_count", "project_summary", "lagging_department", "coverage")
PAGES = ("county", "form")


@pytest.fixture
def held(samples_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A store of its own, with the three forms."""
    folder = Path(shutil.copytree(samples_store, tmp_path / "store"))
    monkeypatch.setenv("JIXIAO_STORE", str(folder))
    yield folder


def shown(view: str, scope: Scope) -> list[tuple[object, ...]]:
    return sorted(fetch(view, scope).rows, key=repr)


def assert_nothing_is_stale(folder: Path) -> None:
    """What pages are given is what a session tells that was opened this moment."""
    generation = Store(folder).current()
    assert generation is not None
    for scope in (Scope(), Scope(scheme="strict")):
        with open_session(generation, scope.scheme) as session:
            bring_decisions(session, read_decisions(journal_of(folder)))
            for view in VIEWS:
                anew = sorted(session.execute(f"select * from {view}").fetchall(), key=repr)
                assert shown(view, scope) == anew, (view, scope.scheme)


def filed_by(department: str, folder: Path) -> Path:
    text = SAMPLE.read_text(encoding="utf-8").replace("中共盐池县委办公室", department)
    path = folder / "another.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_imported_decided_and_undone_is_shown_at_once(held: Path, tmp_path: Path) -> None:
    assert_nothing_is_stale(held)
    load_paths([filed_by("县水务局", tmp_path)], Store(held))
    assert_nothing_is_stale(held)
    assert "县水务局" in known().departments
    findings = fetch("decided_finding", Scope())
    decide(findings, "rejected", "见附件")
    assert_nothing_is_stale(held)
    assert set(fetch("decided_finding", Scope()).column("state")) == {"rejected"}
    restore(findings)
    assert_nothing_is_stale(held)
    assert set(fetch("decided_finding", Scope()).column("state")) == {"open"}


def test_a_store_made_anew_at_the_same_place_is_another_one(held: Path, tmp_path: Path) -> None:
    before = known().departments
    shutil.rmtree(held)
    load_paths([filed_by("县水务局", tmp_path)], Store(held))
    assert pages_store.generation().number == 1
    assert "县水务局" not in before and "县水务局" in known().departments
    assert_nothing_is_stale(held)


def drawn(at: AppTest) -> list[str]:
    """Everything that the browser is told, one text per element; links to files work once, so they differ."""
    return [str(one.proto) for one in at.main if one.type != "link_button" and hasattr(one, "proto")]


@pytest.mark.parametrize("page", PAGES)
def test_no_visitor_sees_the_words_of_another(page: str, county_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_STORE", str(county_store))
    MADE.keep(lambda _: False)
    alone = {"en": drawn(opened(page, lang="en"))}
    MADE.keep(lambda _: False)
    alone["zh"] = drawn(opened(page, lang="zh"))
    assert alone["zh"] != alone["en"]
    assert drawn(opened(page, lang="en")) == alone["en"]

"""GET /healthz as a monitor asks it."""

import shutil
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data.store import Store
from pages.shared import health
from tests.data.store.forms import add

HARMS = {
    "whole": ("ok", 2, 200, lambda _: None),
    "newest damaged": ("standby", 1, 200, lambda store: store.path_of(2).write_bytes(b"?")),
    "manifest gone": ("standby", 1, 200, lambda store: store.path_of(2).with_suffix(".json").unlink()),
    "all damaged": ("damaged", None, 503, lambda store: [store.path_of(n).write_bytes(b"?") for n in (1, 2)]),
    "nothing yet": ("empty", None, 200, lambda store: shutil.rmtree(store.folder)),
}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("JIXIAO_STORE", str(tmp_path / "county"))
    made = Store(tmp_path / "county")
    add(made, "一")
    add(made, "二")
    return made


@pytest.mark.parametrize("harm", HARMS)
def test_the_answer_says_four_things_and_no_more(store: Store, harm: str) -> None:
    state, generation, status, do = HARMS[harm]
    do(store)
    answer = TestClient(Starlette(routes=list(health.ROUTES))).get("/healthz")
    said = answer.json()
    assert said.pop("free_megabytes") > 0
    assert (answer.status_code, said) == (
        status, {"state": state, "generation": generation, "readable": status == 200},
    )  # fmt: skip
    assert answer.headers["cache-control"] == "no-store"


def test_a_disk_that_runs_full_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "free_megabytes", lambda _: 3)
    assert (health.health(store.folder).state, health.health(store.folder).readable) == ("low_disk", True)

"""An empty store, and one of three generations."""

import shutil
from pathlib import Path

import pytest

from data.store import Store
from tests.data.store.forms import add


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "县 财政局's")


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store of three generations, made once and only copied."""
    store = Store(tmp_path_factory.mktemp("three"))
    for project in "一二三":
        add(store, project)
    return store


@pytest.fixture
def whole(three: Store, store: Store) -> Store:
    """A store of three generations."""
    shutil.copytree(three.folder, store.folder)
    return store

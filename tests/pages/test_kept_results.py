"""Every page opens on results that were kept beside the generation."""

import shutil
from pathlib import Path

import pytest

from analytics.session import keep_results
from data.store import Store
from tests.pages.test_pages import PAGES, opened, words


@pytest.fixture(scope="module")
def kept_store(county_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept") / "store"
    shutil.copytree(county_store, folder)
    generation = Store(folder).current()
    assert generation is not None
    keep_results(generation)
    return folder


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens(page: str, kept_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_STORE", str(kept_store))
    at = opened(page)
    assert not at.exception and not at.error
    assert "jx-foot" in words(at)

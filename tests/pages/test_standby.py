"""While the generation in force is damaged: the one before it on every page, and every page says so."""

import shutil
from pathlib import Path

import pytest

from data.load import load_paths
from data.store import Store
from data.store.generation import manifest_of
from tests.pages.conftest import SAMPLE
from tests.pages.test_pages import opened

PAGES = (
    "county", "execution", "indicators", "departments", "department", "findings", "form", "rules", "imports",
    "precheck", "meeting",
)  # fmt: skip


@pytest.fixture
def folder(samples_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of two generations: three forms, then three more."""
    place = Path(shutil.copytree(samples_store, tmp_path / "store"))
    more = tmp_path / "more.txt"
    more.write_text(SAMPLE.read_text(encoding="utf-8").replace("租用费", "租用费二"), encoding="utf-8")
    load_paths([more], Store(place))
    monkeypatch.setenv("JIXIAO_STORE", str(place))
    return place


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x10
    path.write_bytes(content)


def said(page: str, **query: str) -> list[str]:
    at = opened(page, **query)
    assert not at.exception and not at.error
    return [one.value for one in at.warning if "doctor" in one.value]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_that_an_earlier_generation_stands_in(folder: Path, page: str) -> None:
    assert said(page) == []
    damage(Store(folder).path_of(2))
    (sentence,) = said(page)
    assert "第 2 代数据无法使用，现在显示第 1 代" in sentence


@pytest.mark.parametrize("harm", ["manifest", "gone", "pointer"])
def test_whatever_is_damaged_is_told_in_the_readers_language(folder: Path, harm: str) -> None:
    store = Store(folder)
    if harm == "gone":
        store.path_of(2).unlink()
    else:
        damage(store.pointer if harm == "pointer" else manifest_of(store.path_of(2)))
    (sentence,) = said("county", lang="en")
    assert "Generation" in sentence and "python" in sentence


def test_the_figures_are_those_of_the_generation_that_is_shown(folder: Path) -> None:
    assert opened("county").metric[0].value == "4"
    damage(Store(folder).path_of(2))
    assert opened("county").metric[0].value == "3"


def test_a_damaged_only_generation_says_what_to_do(folder: Path) -> None:
    shutil.rmtree(Store(folder).generations)
    at = opened("county")
    assert len(at.error) == 1 and "rebuild" in at.error[0].value

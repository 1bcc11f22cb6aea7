"""Originals: kept as received, and never handed out when they are something else."""

import hashlib
from pathlib import Path

import pytest

from data.load import load_paths
from data.store import Store
from data.store.faults import OriginalLost

SAMPLE = Path("data/samples/yanchi-2022.txt")
CONTENT = "盐池县本级部门项目支出绩效自评表".encode()
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "县")
    store.keep_original(SHA256, CONTENT)
    return store


def test_an_original_is_given_back_byte_for_byte(store: Store) -> None:
    assert store.original(SHA256) == CONTENT


def test_what_is_published_with_a_generation_cannot_be_written_to(tmp_path: Path) -> None:
    store = Store(tmp_path / "县")
    load_paths([SAMPLE], store)
    (original,) = store.originals.iterdir()
    assert original.stat().st_mode & 0o222 == 0
    assert store.original(original.name) == SAMPLE.read_bytes()


def test_every_original_is_on_the_disk_before_the_pointer_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[str] = []
    monkeypatch.setattr("data.store.originals.flush", lambda path: flushed.append(path.name))
    store = Store(tmp_path / "县")
    monkeypatch.setattr(Store, "point_to", lambda *_: flushed.append("CURRENT"))
    load_paths([SAMPLE], store)
    assert flushed == [hashlib.sha256(SAMPLE.read_bytes()).hexdigest(), "CURRENT"]


def test_an_original_that_was_changed_is_not_handed_out_and_can_be_put_right(store: Store) -> None:
    path = store.originals / SHA256
    path.chmod(0o644)
    path.write_bytes(CONTENT[:-1])
    with pytest.raises(OriginalLost, match=SHA256[:12]):
        store.original(SHA256)
    store.keep_original(SHA256, CONTENT)
    assert store.original(SHA256) == CONTENT


@pytest.mark.parametrize("name", ["0" * 64, "../CURRENT", "/etc/hostname", ""])
def test_what_is_no_original_is_not_there(store: Store, name: str) -> None:
    (store.folder / "CURRENT").write_text("1")
    with pytest.raises(OriginalLost):
        store.original(name)

"""What is damaged is noticed and never served, and undo finds the last whole generation."""

from pathlib import Path

import pytest

from data.errors import StoreDamaged
from data.store import Store
from tests.data.store.forms import add, forms


def damage(path: Path, at: float) -> None:
    content = bytearray(path.read_bytes())
    content[int(len(content) * at)] ^= 0x10
    path.write_bytes(content)


@pytest.mark.parametrize("at", [0.0, 0.001, 0.3, 0.6, 0.9])
def test_a_flipped_bit_is_noticed_and_undo_helps(whole: Store, at: float) -> None:
    damage(whole.path_of(3), at)
    with pytest.raises(StoreDamaged, match=r"第 3 代.*python -m data undo"):
        whole.current()
    with pytest.raises(StoreDamaged):
        add(whole, "四")
    undone = whole.undo()
    assert undone is not None
    assert (undone.number, forms(whole.current())) == (2, 2)


def test_undo_passes_over_a_damaged_generation(whole: Store) -> None:
    damage(whole.path_of(2), 0.5)
    undone = whole.undo()
    assert undone is not None
    assert undone.number == 1


def test_a_truncated_file_is_noticed(whole: Store) -> None:
    path = whole.path_of(3)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(StoreDamaged):
        whole.current()


@pytest.mark.parametrize("text", [None, "", "{", "[]", '{"published": "gestern"}'])
def test_a_manifest_that_is_missing_or_torn_is_noticed(whole: Store, text: str | None) -> None:
    manifest = whole.path_of(3).with_suffix(".json")
    manifest.unlink()
    if text is not None:
        manifest.write_text(text, encoding="utf-8")
    with pytest.raises(StoreDamaged):
        whole.current()
    undone = whole.undo()
    assert undone is not None
    assert undone.number == 2


@pytest.mark.parametrize("text", [None, "", "三", "²", "../1", "1e0", "-1"])
def test_a_lost_pointer_is_noticed_and_undo_finds_the_last_generation(whole: Store, text: str | None) -> None:
    whole.pointer.unlink()
    if text is not None:
        whole.pointer.write_text(text, encoding="utf-8")
    with pytest.raises(StoreDamaged):
        whole.current()
    undone = whole.undo()
    assert undone is not None
    assert undone.number == 3
    assert forms(whole.current()) == 3

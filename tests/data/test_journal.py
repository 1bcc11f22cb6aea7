"""The journal: what was written is there in order, what was altered is named, what was torn was never in force."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.journal import Journal, JournalDamaged, JournalUnwritable

ENTRY = st.dictionaries(
    st.text(max_size=5).filter(lambda key: key != "previous"), st.text() | st.integers() | st.none()
)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal" / "acts.jsonl")


def test_a_journal_that_nobody_wrote_is_empty(journal: Journal) -> None:
    assert journal.entries() == ()
    assert journal.stamp() == (0, 0)
    assert not journal.path.parent.exists()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(ENTRY, max_size=4), max_size=4))
def test_what_was_written_is_there_in_order(tmp_path: Path, groups: list[list[dict[str, object]]]) -> None:
    journal = Journal(tmp_path / "acts.jsonl")
    journal.path.unlink(missing_ok=True)
    for group in groups:
        journal.append(group)
    assert journal.entries() == tuple(entry for group in groups for entry in group)


def altered(content: bytes) -> dict[str, bytes]:
    lines = content.splitlines(keepends=True)
    return {
        "a word changed": content.replace(b"two", b"TWO"),
        "a line cut out": b"".join(lines[:1] + lines[2:]),
        "the first line cut out": b"".join(lines[1:]),
        "two lines exchanged": b"".join([lines[0], lines[2], lines[1]]),
        "a line put in": b"".join([lines[0], lines[0], *lines[1:]]),
        "no JSON": lines[0] + b"?\n" + lines[2],
        "JSON of another shape": lines[0] + b"[1]\n" + lines[2],
    }


@pytest.mark.parametrize("change", altered(b"1\ntwo\n3\n"))
def test_an_altered_journal_is_refused_by_name_and_line(journal: Journal, change: str) -> None:
    journal.append([{"n": "one"}, {"n": "two"}, {"n": "three"}])
    journal.path.write_bytes(altered(journal.path.read_bytes())[change])
    with pytest.raises(JournalDamaged, match=r"第 [123] 行"):
        journal.entries()


@pytest.mark.parametrize("left", [1, 10, 70, 80])
def test_a_torn_last_line_was_never_in_force(journal: Journal, left: int) -> None:
    journal.append([{"n": 1}])
    whole = journal.path.read_bytes()
    journal.append([{"n": 2}])
    journal.path.write_bytes(journal.path.read_bytes()[: len(whole) + left])
    assert journal.entries() == ({"n": 1},)
    journal.append([{"n": 3}])
    assert journal.entries() == ({"n": 1}, {"n": 3})


def test_the_stamp_changes_with_each_entry(journal: Journal) -> None:
    stamps = []
    for n in range(3):
        journal.append([{"n": n}])
        stamps.append(journal.stamp())
    assert len(set(stamps)) == 3


def test_a_lone_surrogate_comes_back_as_it_was(journal: Journal) -> None:
    journal.append([{"text": "\ud800"}])
    assert journal.entries() == ({"text": "\ud800"},)
    assert json.loads(journal.path.read_bytes())["text"] == "\ud800"


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(JournalUnwritable, match="journal"):
        Journal(tmp_path / "journal" / "acts.jsonl").append([{"n": 1}])

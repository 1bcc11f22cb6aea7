"""What a backup makes of a journal: what people did since is never given up without need."""

import pytest

from data.backup.mending import mended
from data.journal import chained


def journal(*names: str) -> bytes:
    """A journal of one line per name."""
    return chained([{"act": name} for name in names], b"")


SAVED = journal("a", "b", "c")
LATER = journal("a", "b", "c", "d", "e")
LINES = LATER.splitlines(keepends=True)
DAMAGED = {
    "a line of the backup": b"".join([LINES[0], LINES[1].replace(b'"b"', b'"x"'), *LINES[2:]]),
    "a line cut out": b"".join([LINES[0], *LINES[2:]]),
    "its end of line": b"".join([LINES[0], LINES[1][:-1] + b"\x0b", *LINES[2:]]),
    "an end of line within": b"".join([LINES[0], LINES[1][:9] + b"\n" + LINES[1][10:], *LINES[2:]]),
    "no text any more": b"".join([LINES[0], b"\xff\xfe\x00\n", *LINES[2:]]),
}


@pytest.mark.parametrize("live", [SAVED, LATER, LATER + b'{"previous": "half of a li'])
def test_what_goes_on_stays(live: bytes) -> None:
    assert (mended(live, SAVED).fate, mended(live, SAVED).content) == ("stays", live)


@pytest.mark.parametrize("case", DAMAGED)
def test_damage_is_mended_and_what_came_later_is_kept(case: str) -> None:
    found = mended(DAMAGED[case], SAVED)
    assert (found.fate, found.content) == ("mended", LATER)


def test_damage_after_the_backup_is_told() -> None:
    live = b"".join([*LINES[:3], LINES[3].replace(b'"d"', b'"x"'), LINES[4]])
    found = mended(live, SAVED)
    assert (found.fate, found.lost, found.content) == ("mended", 2, SAVED)


def test_the_last_line_altered_is_told_too() -> None:
    live = b"".join([*LINES[:4], LINES[4].replace(b'"e"', b'"x"')])
    found = mended(live, SAVED)
    assert (found.fate, found.lost, found.content) == ("mended", 1, b"".join(LINES[:4]))


def test_a_line_that_another_put_in_the_place_of_one_is_told() -> None:
    other = chained([{"act": "x"}], LINES[2])
    found = mended(b"".join([*LINES[:3], other, LINES[4]]), SAVED)
    # It follows its forerunner and is whole; the one behind it tells that another stood there.
    assert (found.fate, found.lost, found.content) == ("mended", 2, SAVED)


def test_a_line_without_sense_costs_only_what_follows_it() -> None:
    found = mended(b"".join([*LINES[:4], b"?\n"]), SAVED)
    assert (found.fate, found.lost, found.content) == ("mended", 1, b"".join(LINES[:4]))


def test_a_journal_that_lost_its_end_gets_it_back() -> None:
    found = mended(LINES[0], SAVED)
    assert (found.fate, found.added, found.lost, found.content) == ("mended", 2, 0, SAVED)


def test_a_journal_that_is_gone_is_put_back() -> None:
    assert (mended(b"", SAVED).fate, mended(b"", SAVED).content) == ("put_back", SAVED)


def test_another_history_is_replaced() -> None:
    found = mended(journal("x", "y"), SAVED)
    assert (found.fate, found.lost, found.content) == ("replaced", 2, SAVED)


def test_an_empty_backup_changes_nothing() -> None:
    assert mended(LATER, b"").content == LATER
    assert mended(b"", b"").fate == "stays"

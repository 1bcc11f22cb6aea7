"""Decisions on findings: the last one counts, a rejection has a reason, a damaged journal is named."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.decisions import (
    STATES,
    Decision,
    ReasonMissing,
    journal_of,
    last_decisions,
    read_decisions,
    write_decisions,
)
from data.journal import JournalDamaged
from data.rights import Actor

WANG = Actor("王", "reviewer")
MOMENT = datetime(2024, 3, 5, 8, 30, tzinfo=UTC)
ONE = Decision(
    "ab12", "Sheet1!A1:J30", "rate_wrong", None, "H7", "100%", "80.45%", "rejected", "四舍五入", "王", MOMENT
)


@st.composite
def taken(draw: st.DrawFn) -> Decision:
    """A decision on one of a few findings, whose texts are now these, now those."""
    state = draw(st.sampled_from(STATES))
    reason = draw(st.text(min_size=1).filter(str.strip)) if state == "rejected" else draw(st.text(max_size=5))
    return Decision(
        draw(st.sampled_from(["d1", "d2"])),
        draw(st.sampled_from(["p1", "p2"])),
        draw(st.sampled_from(["rate_wrong", "total_not_sum"])),
        draw(st.sampled_from([None, 1])),
        draw(st.sampled_from([None, "C3"])),
        draw(st.sampled_from([None, "1", "2"])),
        draw(st.sampled_from([None, "9"])),
        state,
        reason,
        "王",
        MOMENT + timedelta(seconds=draw(st.integers(0, 10**6))),
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(taken(), max_size=5), max_size=5))
def test_what_was_decided_is_read_again_and_the_last_on_a_finding_counts(
    tmp_path: Path, groups: list[list[Decision]]
) -> None:
    journal = journal_of(tmp_path)
    journal.path.unlink(missing_ok=True)
    for group in groups:
        write_decisions(tmp_path, WANG, group)
    everything = [one for group in groups for one in group]
    assert read_decisions(journal) == tuple(everything)
    last = {one.key: one for one in everything}
    assert {one.key: one for one, is_last in last_decisions(everything) if is_last} == last
    by_text = {(one.key, one.found, one.expected): one for one in everything}
    assert [one for one, _ in last_decisions(everything)] == list(by_text.values())


def test_many_are_written_at_once_into_the_store(tmp_path: Path) -> None:
    journal = journal_of(tmp_path)
    write_decisions(tmp_path, WANG, [replace(ONE, n=n) for n in range(300)])
    assert len(read_decisions(journal)) == 300
    assert journal.path == tmp_path / "journal" / "decisions.jsonl"


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_nothing_is_rejected_without_a_reason(tmp_path: Path, reason: str) -> None:
    journal = journal_of(tmp_path)
    with pytest.raises(ReasonMissing, match="理由") as fault:
        write_decisions(tmp_path, WANG, [ONE, replace(ONE, reason=reason)])
    assert "reason" in fault.value.sentence("en") or fault.value.sentence("zh")
    assert journal.entries() == (), "one of them is wrong, so none is written"


@pytest.mark.parametrize("state", ["open", "accepted", "rectified"])
def test_the_others_need_none(tmp_path: Path, state: str) -> None:
    write_decisions(tmp_path, WANG, [replace(ONE, state=state, reason="")])  # type: ignore[arg-type]
    assert read_decisions(journal_of(tmp_path))[0].state == state


def test_a_line_that_was_altered_is_named(tmp_path: Path) -> None:
    journal = journal_of(tmp_path)
    write_decisions(tmp_path, WANG, [ONE, ONE, ONE])
    journal.path.write_bytes(journal.path.read_bytes().replace(b"rejected", b"accepted", 1))
    with pytest.raises(JournalDamaged, match="第 1 行"):
        read_decisions(journal)


STRANGE = {
    "another state": {"state": "deleted"},
    "no such time": {"decided": "yesterday"},
    "a time without zone": {"decided": "2024-03-05T08:30:00"},
    "a time that is none": {"decided": 5},
    "a line that is text": {"n": "1"},
    "a line that is a truth": {"n": True},
    "no rule": {"rule": None},
    "no name": {"who": 7},
    "rejected without a reason": {"reason": " "},
    "one field more": {"also": 1},
}


@pytest.mark.parametrize("change", STRANGE.values(), ids=STRANGE)
def test_a_line_that_is_no_decision_is_named(tmp_path: Path, change: dict[str, object]) -> None:
    journal = journal_of(tmp_path)
    write_decisions(tmp_path, WANG, [ONE])
    entry = json.loads(journal.path.read_bytes())
    del entry["previous"]
    journal.append([entry | change])
    with pytest.raises(JournalDamaged, match="第 2 行"):
        read_decisions(journal)


def test_a_line_that_lacks_a_field_is_named(tmp_path: Path) -> None:
    journal = journal_of(tmp_path)
    journal.append([{"document": "ab12", "state": "open"}])
    with pytest.raises(JournalDamaged, match="第 1 行"):
        read_decisions(journal)

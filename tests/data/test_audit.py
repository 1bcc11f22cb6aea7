"""The audit journal: who did what; nothing in it can be changed, and nothing cut off, unseen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from data.audit import DONE, Audited, audit_journal, digest, read_audit, write_audit
from data.audit_journal import AuditCut
from data.audit_keeping import TooYoung, accept_audit, last_to_go, purge_audit
from data.journal import JournalDamaged
from data.rights import LOCAL

MOMENT = datetime(2023, 3, 4, 5, 6, tzinfo=UTC)
ACT = Audited("local", "local", MOMENT, "export", "county?year=2022", 3, digest(b"x"), DONE, (("format", "xlsx"),))
FIRST, NEXT = "audit-2023-03.jsonl", "audit-2023-04.jsonl"


def written(store: Path, *moments: datetime) -> Path:
    for at, moment in enumerate(moments):
        write_audit(audit_journal(store), replace(ACT, when=moment, count=at))
    return store / "journal"


def three(store: Path) -> Path:
    """Two acts in March, one in April."""
    return written(store, MOMENT, MOMENT, MOMENT + timedelta(days=31))


def test_an_act_comes_back_as_it_was_written(tmp_path: Path) -> None:
    write_audit(audit_journal(tmp_path), ACT)
    assert read_audit(audit_journal(tmp_path)) == (ACT,)


def test_the_time_is_written_in_utc(tmp_path: Path) -> None:
    beijing = MOMENT.astimezone(timezone(timedelta(hours=8)))
    folder = written(tmp_path, beijing)
    assert "2023-03-04T05:06:00.000+00:00" in (folder / FIRST).read_text(encoding="utf-8")


def test_a_time_without_a_zone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="zone"):
        write_audit(audit_journal(tmp_path), replace(ACT, when=MOMENT.replace(tzinfo=None)))


def test_every_month_has_a_file_and_the_chain_goes_on(tmp_path: Path) -> None:
    folder = three(tmp_path)
    assert audit_journal(tmp_path).files() == [FIRST, NEXT]
    assert [one.count for one in read_audit(audit_journal(tmp_path))] == [0, 1, 2]
    assert (folder / NEXT).read_text(encoding="utf-8").count("\n") == 2, "the line that carries on, and the act"


def test_a_clock_that_was_set_back_opens_no_earlier_month(tmp_path: Path) -> None:
    written(tmp_path, MOMENT, MOMENT - timedelta(days=90))
    assert audit_journal(tmp_path).files() == [FIRST]
    assert len(read_audit(audit_journal(tmp_path))) == 2


def cut(path: Path, lines: int) -> None:
    """Take that many lines off the end."""
    kept = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(kept[: len(kept) - lines]))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "a word changed": lambda f: (f / FIRST).write_bytes((f / FIRST).read_bytes().replace(b"county", b"secret", 1)),
    "the last line cut off": lambda f: cut(f / NEXT, 1),
    "the last month gone": lambda f: (f / NEXT).unlink(),
    "the first month gone": lambda f: (f / FIRST).unlink(),
    "the end of a month cut off": lambda f: cut(f / FIRST, 1),
    "everything gone": lambda f: [path.unlink() for path in f.glob("*.jsonl")],
    "the head gone": lambda f: (f / "audit.head").unlink(),
    "the head torn": lambda f: (f / "audit.head").write_bytes((f / "audit.head").read_bytes()[:20]),
    "end and head cut": lambda f: (cut(f / NEXT, 1), (f / "audit.head").unlink()),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_whatever_is_changed_or_cut_off_is_noticed(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    damage(three(tmp_path))
    with pytest.raises(JournalDamaged):
        read_audit(audit_journal(tmp_path))


def test_after_a_loss_nothing_is_written_over_it_until_it_is_accepted(tmp_path: Path) -> None:
    folder = three(tmp_path)
    list(DAMAGES.values())[1](folder)
    with pytest.raises(AuditCut, match="accept"):
        write_audit(audit_journal(tmp_path), ACT)
    assert accept_audit(tmp_path, LOCAL)
    assert not accept_audit(tmp_path, LOCAL), "there is nothing to accept any more"
    last = read_audit(audit_journal(tmp_path))[-1]
    assert (last.what, last.result) == ("accept_audit", "audit_cut"), "the loss stands in the journal itself"


def test_a_power_cut_between_line_and_head_is_mended(tmp_path: Path) -> None:
    folder = three(tmp_path)
    head = (folder / "audit.head").read_bytes()
    written(tmp_path, MOMENT + timedelta(days=32))
    (folder / "audit.head").write_bytes(head)
    assert len(read_audit(audit_journal(tmp_path))) == 4
    written(tmp_path, MOMENT + timedelta(days=33))
    (folder / "audit.head").write_bytes(head)
    with pytest.raises(AuditCut):
        read_audit(audit_journal(tmp_path))


def test_a_power_cut_at_the_turn_of_a_month_is_mended(tmp_path: Path) -> None:
    folder = written(tmp_path, MOMENT, MOMENT)
    head = (folder / "audit.head").read_bytes()
    written(tmp_path, MOMENT + timedelta(days=31))
    (folder / "audit.head").write_bytes(head)
    assert len(read_audit(audit_journal(tmp_path))) == 3
    written(tmp_path, MOMENT + timedelta(days=31))
    assert len(read_audit(audit_journal(tmp_path))) == 4


def test_half_a_line_was_never_there(tmp_path: Path) -> None:
    folder = three(tmp_path)
    with (folder / NEXT).open("ab") as file:
        file.write(b'{"previous": "ab')
    assert len(read_audit(audit_journal(tmp_path))) == 3
    written(tmp_path, MOMENT + timedelta(days=32))
    assert len(read_audit(audit_journal(tmp_path))) == 4


# The day | the last month that may go: every day of it lies six whole months back.
KEPT = """
2026-11-23 | 2026-04
2026-05-01 | 2025-10
2026-01-31 | 2025-06
2026-07-01 | 2025-12
"""


@pytest.mark.parametrize("case", KEPT.strip().splitlines())
def test_six_months_are_kept(case: str) -> None:
    today, last = (part.strip() for part in case.split("|"))
    assert last_to_go(date.fromisoformat(today)) == last


def test_old_months_go_and_the_rest_still_holds(tmp_path: Path) -> None:
    folder = three(tmp_path)
    today = date(2023, 10, 2)
    with pytest.raises(TooYoung, match="2023-03"):
        purge_audit(tmp_path, LOCAL, "2023-04", today)
    assert purge_audit(tmp_path, LOCAL, "2023-03", today) == ("2023-03",)
    assert not (folder / FIRST).exists()
    left = read_audit(audit_journal(tmp_path))
    assert [(one.what, one.object) for one in left] == [("export", ACT.object), ("purge_audit", FIRST)]
    cut(folder / NEXT, 0)
    (folder / NEXT).unlink()
    with pytest.raises(JournalDamaged):
        read_audit(audit_journal(tmp_path))

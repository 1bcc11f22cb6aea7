"""The audit journal: what was handed out, to whom, and which bytes; nothing in it can be changed unseen."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from data.audit import DONE, Audited, audit_journal, digest, read_audit, write_audit
from data.journal import JournalDamaged

MOMENT = datetime(2023, 3, 4, 5, 6, tzinfo=UTC)
ACT = Audited("local", "local", MOMENT, "export", "county?year=2022", 3, digest(b"x"), DONE, (("format", "xlsx"),))


def test_an_act_comes_back_as_it_was_written(tmp_path: Path) -> None:
    journal = audit_journal(tmp_path)
    write_audit(journal, ACT)
    assert journal.path == tmp_path / "journal" / "audit.jsonl"
    assert read_audit(journal) == (ACT,)


def test_the_time_is_written_in_utc(tmp_path: Path) -> None:
    journal = audit_journal(tmp_path)
    beijing = MOMENT.astimezone(timezone(timedelta(hours=8)))
    write_audit(journal, Audited("a", "b", beijing, "export", "c", None, "", DONE))
    assert "2023-03-04T05:06:00.000+00:00" in journal.path.read_text(encoding="utf-8")


def test_a_time_without_a_zone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="zone"):
        write_audit(
            audit_journal(tmp_path), Audited("a", "b", MOMENT.replace(tzinfo=None), "export", "c", None, "", DONE)
        )


def test_a_changed_line_is_named(tmp_path: Path) -> None:
    journal = audit_journal(tmp_path)
    for _ in range(2):
        write_audit(journal, ACT)
    told = journal.path.read_text(encoding="utf-8")
    journal.path.write_text(told.replace("county", "secret", 1), encoding="utf-8")
    with pytest.raises(JournalDamaged):
        read_audit(journal)

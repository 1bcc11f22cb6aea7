"""How long the audit journal is kept, and what to do when a part of it is lost."""

from datetime import UTC, date, datetime
from pathlib import Path

from data.audit import audit, audit_journal
from data.audit_journal import CARRIED, AuditCut, AuditJournal, Head
from data.errors import Fault
from data.journal import Journal
from data.rights import Actor, require
from data.texts import mark

KEPT_MONTHS = 6  # at least: 网络安全法 第二十三条 asks for six months


class TooYoung(Fault):
    """What is younger than six months is not let go of."""

    code = "audit_too_young"
    text = mark("没有清理:审计记录至少保留 {n} 个月,目前只能清理 {place} 及以前的月份。")


def purge_audit(store: Path, actor: Actor, upto: str, today: date | None = None) -> tuple[str, ...]:
    """Let go of the months up to `upto` (2026-05); gives them. The chain stays: what is left says what it follows.

    Raises NotAllowed, TooYoung, JournalDamaged: what is damaged is evidence.
    """
    require(actor, "manage_accounts")
    last = last_to_go(today or datetime.now(UTC).date())
    if upto > last:
        raise TooYoung(upto, place=last, n=KEPT_MONTHS)
    journal = audit_journal(store)
    journal.entries()
    gone = [name for name in journal.files()[:-1] if month_of(name) <= upto]
    for name in gone:
        end = journal.end_of(name)
        audit(store, actor, "purge_audit", name, end.count, end.last)
    with journal.held():
        let_go(journal, gone)
    return tuple(map(month_of, gone))


def let_go(journal: AuditJournal, gone: list[str]) -> None:
    """First the head says what the rest follows, then the files go, oldest first."""
    head = journal.head()
    if gone and head is not None:
        journal.write_head(Head(head.file, head.count, head.last, journal.end_of(gone[-1]).last))
    for name in gone:
        (journal.folder / name).unlink()


def last_to_go(today: date) -> str:
    """The last month of which every day is at least six months ago."""
    months = today.year * 12 + today.month - 1 - KEPT_MONTHS - 1
    return f"{months // 12}-{months % 12 + 1:02d}"


def month_of(name: str) -> str:
    return name.removeprefix("audit-").removesuffix(".jsonl")


def accept_audit(store: Path, actor: Actor) -> bool:
    """Go on after a loss: what was pinned and is not there any more is written down, then the end is pinned anew.

    False where nothing is missing.
    """
    require(actor, "backup")
    journal = audit_journal(store)
    try:
        journal.entries()
    except AuditCut as cut:
        with journal.held():
            pin_anew(journal)
        audit(store, actor, "accept_audit", cut.name, None, "", cut.code, (("line", cut.place),))
        return True
    return False


def pin_anew(journal: AuditJournal) -> None:
    """Pin the last line that there is; without any the journal begins again."""
    files = journal.files()
    if not files:
        journal.pin.unlink(missing_ok=True)
        return
    first = Journal(journal.folder / files[0]).entries()[0].get(CARRIED)
    journal.write_head(journal.end_of(files[-1], first["last"] if first else ""))

"""Who did what, and what was refused to whom: one line for each act, in a journal of its own, never changed.

An act that cannot be written down does not happen: the journal raises, and nothing is handed out.
"""

import hashlib
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from data.audit_journal import AuditJournal
from data.rights import Actor, require

DONE = "done"
OTHER_ACTS = ("sign_in", "sign_out", "disable_account", "purge_audit", "accept_audit", "rebuild", "restore")


@dataclass(frozen=True, slots=True)
class Audited:
    """One act. `what` is an action of the table of rights or one of OTHER_ACTS, `object` what it was done to (an
    address, a file name).

    `when` has a time zone and is written in UTC; `count` is a number of rows, None where nothing is counted.
    `sha256` names the bytes that were handed out, "" for none. `result` is "done" or the code of a fault.
    `detail` holds further pairs, such as the filters in force and the format.
    """

    who: str
    role: str
    when: datetime
    what: str
    object: str
    count: int | None
    sha256: str
    result: str
    detail: tuple[tuple[str, str], ...] = ()


def audit_journal(store: Path) -> AuditJournal:
    """The audit journal of the store in that folder."""
    return AuditJournal(store / "journal")


def write_audit(journal: AuditJournal, act: Audited) -> None:
    """Write one act down. Raises AuditCut, JournalUnwritable, and ValueError for a time without a zone."""
    if act.when.utcoffset() is None:
        raise ValueError("the time of an act needs a zone")
    when = act.when.astimezone(UTC)
    journal.append(asdict(act) | {"when": when.isoformat(timespec="milliseconds")}, when)


def read_audit(journal: AuditJournal) -> tuple[Audited, ...]:
    """Every act in the order written. Raises JournalDamaged with the line, AuditCut where the end is missing."""
    return tuple(
        Audited(
            **entry
            | {
                "when": datetime.fromisoformat(entry["when"]),
                "detail": tuple((name, value) for name, value in entry["detail"]),
            }
        )
        for entry in journal.entries()
    )


def acts_for(store: Path, actor: Actor) -> tuple[Audited, ...]:
    """Every act, for a person. Raises NotAllowed, and as `read_audit` does."""
    require(actor, "read_audit")
    return read_audit(audit_journal(store))


def audit(
    store: Path,
    actor: Actor,
    what: str,
    thing: str,
    count: int | None = None,
    sha256: str = "",
    result: str = DONE,
    detail: tuple[tuple[str, str], ...] = (),
) -> None:
    """Write down that `actor` did `what` to `thing` just now. Raises AuditCut and JournalUnwritable."""
    act = Audited(actor.name, actor.role, datetime.now(UTC), what, thing, count, sha256, result, detail)
    write_audit(audit_journal(store), act)


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

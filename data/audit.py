"""Who took what out of the house: one line for each act, in a journal of its own, never changed.

An act that cannot be written down does not happen: the journal raises, and nothing is handed out.
"""

import hashlib
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from data.journal import Journal

DONE = "done"


@dataclass(frozen=True, slots=True)
class Audited:
    """One act. `what` is the kind of act ("export"), `object` what it was done to (an address, a file name).

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


def audit_journal(store: Path) -> Journal:
    """The audit journal of the store in that folder."""
    return Journal(store / "journal" / "audit.jsonl")


def write_audit(journal: Journal, act: Audited) -> None:
    """Write one act down. Raises JournalUnwritable, and ValueError for a time without a zone."""
    if act.when.utcoffset() is None:
        raise ValueError("the time of an act needs a zone")
    moment = act.when.astimezone(UTC).isoformat(timespec="milliseconds")
    journal.append([asdict(act) | {"when": moment}])


def read_audit(journal: Journal) -> tuple[Audited, ...]:
    """Every act in the order written. Raises JournalDamaged with the line."""
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


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

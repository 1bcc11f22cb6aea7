"""An open session, and the decisions that were brought into it: they come and go while it stays open."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from analytics.session import bring_decisions
from analytics.what_if import open_what_if, read_what_if
from data.decisions import read_decisions
from data.journal import Journal
from data.store import Generation

Connection = Any  # a DuckDB connection
Stamp = tuple[int, int]
# Generation (its file and the digest of that, for a store may be made anew), scheme or what-if, the department whose
# rows alone are shown (None: the whole county), and how far the journal of decisions had come.
Shown = tuple[Path, str, str | None, str | None, Stamp]
NOTHING_DECIDED: Stamp = (0, 0)


@dataclass(slots=True)
class Session:
    """A session, and the stamp of the journal when decisions were last brought in from it."""

    connection: Connection
    journal: Journal
    stamp: Stamp = NOTHING_DECIDED
    lock: Lock = field(default_factory=Lock)

    def fresh(self) -> Connection:
        """The connection, with every decision in it that was written down by now. Raises JournalDamaged."""
        with self.lock:
            stamp = self.journal.stamp()
            if stamp != self.stamp:
                bring_decisions(self.connection, read_decisions(self.journal))
                self.stamp = stamp
        return self.connection


def opened(generation: Generation, asked: str | None, department: str | None, journal: Journal) -> Session:
    """A session on the scheme or the what-if that was asked for, None for each form's own scheme."""
    connection = open_what_if(generation, read_what_if(asked or ""), department)
    connection.execute("checkpoint memory")  # packs what was computed: some 25 MB of 130 for a county of 1,200 forms
    return Session(connection, journal)


def undecided(key: Shown) -> Shown:
    """The key of what no decision changes."""
    return (*key[:4], NOTHING_DECIDED)

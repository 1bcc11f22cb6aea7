"""What checks look at, and what they say."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from data.backup import Backups
from data.errors import Fault
from data.store import Store
from data.texts import translate

State = Literal["good", "warning", "bad"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where is looked: a store, its backups, and what time it is (UTC)."""

    store: Store
    backups: Backups
    now: datetime

    @property
    def folder(self) -> Path:
        return self.store.folder


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: `bad` needs somebody today, a `warning` soon. `text` is marked, `said` goes into it."""

    state: State
    text: str
    said: tuple[tuple[str, object], ...] = ()
    fault: Fault | None = None

    def sentence(self, language: str) -> str:
        if self.fault is not None:
            return self.fault.sentence(language)
        return translate(self.text, language, **dict(self.said))


def good(text: str, **said: object) -> Found:
    return Found("good", text, tuple(said.items()))


def warning(text: str, **said: object) -> Found:
    return Found("warning", text, tuple(said.items()))


def bad(text: str, **said: object) -> Found:
    return Found("bad", text, tuple(said.items()))


def ill(fault: Fault) -> Found:
    """A fault whose own sentence says what to do."""
    return Found("bad", "", (), fault)

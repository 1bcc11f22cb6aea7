"""Accounts: who may come in, by the subject that the provider names."""

from dataclasses import dataclass
from pathlib import Path

from data.journal import Journal


@dataclass(frozen=True, slots=True)
class Account:
    """One person."""

    subject: str
    name: str
    role: str
    department: str | None = None
    disabled: bool = False


def find(store: Path, subject: str) -> Account | None:
    """The account of `subject` as it stands now, None when there is none."""
    entries = Journal(store / "journal" / "accounts.jsonl").entries()
    found = [one for one in entries if one["subject"] == subject]
    return Account(**found[-1]) if found else None

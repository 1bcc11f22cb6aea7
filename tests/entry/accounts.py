"""Accounts as the command on the host makes them."""

from pathlib import Path

from data.journal import Journal


def give_account(store: Path, subject: str, role: str, department: str | None = None, disabled: bool = False) -> None:
    Journal(store / "journal" / "accounts.jsonl").append(
        [{"subject": subject, "name": subject, "role": role, "department": department, "disabled": disabled}]
    )

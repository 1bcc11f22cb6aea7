"""What is handed out is written down: the bytes of an export and its line in the audit journal belong together."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from data.audit import DONE, Audited, audit_journal, digest, write_audit
from data.errors import Fault
from pages.shared.visitor import ROLE, visitor

Detail = tuple[tuple[str, str], ...]


def audited(
    build: Callable[[], bytes], folder: Path, thing: str, count: int | None, detail: Detail
) -> Callable[[], bytes]:
    """`build`, which also writes down who took `thing` with how many rows, when it is called.

    Who takes it is settled now: the bytes are built outside of any visit.
    """
    who = visitor()

    def note(content: bytes, result: str) -> None:
        sha256 = digest(content) if content else ""
        act = Audited(who, ROLE, datetime.now(UTC), "export", thing, count, sha256, result, detail)
        write_audit(audit_journal(folder), act)

    def made() -> bytes:
        try:
            content = build()
        except Exception as error:
            note(b"", error.code if isinstance(error, Fault) else type(error).__name__)
            raise
        note(content, DONE)
        return content

    return made

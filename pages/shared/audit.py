"""What is handed out is written down: the bytes of an export and its line in the audit journal belong together."""

from collections.abc import Callable
from pathlib import Path

from data.acting import Detail, acting
from data.audit import digest
from pages.shared.visitor import visitor


def audited(
    build: Callable[[], bytes], folder: Path, thing: str, count: int | None, detail: Detail, action: str = "export"
) -> Callable[[], bytes]:
    """`build`, which also writes down who took `thing` with how many rows, when it is called.

    Who takes it is settled now: the bytes are built outside of any visit. It raises NotAllowed without the right to
    that `action`.
    """
    who = visitor()

    def made() -> bytes:
        with acting(folder, who, action, thing) as note:
            note.count, note.detail = count, detail
            content = build()
            note.sha256 = digest(content)
        return content

    return made

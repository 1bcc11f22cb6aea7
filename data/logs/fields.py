"""What may stand in a log line: figures, codes and references. Never a text that a person wrote. Pure."""

import re
from datetime import UTC, datetime

# Everything that our own events say; a name that is not here is left out.
FIELDS = frozenset({
    "code", "files", "forms", "generation", "held", "imported", "mode", "number", "reference", "rejected", "removed",
    "seconds", "seen", "shown", "state", "unchanged", "versions",
})  # fmt: skip
CODE = re.compile(r"[a-z0-9_.-]{1,40}")  # no room for a name or a sentence
Said = str | int | float | bool | None


def allowed(said: dict[str, object]) -> dict[str, Said]:
    """The part of what an event says that may be written: known names, and figures or codes as values."""
    return {name: value for name, value in said.items() if name in FIELDS and is_plain(value)}  # type: ignore[misc]


def is_plain(value: object) -> bool:
    """A figure, a truth, nothing, or a code."""
    return value is None or isinstance(value, (bool, int, float)) or (isinstance(value, str) and is_code(value))


def is_code(text: str) -> bool:
    return CODE.fullmatch(text) is not None


def moment(seconds: float) -> str:
    """A time in UTC, to the millisecond."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")

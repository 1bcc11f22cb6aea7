"""Every act in one frame: who may not do it is told so, and whatever became of it is written down."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from data.audit import DONE, audit
from data.errors import Fault
from data.rights import Actor, require

Detail = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Note:
    """What the line of an act will say, filled in while it is done."""

    object: str
    count: int | None = None
    sha256: str = ""
    detail: Detail = field(default=())


@contextmanager
def acting(store: Path, actor: Actor, action: str, thing: str, what: str = "") -> Iterator[Note]:
    """What is done inside is `action` by `actor`, told in the audit journal as `what` (else as the action).

    Raises NotAllowed before anything is done; that too is written down, and so is every fault of the act.
    """
    note = Note(thing)
    try:
        require(actor, action)
        yield note
    except BaseException as error:
        result = error.code if isinstance(error, Fault) else type(error).__name__
        audit(store, actor, what or action, note.object, note.count, note.sha256, result, note.detail)
        raise
    audit(store, actor, what or action, note.object, note.count, note.sha256, DONE, note.detail)

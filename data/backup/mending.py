"""What becomes of a journal when a backup is restored: nothing that people did since is given up without need. Pure.

A journal is never turned back. Where it is whole and goes on from what the backup holds, it stays. Where it is damaged,
the backup gives the lines it has, and the lines after them stay as far as their chain holds.
"""

from dataclasses import dataclass
from typing import Literal

from data.journal import finished, link, said

Fate = Literal["stays", "mended", "replaced", "put_back"]


@dataclass(frozen=True, slots=True)
class Mended:
    """The journal as it is to be. `added` lines come from the backup, `lost` ones are in no chain any more."""

    fate: Fate
    content: bytes
    added: int = 0
    lost: int = 0


def mended(live: bytes, saved: bytes) -> Mended:
    """What to make of the journal `live` by the help of the one that was `saved`, whose chain holds."""
    now, then = lines_of(live), lines_of(saved)
    good = chain(now, "")
    if not now:
        return Mended("put_back" if then else "stays", saved, len(then))
    if good == len(now) and now[: len(then)] == then:
        return Mended("stays", live)
    later = continuation(now, link(then[-1]) if then else "")
    content = saved + b"".join(line + b"\n" for line in later)
    known = {*then, *later}
    lost = sum(line not in known for line in now)
    if good == len(now) and good > 0 and lost:
        return Mended("replaced", saved, len(then), lost)  # whole, and of another history
    return Mended("mended", content, sum(line not in set(now) for line in then), lost)


def continuation(lines: list[bytes], before: str) -> list[bytes]:
    """The lines that follow the one that `before` names, as far as their chain holds.

    Where the next line names another forerunner, the last one of the chain is not what was written.
    """
    start = next((at for at, line in enumerate(lines) if previous(line) == before), len(lines))
    end = start + chain(lines[start:], before)
    contradicted = end < len(lines) and previous(lines[end]) is not None
    return lines[start : end - 1 if contradicted else end]


def chain(lines: list[bytes], before: str) -> int:
    """How many lines hold together from the first one on."""
    for number, line in enumerate(lines):
        if previous(line) != before:
            return number
        before = link(line)
    return len(lines)


def previous(line: bytes) -> str | None:
    """What a line says of the one before it; None when it is not what was written."""
    try:
        found = said(line)["previous"]
    except (ValueError, KeyError):
        return None
    return found if isinstance(found, str) else None


def lines_of(content: bytes) -> list[bytes]:
    return finished(content).split(b"\n")[:-1]

"""The pointer file: the number of the generation in force, and a check that another number would not pass."""

import hashlib
import re

LENGTH = 12
WRITTEN = re.compile(rf"([0-9]+)(?: ([0-9a-f]{{{LENGTH}}}))?\n")


def pointer_text(number: int) -> str:
    return f"{number} {check(number)}\n"


def read_pointer(text: str) -> int:
    """The number that was written. Raises ValueError; the pointers of earlier programs bear no check."""
    found = WRITTEN.fullmatch(text)
    if found is None or found[2] not in (None, check(int(found[1]))):
        raise ValueError(text)
    return int(found[1])


def check(number: int) -> str:
    """A single wrong bit in a number often gives another number, which must not be followed."""
    return hashlib.sha256(f"generation {number}".encode()).hexdigest()[:LENGTH]

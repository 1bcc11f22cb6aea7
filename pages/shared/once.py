"""A bounded cache in which nobody works out what another is working out: the others wait for it.

After an import every open screen asks for the same rows at the same moment; without this each would compute them.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from threading import Lock
from typing import Any, TypeVar

Made = TypeVar("Made")


class Slot:
    """One result; `filled` once it is there. A fault leaves it empty, and the next one who asks tries again."""

    __slots__ = ("filled", "lock", "value")

    def __init__(self) -> None:
        self.lock, self.filled, self.value = Lock(), False, None


def once(most: int) -> Callable[[Callable[..., Made]], Callable[..., Made]]:
    """Keep up to `most` results of a function by its arguments, given in order; the least used goes first."""

    def keep(make: Callable[..., Made]) -> Callable[..., Made]:
        slots = lru_cache(maxsize=most)(lambda *_: Slot())

        @wraps(make)
        def made(*args: Any) -> Any:
            slot = slots(*args)
            with slot.lock:
                if not slot.filled:
                    slot.value, slot.filled = make(*args), True
            return slot.value

        return made

    return keep

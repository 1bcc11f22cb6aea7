"""A bounded cache in which nobody works out what another is working out: the others wait for it.

After an import every open screen asks for the same rows at the same moment; without this each would compute them.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")


class Slot:
    """One result; `filled` once it is there. A fault leaves it empty, and the next one who asks tries again."""

    __slots__ = ("filled", "lock", "value")

    def __init__(self) -> None:
        self.lock, self.filled, self.value = Lock(), False, None


class Slots:
    """Up to `most` results by their keys; the least used goes first. One key never has two slots."""

    def __init__(self, most: int) -> None:
        self.most, self.lock = most, Lock()
        self.held: OrderedDict[tuple[Any, ...], Slot] = OrderedDict()

    def get(self, key: tuple[Any, ...], make: Callable[[], Made]) -> Made:
        """The result of that key; made now where nobody made it before, and waited for where somebody does."""
        slot = self.slot(key)
        with slot.lock:
            if not slot.filled:
                slot.value, slot.filled = make(), True
        value: Made = slot.value
        return value

    def slot(self, key: tuple[Any, ...]) -> Slot:
        with self.lock:
            found = self.held.setdefault(key, Slot())
            self.held.move_to_end(key)
            while len(self.held) > self.most:
                self.held.popitem(last=False)
        return found

    def asked(self) -> tuple[tuple[Any, ...], ...]:
        """What is held, the last used last."""
        with self.lock:
            return tuple(self.held)

    def keep(self, wanted: Callable[[tuple[Any, ...]], bool]) -> None:
        """Let go of all other results."""
        with self.lock:
            for key in [one for one in self.held if not wanted(one)]:
                del self.held[key]


class Once(Generic[Made]):
    """A function whose results are kept by its arguments, given in order."""

    def __init__(self, make: Callable[..., Made], most: int) -> None:
        self.make, self.slots = make, Slots(most)

    def __call__(self, *args: Any) -> Made:
        return self.slots.get(args, lambda: self.make(*args))


def once(most: int) -> Callable[[Callable[..., Made]], Once[Made]]:
    """Keep up to `most` results of a function."""
    return lambda make: Once(make, most)

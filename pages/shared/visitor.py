"""Who is looking: the name and role under which everything is done and written down."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from data.rights import Actor
from pages.shared.sign_in import signed_in

NOBODY = Actor("", "")
_held: ContextVar[Actor | None] = ContextVar("visitor", default=None)


def visitor() -> Actor:
    """The person at this screen; somebody without any right where no login is in force, or is no more."""
    return _held.get() or signed_in() or NOBODY


@contextmanager
def visiting() -> Iterator[None]:
    """Who looks is asked once for the whole of a run; a click that comes before the next run asks anew."""
    held = _held.set(visitor())
    try:
        yield
    finally:
        _held.reset(held)

"""The bounds that charts draw and sentences name, as the scheme in force states them."""

from contextvars import ContextVar

from analytics.schemes.bounds import Bounds, usual_bounds

SMALL_NUMBER = 3  # below so many forms a comparison says little

_bounds: ContextVar[Bounds | None] = ContextVar("bounds", default=None)


def bounds() -> Bounds:
    """The bounds of this run; before a scheme is known, those that forms fall back to."""
    return _bounds.get() or usual_bounds()


def hold_bounds(found: Bounds) -> None:
    """Draw these bounds for the rest of this run."""
    _bounds.set(found)

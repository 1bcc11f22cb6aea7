"""Which generation visitors are shown: one that another program publishes comes into view when it is ready to be asked.

To open a generation costs seconds while an import has the processor; without this every visitor would wait for them.
What this server itself put in force is shown at once: who did it waits for it.
"""

import time
from threading import Lock

from data.store import Served
from data.store.here import was_put_here

PATIENCE = 20.0  # seconds: whatever is not ready by then is shown all the same


class Showing:
    """What is ready, and since when something newer is known. One for the whole server."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.ready: Served | None = None
        self.coming: tuple[str, float] = "", 0.0  # the digest of what is newer, and when it was first met

    def choose(self, newest: Served | None) -> Served | None:
        """`newest`, or the one before it for as long as that is being made ready."""
        with self.lock:
            ready = self.ready
            if newest is None or ready is None or not waits_for(newest, ready):
                return newest
            if self.coming[0] != newest.generation.digest:
                self.coming = newest.generation.digest, time.monotonic()
            return ready if time.monotonic() - self.coming[1] < PATIENCE else newest

    def put(self, ready: Served) -> None:
        """From here on this one is shown."""
        with self.lock:
            self.ready = ready


def waits_for(newest: Served, ready: Served) -> bool:
    """Whether `ready` may stand in for `newest`: an earlier one of the same store that is whole and still there."""
    new, old = newest.generation, ready.generation
    if newest.fault or ready.fault or new.digest == old.digest or new.path.parent != old.path.parent:
        return False
    return new.number > old.number and old.path.exists() and not was_put_here(new)


SHOWING = Showing()

"""Ends a process that takes too long for an answer. One thread watches all its answers."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread
from time import monotonic

BETWEEN_LOOKS = 0.1  # seconds: by so much a limit may be passed


class Watch:
    """Watches one process. Starting a thread for every answer would cost a tenth of reading a small file."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.until: float | None = None
        self.ended = False  # it took too long
        self.changing = Lock()
        self.stopped = Event()
        Thread(target=self.look, daemon=True).start()

    @contextmanager
    def over(self, seconds: float) -> Iterator[None]:
        """End the process when what is done here lasts longer than that."""
        with self.changing:
            self.until = monotonic() + seconds
        try:
            yield
        finally:
            with self.changing:
                self.until = None

    def look(self) -> None:
        """Again and again, until `stop`."""
        while not self.stopped.wait(BETWEEN_LOOKS):
            with self.changing:
                if self.until is not None and monotonic() > self.until:
                    self.until, self.ended = None, True
                    self.process.kill()

    def stop(self) -> None:
        self.stopped.set()

"""Where log lines go: one file for the server and one for commands, in turn, so that a disk is never filled."""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path

from data.logs.formatter import OURS, LineFormatter

MEGABYTE = 1024 * 1024
WATCHED = (OURS, "uvicorn.error", "asyncio", "py.warnings")


@dataclass(frozen=True, slots=True)
class Where:
    """The folder of the log, the size of one file, how many are kept, and from which level on lines are written."""

    folder: Path
    megabytes: int = 5
    files: int = 5
    level: str = "info"


class Lines(RotatingFileHandler):
    """A file of limited size with its forerunners."""

    def __init__(self, where: Where, name: str) -> None:
        where.folder.mkdir(parents=True, exist_ok=True)
        path, most = where.folder / f"{name}.jsonl", where.megabytes * MEGABYTE
        super().__init__(path, maxBytes=most, backupCount=where.files - 1, encoding="utf-8")
        self.setLevel(where.level.upper())
        self.setFormatter(LineFormatter())

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  the base names it so
        """A full disk: the next line is tried again. Nothing to the screen, where the message would stand."""

    def rotate(self, source: str, dest: str) -> None:
        # On Windows a file that another process has open cannot be renamed: it grows until that one ends.
        with suppress(PermissionError):
            super().rotate(source, dest)


class Later(logging.Handler):
    """Asks where to write when there is a first line: looking at a store writes nothing, and waits for no settings."""

    def __init__(self, make: Callable[[], Lines]) -> None:
        super().__init__()
        self.make = make
        self.lines: Lines | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """A log that cannot be made stops nothing; the next line tries again."""
        if record.name != OURS and record.levelno < logging.WARNING:
            return
        with suppress(Exception):
            self.lines = self.lines or self.make()
            if record.levelno >= self.lines.level:
                self.lines.handle(record)

    def close(self) -> None:
        if self.lines is not None:
            self.lines.close()
        super().close()


def begin(name: str, where: Callable[[], Where]) -> None:
    """Write what happens from here on to <folder>/<name>.jsonl."""
    later = Later(lambda: Lines(where(), name))
    logging.getLogger(OURS).setLevel(logging.INFO)
    for watched in WATCHED:
        put(logging.getLogger(watched), later)


def put(logger: logging.Logger, later: Later) -> None:
    """Let a logger write there and nowhere before."""
    for old in [one for one in logger.handlers if isinstance(one, Later)]:
        logger.removeHandler(old)
        old.close()
    logger.addHandler(later)


def as_set(store: Path) -> Where:
    """Where the settings say, else in the store. Raises what the settings raise."""
    from data.settings import settings  # when there is a line to write: no command waits for the library before

    said = settings().logs
    return Where(said.folder or store / "logs", said.megabytes, said.files, said.level)

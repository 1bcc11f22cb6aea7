"""Where log lines go: one file for the server and one for commands, in turn, so that a disk is never filled."""

import logging
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from data.logs.formatter import OURS, LineFormatter

MEGABYTE = 1024 * 1024
WATCHED = (OURS, "uvicorn.error", "asyncio", "py.warnings")


class Lines(RotatingFileHandler):
    """A file of limited size with its forerunners, made by its first line; a log that fails stops nothing."""

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  the base names it so
        """A full disk: the next line is tried again. Nothing to the screen, where the message would stand."""

    def rotate(self, source: str, dest: str) -> None:
        # On Windows a file that another process has open cannot be renamed: it grows until that one ends.
        with suppress(PermissionError):
            super().rotate(source, dest)


def begin(folder: Path, name: str, megabytes: int = 5, files: int = 5, level: str = "info") -> None:
    """Write what happens from here on to <folder>/<name>.jsonl and so many files before it."""
    lines = Lines(
        folder / f"{name}.jsonl", maxBytes=megabytes * MEGABYTE, backupCount=files - 1, encoding="utf-8", delay=True
    )
    lines.setFormatter(LineFormatter())
    lines.addFilter(lambda record: record.name == OURS or record.levelno >= logging.WARNING)
    logging.getLogger(OURS).setLevel(level.upper())
    for watched in WATCHED:
        put(logging.getLogger(watched), lines)


def put(logger: logging.Logger, lines: Lines) -> None:
    """Let a logger write there and nowhere before."""
    for old in [one for one in logger.handlers if isinstance(one, Lines)]:
        logger.removeHandler(old)
        old.close()
    logger.addHandler(lines)

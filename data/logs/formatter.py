"""A log record as one JSON line, without anything that a form, a file name or a person could have put into it."""

import json
import logging
import traceback
from pathlib import Path
from types import TracebackType

from data.logs.fields import allowed, is_code, moment

OURS = "jixiao"
DEEPEST = 30  # frames of a stack; the innermost are the ones that matter
PROJECT = Path(__file__).parents[2]


class LineFormatter(logging.Formatter):
    """Our events by their name and fields; what others log by its place in their code alone.

    The message of another library, and of every exception, may quote what it was working on – a cell, a name, an
    address – so it stays out. Where in the code it happened says the rest.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {"when": moment(record.created), "level": record.levelname.lower()}
        if record.name == OURS and isinstance(record.msg, str) and is_code(record.msg):
            line |= {"event": record.msg, **allowed(record.__dict__)}
        else:
            line |= {"event": "foreign", "logger": record.name, "place": f"{place(record.pathname)}:{record.lineno}"}
        if record.exc_info and record.exc_info[0] is not None:
            line |= {"error": record.exc_info[0].__name__, "stack": stack(record.exc_info[2])}
        return json.dumps(line, ensure_ascii=True)


def stack(trace: TracebackType | None) -> list[str]:
    """Where it happened, outermost first: file, line and function, and no values."""
    frames = traceback.extract_tb(trace)[-DEEPEST:]
    return [f"{place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def place(filename: str) -> str:
    """A file of the project or of a library, without the folders of this machine."""
    path = Path(filename)
    if path.is_relative_to(PROJECT) and ".venv" not in path.parts:
        return path.relative_to(PROJECT).as_posix()
    parts = path.parts
    at = parts.index("site-packages") + 1 if "site-packages" in parts else -2
    return "/".join(parts[at:])

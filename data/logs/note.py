"""One line for one thing that happened."""

import logging

from data.logs.fields import FIELDS
from data.logs.formatter import OURS

logger = logging.getLogger(OURS)


def note(event: str, level: int = logging.INFO, failed: bool = False, **said: object) -> None:
    """Write down that `event` happened; `said` are figures and codes named in fields.py, all else is left out.

    `failed` adds where in the code the exception at hand was raised.
    """
    extra = {name: value for name, value in said.items() if name in FIELDS}
    logger.log(level, event, extra=extra, exc_info=failed)

"""The reader's language, and the texts in it.

Each run of the script says once who is reading; every text below it then speaks that language.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from data.texts import LANGUAGES, translate

_language: ContextVar[str] = ContextVar("language", default="zh")


def language() -> str:
    """The language in which this run speaks: "zh" or "en"."""
    return _language.get()


def speak(chosen: str) -> None:
    """Speak `chosen` for the rest of this run."""
    _language.set(chosen)


@contextmanager
def speaking(chosen: str) -> Iterator[None]:
    """Speak `chosen` inside the block, for tests and for exports built outside a run."""
    token = _language.set(chosen)
    try:
        yield
    finally:
        _language.reset(token)


def chosen_language(address: str | None, browser: str | None) -> str:
    """The language asked for in the address, else the browser's, else Chinese."""
    if address in LANGUAGES:
        return address
    return "en" if (browser or "").lower().startswith("en") else "zh"


def t(text: str, **operands: object) -> str:
    """Give a Chinese text in the reader's language, its operands put in."""
    return translate(text, language(), **operands)

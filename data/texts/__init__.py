"""The one catalogue of texts. Chinese is the source language, en.po holds the English.

A text is written in Chinese where it is used, marked by `mark`, and turned into the reader's language by
`translate`. Operands are named: "共 {n} 个项目".
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from data.texts.punctuation import printed

LANGUAGES = ("zh", "en")
Say = Callable[..., str]  # a marked text and its operands → what a reader is told
CATALOGUE = Path(__file__).with_name("en.po")


def mark(text: str) -> str:
    """Mark a Chinese text for the catalogue and give it back unchanged."""
    return text


def translate(text: str, language: str, **operands: object) -> str:
    """Give a marked text in `language` ("zh" or "en") with its operands put in.

    A text without a translation stays Chinese; tests/data/test_texts.py fails for it. What the catalogue does not know
    is no text of ours, such as the name of a file, and stays as it is.
    """
    known = english().get(text)
    words = text if known is None else known if language == "en" else printed(text)
    return words.format(**operands) if operands else words


def speaker(language: str) -> Say:
    """`translate` into one language."""
    return lambda text, **operands: translate(text, language, **operands)


def typed(text: str, **operands: object) -> str:
    """The Chinese as it stands in the code, half-width signs and all: for what other programs read."""
    return text.format(**operands) if operands else text


@cache
def english() -> dict[str, str]:
    from babel.messages.pofile import read_po  # for who reads English: no reading process waits for the library

    with CATALOGUE.open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id and message.string}

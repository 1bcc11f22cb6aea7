"""Bring en.po up to date with the texts in use: new texts in, texts no longer used out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po


@dataclass(frozen=True, slots=True)
class Merged:
    """The catalogue as it should be, and what a person has to look at."""

    content: bytes
    missing: tuple[str, ...]
    obsolete: tuple[str, ...]
    conflicts: tuple[str, ...]


def read_translations(path: Path) -> dict[str, str]:
    """Chinese → English of one PO file; entries without English and entries struck out (#~) are left out."""
    with path.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    return {str(message.id): str(message.string) for message in catalogue if message.id and message.string}


def merge(texts: Mapping[str, Sequence[str]], sources: Sequence[Mapping[str, str]]) -> Merged:
    """The catalogue of `texts` (text → places); an earlier source wins over a later one."""
    known: dict[str, str] = {}
    conflicts = []
    for source in sources:
        conflicts += [text for text, words in source.items() if known.setdefault(text, words) != words]
    return Merged(
        content=_written(texts, known),
        missing=tuple(text for text in texts if text not in known),
        obsolete=tuple(text for text in known if text not in texts),
        conflicts=tuple(dict.fromkeys(text for text in conflicts if text in texts)),
    )


def _written(texts: Mapping[str, Sequence[str]], known: Mapping[str, str]) -> bytes:
    catalogue = Catalog(locale="en", project="jixiao", version="1", fuzzy=False, charset="utf-8")
    for text, places in texts.items():
        # No line numbers: they would change with every edit above them.
        catalogue.add(text, known.get(text, ""), locations=[(place, 0) for place in places])
    buffer = BytesIO()
    write_po(buffer, catalogue, width=0, omit_header=True, include_lineno=False)
    return _HEADER + buffer.getvalue()


# Written here and not by babel, which puts the time of day into it.
_HEADER = b"""\
# English texts. Chinese stands in the code; `python -m data.texts` brings this file up to date.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: en\\n"

"""

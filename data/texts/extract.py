"""Find every Chinese text that needs an entry in the catalogue. Reads files, changes none.

Scoring schemes and findings carry titles and sentences in both languages in their own files; what they stand on (their
references) is written in Chinese and needs an entry.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_file

PROJECT = Path(__file__).parents[2]
ROOMS = ("app.py", "data", "analytics", "pages")
# What marks a text in Python; `None` is babel's word for "the first argument".
KEYWORDS = {"mark": None, "translate": None, "t": None}
CSV_TEXTS = {"analytics/columns.csv": ("label", "definition"), "analytics/codes.csv": ("label",)}
# A scheme ends its text with a quotation mark, a finding with its line.
REFERENCES = {
    "schemes": re.compile(r'reference = "([^"]+)"'),
    "findings": re.compile(r"^-- reference: (.+)$", re.MULTILINE),
}

Place = str
Text = tuple[str, Place]


def texts(project: Path = PROJECT) -> dict[str, tuple[Place, ...]]:
    """Every text and the files in which it stands, in the order of the files."""
    found: dict[str, list[Place]] = {}
    for text, place in (*_python(project), *_csv(project), *_references(project)):
        places = found.setdefault(text, [])
        if place not in places:
            places.append(place)
    return {text: tuple(places) for text, places in found.items()}


def _python(project: Path) -> Iterator[Text]:
    for room in ROOMS:
        path = project / room
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path] * path.exists():
            for _, message, _, _ in extract_from_file("python", file, keywords=KEYWORDS):
                if isinstance(message, str) and message:
                    yield message, _place(file, project)


def _csv(project: Path) -> Iterator[Text]:
    for name, columns in CSV_TEXTS.items():
        with (project / name).open(encoding="utf-8", newline="") as file:
            yield from ((row[column], name) for row in csv.DictReader(file) for column in columns if row[column])


def _references(project: Path) -> Iterator[Text]:
    """What the numbers of the schemes and the rules of the findings stand on."""
    for name, pattern in REFERENCES.items():
        for file in sorted((project / "analytics" / name).glob("*.*")):
            for text in pattern.findall(file.read_text(encoding="utf-8")) if file.suffix in (".toml", ".sql") else ():
                yield text, _place(file, project)


def _place(file: Path, project: Path) -> Place:
    return file.relative_to(project).as_posix()

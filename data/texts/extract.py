"""Find every Chinese text that needs an entry in the catalogue. Reads files, changes none.

Scoring schemes and findings carry both languages side by side in their own files and need no entry.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_file

PROJECT = Path(__file__).parents[2]
ROOMS = ("app.py", "data", "analytics", "pages")
# What marks a text in Python; `None` is babel's word for "the first argument".
KEYWORDS = {"mark": None, "translate": None, "t": None}
CSV_TEXTS = {"analytics/columns.csv": ("label", "definition"), "analytics/codes.csv": ("label",)}

Place = str
Text = tuple[str, Place]


def texts(project: Path = PROJECT) -> dict[str, tuple[Place, ...]]:
    """Every text and the files in which it stands, in the order of the files."""
    found: dict[str, list[Place]] = {}
    for text, place in (*_python(project), *_csv(project)):
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


def _place(file: Path, project: Path) -> Place:
    return file.relative_to(project).as_posix()

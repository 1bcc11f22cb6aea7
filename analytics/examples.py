"""Worked examples, one for each way in which an indicator is scored: the lines are typed, the results computed."""

import csv
from functools import cache
from pathlib import Path

from analytics.commands.score_lines import read_typed, typed_lines
from analytics.lines import Line

FILE = Path(__file__).with_name("examples.csv")


@cache
def examples(scheme: str) -> tuple[Line, ...]:
    """The lines of examples.csv, scored by `scheme` through the views. Raises UnknownScheme."""
    with FILE.open(encoding="utf-8", newline="") as file:
        typed = [read_typed(row) for row in csv.DictReader(file)]
    return typed_lines(typed, scheme)

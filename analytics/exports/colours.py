"""Colour rules of a workbook: conditional formats, so that they follow when a figure is changed. Rules: colours.csv."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from analytics.columns import column
from analytics.schemes.bounds import Bounds

RULES_FILE = Path(__file__).with_name("colours.csv")
SIGNS = {"below": "<", "above": ">", "from": ">="}
# Text and ground keep 4.5:1; they are also told apart in grey.
TONES: Mapping[str, Mapping[str, str]] = {
    "bad": {"font_color": "#9C1C14", "bg_color": "#FADCD9"},
    "watch": {"font_color": "#7A4300", "bg_color": "#FFEBCC"},
    "good": {"font_color": "#1D5E4F", "bg_color": "#DDF1EB"},
}


@dataclass(frozen=True, slots=True)
class ColourRule:
    """A figure that is `below`, `above` or `from` (at least) `bound`, or a code that `is` it, takes the `tone`.

    `bound` names one of the scheme's bounds, or is itself a figure or a code.
    """

    column: str
    test: str
    bound: str
    tone: str

    def condition(self, cell: str, bounds: Bounds, language: str) -> str:
        """The formula of the rule for the field at `cell`. A blank is no figure: it takes no colour."""
        if self.test == "is":
            words = column(self.column).words(self.bound, language).replace('"', '""')
            return f'={cell}="{words}"'
        return f"=AND(ISNUMBER({cell}),{cell}{SIGNS[self.test]}{self._figure(bounds)})"

    def _figure(self, bounds: Bounds) -> Decimal:
        named = getattr(bounds, self.bound, None)
        return Decimal(self.bound) if named is None else Decimal(named)


@cache
def colour_rules() -> tuple[ColourRule, ...]:
    with RULES_FILE.open(encoding="utf-8", newline="") as file:
        return tuple(ColourRule(**row) for row in csv.DictReader(file))


def rules_of(name: str) -> Iterator[ColourRule]:
    """The rules for one column; the first that holds wins."""
    return (rule for rule in colour_rules() if rule.column == name)

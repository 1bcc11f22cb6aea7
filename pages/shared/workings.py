"""The computation of each line in words."""

from dataclasses import fields, replace

from analytics.lines import Line
from analytics.working import working
from pages.shared.language import t
from pages.shared.table import Table

NAMES = tuple(field.name for field in fields(Line))


def workings(lines: Table) -> dict[int, str]:
    """The working of each line (rows of scored_line), by its number in the form."""
    found = (Line(*values) for values in lines.pick(*NAMES))
    # The cell has a column of its own on this page.
    return {line.n: working(replace(line, cell=""), t) for line in found}

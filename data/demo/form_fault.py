"""What all faults of a whole form share.

Each takes the form, the lines that are still as they were (n from 1), and a random source; it gives the form and
the lines that it touched, or None where it does not fit.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from data.demo.model import Form, Line

Touched = tuple[Form, tuple[int, ...]]
FormFault = Callable[[Form, Sequence[int], Random], Touched | None]


def with_line(form: Form, n: int, *lines: Line) -> Form:
    """The form with line n replaced by one or more."""
    return replace(form, lines=(*form.lines[: n - 1], *lines, *form.lines[n:]))

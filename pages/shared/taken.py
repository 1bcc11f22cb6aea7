"""What this run has shown so far, in order, so that the whole page can be taken away as one file."""

from contextvars import ContextVar
from dataclasses import dataclass

import plotly.graph_objects as go

from pages.shared.table import Table


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence; `tag` is the HTML element that it becomes."""

    tag: str
    text: str


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline figure: what it is called, the figure, and what stands below it."""

    label: str
    value: str
    below: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart and its words."""

    figure: go.Figure
    words: str


@dataclass(frozen=True, slots=True)
class Rows:
    """A table as it is shown."""

    table: Table
    title: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """HTML drawn by a page; the drawing escaped its texts."""

    html: str


Part = Words | Headline | Chart | Rows | Drawn
_parts: ContextVar[list[Part] | None] = ContextVar("parts", default=None)


def begin() -> None:
    """A new run: nothing is shown yet."""
    _parts.set([])


def take(part: Part) -> None:
    """Remember a part that was shown. Outside of a run there is nothing to remember it for."""
    parts = _parts.get()
    if parts is not None:
        parts.append(part)


def taken() -> tuple[Part, ...]:
    return tuple(_parts.get() or ())

"""What charts are made of: marks as records, texts made safe, the frame."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import plotly.graph_objects as go

from pages.shared.marks import INK

PRINTED = "#15242e"  # words in a saved picture
GRID = "rgba(127, 138, 148, 0.3)"  # on either ground
# The same as in .streamlit/config.toml.
FONT = "Noto Sans CJK SC, Noto Sans SC, Microsoft YaHei, PingFang SC, Source Han Sans SC, sans-serif"
ROW = 44  # pixels of one bar and the name above it
Ids = tuple[object, ...]  # page, then names and values in turn: what moves.js and pages.shared.ways.address_of are told


def to(page: str, **changes: object) -> Ids:
    """The ids of a mark that opens `page` with these filters; "" narrows the page that it stands on."""
    return (page, *(item for pair in changes.items() for item in pair))


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what stands above it on the left and on the right, what a click gives, what hovering says.

    `other` is a second value of the same quantity, drawn as a hollow diamond.
    """

    name: str
    value: Decimal | None
    words: str
    ids: Ids
    hover: str
    color: str = INK
    other: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A reference line across the bars, with its words."""

    at: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a heat map; `heat` runs from 0 (nothing to see) to 1."""

    row: int
    column: int
    heat: float
    words: str
    ids: Ids
    hover: str


AXIS: dict[str, Any] = {"fixedrange": True, "zeroline": False, "automargin": True, "gridcolor": GRID}


@dataclass(frozen=True, slots=True)
class Dot:
    """One mark of a field. `size` is in pixels, `words` are written beside it when it is named."""

    x: Decimal
    y: Decimal
    size: float
    ids: Ids
    hover: str
    color: str = INK
    symbol: str = "circle"
    words: str = ""


def width(text: str) -> int:
    """How wide a text is drawn, in halves of a Chinese character."""
    return sum(1 if ord(char) < 0x2E80 else 2 for char in text)


def shorten(text: str, room: int = 40) -> str:
    """The text, cut with dots where it is wider than the chart can hold (in halves of a Chinese character)."""
    if width(text) <= room:
        return text
    while text and width(text) > room - 2:
        text = text[:-1]
    return f"{text}…"


def safe(text: str) -> str:
    """A text from a form inside Plotly, which understands a few tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def told(bar: Bar) -> str:
    """What a bar says when it is pointed at: its name, then its words."""
    return f"<b>{safe(bar.name)}</b><br>{bar.hover}"


def written(x: list[float], y: list[float], texts: list[str], position: str) -> go.Scatter:
    """Words in a chart as one trace: far quicker than an annotation for each."""
    return go.Scatter(x=x, y=y, text=texts, mode="text", textposition=position, cliponaxis=False, hoverinfo="skip")


def framed(traces: Sequence[Any], height: int, margins: dict[str, int], **layout: Any) -> go.Figure:
    """The traces in our look: no decoration, no legend, no zoom; `layout` says what a drawing has of its own.

    Ink on white, as it is saved as a picture; on the screen the page's own ground and ink stand in their place.
    All in one piece: a figure that is changed afterwards takes twice as long.
    """
    look: dict[str, Any] = {
        "template": None,
        "font": {"color": PRINTED, "family": FONT, "size": 12},
        "paper_bgcolor": "#ffffff",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "height": height,
        "margin": {"l": 4, "r": 4, "t": 6, "b": 6, "pad": 0} | margins,
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {"align": "left"},
        "clickmode": "event",
    }
    axes = {"xaxis": AXIS | {"showgrid": False} | layout.pop("xaxis", {}), "yaxis": AXIS | layout.pop("yaxis", {})}
    return go.Figure(list(traces), look | axes | layout)

"""The few kinds of charts, each a pure function of plain values. One trace is clickable; its customdata are ids.

Names stand above their bars, so that long names and narrow screens agree; positions are numbers, never names,
because two projects may share a name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import plotly.graph_objects as go

from pages.shared.marks import ACCENT, CALM, INK

ROW = 44  # pixels of one bar and the name above it
RED = (200, 69, 59)
Ids = tuple[object, ...]  # page, then names and values in turn: what pages.shared.ways.go is told


def to(page: str, **changes: object) -> Ids:
    """The ids of a mark that opens `page` with these filters; "" narrows the page that it stands on."""
    return (page, *(item for pair in changes.items() for item in pair))


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what stands above it and at its end, what a click gives, what hovering says.

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


def framed(figure: go.Figure, height: int, top: int = 6) -> go.Figure:
    """The figure in our look: no decoration, no legend, no zoom."""
    figure.update_layout(
        height=height,
        margin={"l": 4, "r": 4, "t": top, "b": 6, "pad": 0},
        showlegend=False,
        dragmode=False,
        hoverlabel={"align": "left"},
        clickmode="event+select",
    )
    figure.update_xaxes(fixedrange=True, zeroline=False)
    figure.update_yaxes(fixedrange=True, zeroline=False)
    return figure


def bars(rows: Sequence[Bar], lines: Sequence[Line] = ()) -> go.Figure:
    """Horizontal bars from zero, the first on top; above each its name on the left and its words on the right."""
    figure = go.Figure(
        go.Bar(
            orientation="h",
            x=[float(row.value or 0) for row in rows],
            y=list(range(len(rows))),
            width=0.36,
            marker_color=[row.color for row in rows],
            customdata=[row.ids for row in rows],
            hovertext=[row.hover for row in rows],
            hoverinfo="text",
        )
    )
    _others(figure, rows)
    _heads(figure, [(row.name, row.words) for row in rows])
    for line in lines:
        # Across each bar alone, so that the words between the bars stay free.
        for at in range(len(rows)):
            ends = {"x0": float(line.at), "x1": float(line.at), "y0": at - 0.24, "y1": at + 0.24}
            figure.add_shape(type="line", line={"width": 2, "color": ACCENT}, **ends)
        figure.add_annotation(x=float(line.at), y=1, yref="paper", text=line.words, showarrow=False, yanchor="bottom")
    figure.update_xaxes(visible=False, range=_range(rows, lines))
    figure.update_yaxes(visible=False, range=[len(rows) - 0.6, -0.75])
    return framed(figure, 40 + ROW * max(len(rows), 1), 26 if lines else 6)


def _heads(figure: go.Figure, heads: Sequence[tuple[str, str]]) -> None:
    """Above each row its name at the left edge and its words, in bold, at the right edge."""
    for at, (name, words) in enumerate(heads):
        place = {"xref": "paper", "y": at - 0.22, "yanchor": "bottom", "showarrow": False}
        figure.add_annotation(x=0, xanchor="left", text=safe(shorten(name, max(14, 60 - width(words)))), **place)
        figure.add_annotation(x=1, xanchor="right", text=f"<b>{safe(words)}</b>", **place)


def _others(figure: go.Figure, rows: Sequence[Bar]) -> None:
    pairs = [(at, row) for at, row in enumerate(rows) if row.other is not None]
    if pairs:
        figure.add_trace(
            go.Scatter(
                x=[float(row.other or 0) for _, row in pairs],
                y=[at for at, _ in pairs],
                mode="markers",
                cliponaxis=False,
                marker={"symbol": "diamond-open", "size": 12, "color": ACCENT, "line": {"width": 2}},
                customdata=[row.ids for _, row in pairs],
                hovertext=[row.hover for _, row in pairs],
                hoverinfo="text",
            )
        )


def _range(rows: Sequence[Bar], lines: Sequence[Line]) -> list[float]:
    """From the least value to the greatest, zero always among them, with room for half a diamond."""
    values = [float(value) for row in rows for value in (row.value, row.other) if value is not None]
    most = max([0.0, *values, *(float(line.at) for line in lines)]) or 1.0
    least = min([0.0, *values])
    room = (most - least) * 0.03
    return [least - room, most + room]


def pairs(rows: Sequence[tuple[Bar, Decimal]], least: Decimal, most: Decimal) -> go.Figure:
    """Dumbbells: for each row the filed value (hollow) and the recomputed one (filled), one line between them."""
    figure = go.Figure(
        go.Scatter(
            x=[float(value) for row, filed in rows for value in (filed, row.value or 0)],
            y=[at for at in range(len(rows)) for _ in range(2)],
            mode="markers",
            cliponaxis=False,
            marker={
                "size": 13,
                "symbol": ["circle-open", "circle"] * len(rows),
                "color": [color for row, _ in rows for color in (ACCENT, row.color)],
                "line": {"width": [2, 0] * len(rows)},
            },
            customdata=[row.ids for row, _ in rows for _ in range(2)],
            hovertext=[row.hover for row, _ in rows for _ in range(2)],
            hoverinfo="text",
        )
    )
    for at, (row, filed) in enumerate(rows):
        ends = {"x0": float(filed), "x1": float(row.value or 0), "y0": at, "y1": at}
        figure.add_shape(type="line", layer="below", line={"width": 3, "color": CALM}, **ends)
    _heads(figure, [(row.name, row.words) for row, _ in rows])
    span = float(most - least) or 1.0
    ends = [float(least) - span * 0.03, float(most) + span * 0.03]
    figure.update_xaxes(range=ends, showgrid=True, nticks=6, side="bottom")
    figure.update_yaxes(visible=False, range=[len(rows) - 0.5, -0.75])
    framed(figure, 66 + ROW * max(len(rows), 1))
    return figure.update_layout(margin={"b": 28, "l": 10, "r": 10})


def heat(cells: Sequence[Cell], rows: Sequence[str], columns: Sequence[str]) -> go.Figure:
    """A heat map: one bar per cell, so that a click knows its cell."""
    figure = go.Figure(
        go.Bar(
            orientation="h",
            base=[cell.column + 0.02 for cell in cells],
            x=[0.96] * len(cells),
            y=[cell.row for cell in cells],
            width=0.5,
            marker_color=[f"rgba({RED[0]},{RED[1]},{RED[2]},{0.06 + 0.74 * cell.heat:.2f})" for cell in cells],
            customdata=[cell.ids for cell in cells],
            hovertext=[cell.hover for cell in cells],
            hoverinfo="text",
        )
    )
    figure.add_trace(
        go.Scatter(
            x=[cell.column + 0.5 for cell in cells],
            y=[cell.row for cell in cells],
            mode="text",
            text=[cell.words for cell in cells],
            hoverinfo="skip",
        )
    )
    _heads(figure, [(name, "") for name in rows])
    figure.update_xaxes(
        side="top", showgrid=False, tickvals=[at + 0.5 for at in range(len(columns))], ticktext=list(columns), range=[0, len(columns)], tickangle=0
    )
    figure.update_yaxes(visible=False, range=[len(rows) - 0.55, -0.8])
    return framed(figure, 84 + ROW * max(len(rows), 1), 48)


def field(
    dots: Sequence[Dot], x_title: str, y_title: str, x_line: Decimal | None, y_line: Decimal | None, x_format: str
) -> go.Figure:
    """Dots in a field of two quantities, with a line for what is expected of each; named dots carry their words."""
    figure = go.Figure(
        go.Scatter(
            x=[float(dot.x) for dot in dots],
            y=[float(dot.y) for dot in dots],
            mode="markers+text",
            text=[safe(shorten(dot.words, 24)) for dot in dots],
            textposition="bottom center",
            marker={
                "size": [dot.size for dot in dots],
                "color": [dot.color for dot in dots],
                "symbol": [dot.symbol for dot in dots],
                "opacity": 0.75,
                "line": {"width": 0.5, "color": CALM},
            },
            customdata=[dot.ids for dot in dots],
            hovertext=[dot.hover for dot in dots],
            hoverinfo="text",
        )
    )
    if x_line is not None:
        figure.add_vline(x=float(x_line), line={"width": 1.5, "dash": "dot", "color": ACCENT})
    if y_line is not None:
        figure.add_hline(y=float(y_line), line={"width": 1.5, "dash": "dot", "color": ACCENT})
    figure.update_xaxes(title=x_title, tickformat=x_format, showgrid=True, nticks=6)
    figure.update_yaxes(title=y_title, showgrid=True, nticks=6)
    framed(figure, 460)
    return figure.update_layout(margin={"l": 60, "b": 56, "t": 16, "r": 16})


def years(series: Sequence[tuple[str, Sequence[tuple[int, Decimal, str]], str]]) -> go.Figure:
    """Lines over years, each with its name and its values written at the points: (name, (year, value, words), color)."""
    figure = go.Figure()
    for name, values, color in series:
        figure.add_trace(
            go.Scatter(
                x=[year for year, _, _ in values],
                y=[float(value) for _, value, _ in values],
                mode="lines+markers+text",
                text=[words for _, _, words in values],
                textposition="top center",
                cliponaxis=False,
                line={"width": 3, "color": color},
                marker={"size": 9},
                hovertext=[f"{safe(name)} {year}<br>{words}" for year, _, words in values],
                hoverinfo="text",
            )
        )
        if values:
            year, value, _ = values[-1]
            figure.add_annotation(
                x=year, y=float(value), text=safe(name), showarrow=False, xanchor="right", yanchor="top", yshift=-10,
                font={"color": color},
            )  # fmt: skip
    seen = sorted({year for _, values, _ in series for year, _, _ in values})
    figure.update_xaxes(tickvals=seen, showgrid=False, range=[min(seen) - 0.35, max(seen) + 0.35] if seen else None)
    figure.update_yaxes(visible=False)
    framed(figure, 300, 30)
    return figure.update_layout(margin={"b": 28})


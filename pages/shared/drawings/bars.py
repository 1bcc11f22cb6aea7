"""Bars from zero, and dumbbells from the filed to the recomputed value."""

from collections.abc import Sequence
from decimal import Decimal

import plotly.graph_objects as go

from pages.shared.drawings.parts import ROW, Bar, Line, framed, safe, shorten, told, width, written
from pages.shared.marks import ACCENT, CALM

HOLLOW = "#fbfaf7"  # what is inside an outline
HEAD = 0.36  # how far the names stand above their bars, in rows


def bars(rows: Sequence[Bar], lines: Sequence[Line] = ()) -> go.Figure:
    """Horizontal bars from zero, the first on top; above each its name on the left and its words on the right."""
    low, high = ends(rows, lines)
    traces = [
        go.Bar(
            orientation="h",
            x=[float(row.value or 0) for row in rows],
            y=list(range(len(rows))),
            width=0.36,
            marker={"color": [row.color for row in rows]},
            customdata=[row.ids for row in rows],
            hovertext=[told(row) for row in rows],
            hoverinfo="text",
        ),
        *strokes(rows, lines),
        *others(rows),
        *heads([(row.name, row.words) for row in rows], low, high),
    ]
    above = {"y": 1, "yref": "paper", "yanchor": "bottom", "showarrow": False}
    return framed(
        traces,
        40 + ROW * max(len(rows), 1),
        {"t": 26 if lines else 6},
        annotations=[above | {"x": float(line.at), "text": line.words} for line in lines if rows],
        xaxis={"visible": False, "range": [low, high]},
        yaxis={"visible": False, "range": [len(rows) - 0.6, -0.75]},
    )


def heads(texts: Sequence[tuple[str, str]], low: float, high: float) -> list[go.Scatter]:
    """Above each row its name at the left edge and its words, in bold, at the right edge."""
    above = [at - HEAD for at in range(len(texts))]
    names = [safe(shorten(name, max(14, 60 - width(words)))) for name, words in texts]
    bold = [f"<b>{safe(words)}</b>" if words else "" for _, words in texts]
    return [
        written([low] * len(texts), above, names, "middle right"),
        written([high] * len(texts), above, bold, "middle left"),
    ]


def strokes(rows: Sequence[Bar], lines: Sequence[Line]) -> list[go.Scatter]:
    """Reference lines across each bar alone, so that the words between the bars stay free."""
    if not rows:
        return []
    return [
        go.Scatter(
            x=[float(line.at)] * len(rows),
            y=list(range(len(rows))),
            mode="markers",
            marker={"symbol": "line-ns", "size": 11, "line": {"width": 2, "color": ACCENT}},
            hoverinfo="skip",
        )
        for line in lines
    ]


def others(rows: Sequence[Bar]) -> list[go.Scatter]:
    """The second values, as hollow diamonds that can be clicked like their bars and are seen on a bar of any colour."""
    found = [(at, row, row.other) for at, row in enumerate(rows) if row.other is not None]
    return [
        go.Scatter(
            x=[float(other) for _, _, other in found],
            y=[at for at, _, _ in found],
            mode="markers",
            cliponaxis=False,
            marker={"symbol": "diamond", "size": 12, "color": HOLLOW, "line": {"width": 2, "color": ACCENT}},
            customdata=[row.ids for _, row, _ in found],
            hovertext=[told(row) for _, row, _ in found],
            hoverinfo="text",
        )
    ] * bool(found)


def ends(rows: Sequence[Bar], lines: Sequence[Line]) -> tuple[float, float]:
    """From the least value to the greatest, zero always among them, with room for half a diamond."""
    values = [float(value) for row in rows for value in (row.value, row.other) if value is not None]
    most = max([0.0, *values, *(float(line.at) for line in lines)]) or 1.0
    least = min([0.0, *values])
    room = (most - least) * 0.03
    return least - room, most + room


def pairs(rows: Sequence[tuple[Bar, Decimal]], least: Decimal, most: Decimal) -> go.Figure:
    """Dumbbells: for each row the filed value (hollow) and the recomputed one (filled), one line between them."""
    span = float(most - least) or 1.0
    low, high = float(least) - span * 0.03, float(most) + span * 0.03
    traces = [joined(rows), knobs(rows), *heads([(row.name, row.words) for row, _ in rows], low, high)]
    return framed(
        traces,
        66 + ROW * max(len(rows), 1),
        {"b": 28, "l": 10, "r": 10},
        xaxis={"range": [low, high], "showgrid": True, "nticks": 6, "side": "bottom"},
        yaxis={"visible": False, "range": [len(rows) - 0.5, -0.75]},
    )


def joined(rows: Sequence[tuple[Bar, Decimal]]) -> go.Scatter:
    """The lines of the dumbbells, as one trace with gaps."""
    return go.Scatter(
        x=[value for row, filed in rows for value in (float(filed), float(row.value or 0), None)],
        y=[value for at in range(len(rows)) for value in (at, at, None)],
        mode="lines",
        line={"width": 3, "color": CALM},
        hoverinfo="skip",
    )


def knobs(rows: Sequence[tuple[Bar, Decimal]]) -> go.Scatter:
    return go.Scatter(
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
        hovertext=[told(row) for row, _ in rows for _ in range(2)],
        hoverinfo="text",
    )

"""A heat map, a field of dots, and lines over years."""

from collections.abc import Sequence
from decimal import Decimal

import plotly.graph_objects as go

from pages.shared.drawings.bars import heads
from pages.shared.drawings.parts import ROW, Cell, Dot, framed, safe, shorten, written
from pages.shared.marks import ACCENT, CALM

RED = (200, 69, 59)
CROWDED = 12  # from so many dots on a name would lie on other dots, so it hangs into the free field below
NAME_BELOW = (170, 36)  # pixels that the first name hangs below its dot, and each further one below that
NAME_BESIDE = 24  # pixels
Series = tuple[str, Sequence[tuple[int, Decimal, str]], str]  # name, (year, value, words) …, color


def heat(cells: Sequence[Cell], rows: Sequence[str], columns: Sequence[str]) -> go.Figure:
    """A heat map: one bar per cell, so that a click knows its cell."""
    traces = [
        go.Bar(
            orientation="h",
            base=[cell.column + 0.02 for cell in cells],
            x=[0.96] * len(cells),
            y=[cell.row for cell in cells],
            width=0.5,
            marker={"color": [red(cell.heat) for cell in cells]},
            customdata=[cell.ids for cell in cells],
            hovertext=[cell.hover for cell in cells],
            hoverinfo="text",
        ),
        written(
            [cell.column + 0.5 for cell in cells],
            [float(cell.row) for cell in cells],
            [cell.words for cell in cells],
            "middle center",
        ),
        *heads([(name, "") for name in rows], 0, len(columns)),
    ]
    return framed(
        traces,
        84 + ROW * max(len(rows), 1),
        {"t": 48},
        xaxis={
            "side": "top",
            "showgrid": False,
            "tickvals": [at + 0.5 for at in range(len(columns))],
            "ticktext": list(columns),
            "tickangle": 0,
            "range": [0, len(columns)],
        },
        yaxis={"visible": False, "range": [len(rows) - 0.55, -0.8]},
    )


def red(heat: float) -> str:
    """The colour of a cell: transparent enough to stand on a light and on a dark surface."""
    return f"rgba({RED[0]},{RED[1]},{RED[2]},{0.06 + 0.72 * heat:.2f})"


def field(dots: Sequence[Dot], titles: tuple[str, str], lines: tuple[Decimal, Decimal], x_format: str) -> go.Figure:
    """Dots in a field of two quantities, with a line for what is expected of each; named dots carry their words."""
    x_line, y_line = (float(line) for line in lines)
    marks = go.Scatter(
        x=[float(dot.x) for dot in dots],
        y=[float(dot.y) for dot in dots],
        mode="markers",
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
    dotted = {"type": "line", "line": {"width": 1.5, "dash": "dot", "color": ACCENT}}
    shapes = [
        dotted | {"x0": x_line, "x1": x_line, "y0": 0, "y1": 1, "yref": "paper"},
        dotted | {"y0": y_line, "y1": y_line, "x0": 0, "x1": 1, "xref": "paper"},
    ]
    return framed(
        [marks],
        460,
        {"t": 16, "l": 60, "b": 56, "r": 16},
        shapes=shapes,
        annotations=names([dot for dot in dots if dot.words], crowded=len(dots) >= CROWDED),
        xaxis={"title": {"text": titles[0]}, "tickformat": x_format, "nticks": 6, "range": room(dots, x_line)},
        yaxis={"title": {"text": titles[1]}, "nticks": 6},
    )


def names(dots: Sequence[Dot], *, crowded: bool) -> list[dict[str, object]]:
    """The words of named dots at the end of a line: beside them, or in a crowd below, each lower than its left one."""
    first, step = NAME_BELOW
    hung = enumerate(sorted(dots, key=lambda dot: dot.x))
    return [
        {
            "x": float(dot.x),
            "y": float(dot.y),
            "text": safe(shorten(dot.words, 24)),
            "ax": 0 if crowded else NAME_BESIDE,
            "ay": first + step * at if crowded else 0,
            "arrowhead": 0,
            "arrowwidth": 1,
            "arrowcolor": CALM,
            "xanchor": "left",
            "standoff": dot.size / 2,
        }
        for at, dot in hung
    ]


def room(dots: Sequence[Dot], line: float) -> list[float]:
    """All dots and the line, with room at both sides for names."""
    values = [line, *(float(dot.x) for dot in dots)]
    margin = (max(values) - min(values) or 1.0) * 0.09
    return [min(values) - margin, max(values) + margin]


def years(series: Sequence[Series]) -> go.Figure:
    """One small line chart per series, one above the other, each value written at its point."""
    share = 1 / max(len(series), 1)
    axes = {
        f"yaxis{at + 1 if at else ''}": strip(values, 1 - share * (at + 1), share)
        for at, (_, values, _) in enumerate(series)
    }
    seen = sorted({year for _, values, _ in series for year, _, _ in values})
    traces = [line_of(one, at) for at, one in enumerate(series)]
    edge = {"xref": "paper", "yref": "paper", "x": 0, "showarrow": False, "xanchor": "left", "yanchor": "top"}
    notes = [edge | {"y": 1 - share * at, "text": f"<b>{safe(name)}</b>"} for at, (name, _, _) in enumerate(series)]
    span = [min(seen) - 0.35, max(seen) + 0.35] if seen else None
    return framed(
        traces,
        70 + 130 * max(len(series), 1),
        {"t": 10, "b": 28},
        annotations=notes,
        xaxis={"tickvals": seen, "showgrid": False, "range": span, "anchor": "free", "position": 0},
        **axes,
    )


def strip(values: Sequence[tuple[int, Decimal, str]], bottom: float, share: float) -> dict[str, object]:
    """The y axis of one series, in its own part of the height, with room above the points for their words."""
    levels = [float(value) for _, value, _ in values] or [0.0]
    span = max(levels) - min(levels) or 1.0
    return {
        "domain": [bottom, bottom + share],
        "range": [min(levels) - span * 0.35, max(levels) + span * 1.3],
        "visible": False,
        "fixedrange": True,
    }


def line_of(one: Series, at: int) -> go.Scatter:
    name, values, color = one
    return go.Scatter(
        x=[year for year, _, _ in values],
        y=[float(value) for _, value, _ in values],
        yaxis=f"y{at + 1 if at else ''}",
        mode="lines+markers+text",
        text=[words for _, _, words in values],
        textposition="top center",
        cliponaxis=False,
        line={"width": 3, "color": color},
        marker={"size": 9},
        hovertext=[f"{safe(name)} {year}<br>{words}" for year, _, words in values],
        hoverinfo="text",
    )

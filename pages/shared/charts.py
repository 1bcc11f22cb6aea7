"""Charts on the screen: the drawing, its words for who cannot see it; moves.js follows a click on a mark."""

import hashlib
import json
from collections.abc import Callable
from html import escape

import plotly.graph_objects as go
import streamlit as st

from pages.shared.behind import show_behind
from pages.shared.kept import kept
from pages.shared.language import t
from pages.shared.offline import picture
from pages.shared.say import section
from pages.shared.taken import Chart, take

WIDE = ("county_quadrant", "indicators_heat")  # these scroll sideways on a narrow screen instead of shrinking
CONFIG = {
    "displayModeBar": True,
    "displaylogo": False,
    "modeBarButtons": [["toImage"]],
    "scrollZoom": False,
    "doubleClick": False,
}


def part(words: str, draw: Callable[[], go.Figure], key: str, meaning: str | None = None) -> None:
    """A part of a page: a sentence, its chart and the table behind; with nothing to draw the sentence alone."""
    figure = kept(key, lambda: settled(draw()))
    drawn = any(len(trace.x or ()) for trace in figure.data)
    section(words, meaning if drawn else None)
    if drawn:
        show_chart(figure, key, words)
        with st.container(horizontal=True, vertical_alignment="center", gap="medium", key=f"under_{key}"):
            show_behind(figure, key, words)
            show_picture(key)


def show_picture(key: str) -> None:
    """A button that saves the chart as it is drawn: library.js presses the chart's own, which is not shown."""
    words = escape(t("图片 (PNG)"))
    st.html(f'<button type="button" class="jx-picture" data-chart="{key}">{words}</button>', width="content")


def settled(figure: go.Figure) -> go.Figure:
    """The figure, its plain form made once: Streamlit asks for it at every run, and copying it takes longest.

    Streamlit hands every chart to Plotly twice. So that the second time finds nothing to draw, the data have a name,
    and there is no template, which would never be the same again.
    """
    plain_form = figure.to_dict()
    plain_form["layout"].pop("template", None)
    plain_form["layout"]["datarevision"] = revision(plain_form["data"])
    figure.to_dict = lambda: plain_form
    return figure


def revision(data: object) -> str:
    return hashlib.sha256(json.dumps(data, default=str).encode()).hexdigest()[:12]


def show_chart(figure: go.Figure, key: str, words: str) -> None:
    """Draw `figure`, described by `words`. A click on a mark goes where the ids of the mark say."""
    take(Chart(figure, words))
    with st.container(key=f"frame_{key}" if key not in WIDE else f"wide_{key}"):
        st.plotly_chart(
            figure,
            key=key,
            theme=None,
            config={**CONFIG, **picture(words)},
            alt=words,
        )

"""The stage of 1280 × 720: one screen is seen, all five are printed, one sheet of A4 across for each."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from html import escape
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from pages.shared.charts import settled
from pages.shared.kept import kept
from pages.shared.scope import SCREENS

LOOK = Path(__file__).with_name("meeting.css")
CONFIG = {"staticPlot": True, "responsive": False}


def stage(shown: int) -> None:
    """Our styles for this page alone; the others lie ready for the printer."""
    st.html(LOOK)
    hidden = ", ".join(f".st-key-meeting_{at}" for at in SCREENS if at != shown)
    st.html(f"<style>@media screen {{ {hidden} {{ visibility: hidden; }} }}</style>")
    spare = "@media screen and (max-width: 900px)"
    st.html(f"<style>{spare} {{ {hidden} {{ display: none; }} }}</style>")


def screen(at: int) -> AbstractContextManager[Any]:
    """One of the five."""
    return st.container(key=f"meeting_{at}")


def head(at: int, kicker: str, sentence: str) -> None:
    """What the screen is about, which one it is (on paper), and the sentence that it shows."""
    st.html(
        f'<p class="jx-kicker">{escape(kicker)}<span class="jx-sheet">{escape(counter(at))}</span></p>'
        f'<h2 class="jx-said">{escape(sentence)}</h2>'
    )


def counter(at: int) -> str:
    return f"{at} / {len(SCREENS)}"


def chart(key: str, title: str, draw: Callable[[], go.Figure]) -> None:
    """A drawing with its title, for looking at from afar: nothing to hover, nothing to click. Without marks the title
    alone would promise something, so nothing is shown."""
    figure = kept(key, lambda: settled(draw()))
    if any(len(trace.x or ()) for trace in figure.data):
        st.html(f'<h3 class="jx-drawn">{escape(title)}</h3>')
        st.plotly_chart(figure, key=key, theme=None, config=CONFIG, alt=title, width="content")

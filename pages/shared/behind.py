"""The table behind a chart: what each mark is called and what it says, in the order in which the marks stand."""

import re

import plotly.graph_objects as go
import streamlit as st

from pages.shared.language import t
from pages.shared.reading import show_reading
from pages.shared.table import Table

COLUMNS = ("mark", "shown")
TAGS = re.compile(r"</?b>")
SIGNS = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


def behind(figure: go.Figure) -> Table:
    """One row per mark, from the words that it shows when it is pointed at: name first, then the rest. Pure."""
    hovers = [hover for trace in figure.data for hover in (trace.hovertext if trace.hovertext is not None else ())]
    return Table("chart", COLUMNS, tuple(map(row, dict.fromkeys(hovers))))


def row(hover: str) -> tuple[str, str | None]:
    """The words of a mark, without what Plotly understands as signs."""
    name, _, said = TAGS.sub("", hover).partition("<br>")
    return plain(name), plain(said.replace("<br>", "\n")) or None


def plain(words: str) -> str:
    for sign, char in SIGNS:
        words = words.replace(sign, char)
    return words


def show_behind(figure: go.Figure, key: str, title: str) -> None:
    """A button under the chart; its rows are drawn when it is opened, and cost nothing before."""
    button = st.popover(t("数据"), icon=":material/table:", type="tertiary", key=f"behind_{key}", on_change="rerun")
    if button.open:
        with button:
            show_reading(behind(figure), COLUMNS, f"behind_{key}_rows", title)

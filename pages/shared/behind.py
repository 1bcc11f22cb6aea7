"""The table behind a chart: what each mark is called and what it says, in the order in which the marks stand.

Where a mark can be clicked, its name here is a link to the same place: who has no mouse goes the same way.
"""

import re
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from pages.shared.language import t
from pages.shared.reading import show_reading
from pages.shared.table import Table
from pages.shared.ways import address_of

COLUMNS = ("mark", "shown")
TAGS = re.compile(r"</?b>")
SIGNS = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


def behind(figure: go.Figure) -> Table:
    """One row per mark, from the words that it shows when it is pointed at: name first, then the rest. Pure."""
    return Table("chart", COLUMNS, tuple(row(hover) for hover, _ in marks(figure)))


def marks(figure: go.Figure) -> list[tuple[str, tuple[Any, ...]]]:
    """What each mark says, and its ids; () where a click goes nowhere."""
    found: dict[tuple[str, tuple[Any, ...]], None] = {}
    for trace in figure.data:
        hovers = () if trace.hovertext is None else trace.hovertext
        ids = [()] * len(hovers) if trace.customdata is None else map(tuple, trace.customdata)
        found |= dict.fromkeys(zip(hovers, ids, strict=True))
    return list(found)


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
            ways = tuple(address_of(ids) for _, ids in marks(figure))
            show_reading(behind(figure), COLUMNS, f"behind_{key}_rows", title, ways)

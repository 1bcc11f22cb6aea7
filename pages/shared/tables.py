"""Tables: figures on the right, the first column opens what it names, and the same rows and columns as a file."""

from decimal import Decimal
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from analytics.columns import column
from pages.shared.deliveries import export_links
from pages.shared.formats import BLANK
from pages.shared.kept import kept, seal
from pages.shared.labels import definition, department_name, label, place_name, word
from pages.shared.language import t
from pages.shared.query import UNFILLED
from pages.shared.table import Table
from pages.shared.taken import Drawn, take
from pages.shared.ways import KEYS, open_page

FORMATS = {
    "wan": "%,.2f",
    "points": "%.2f",
    "score": "%.2f",
    "index": "%.2f",
    "rate": "%.1f%%",
    "count": "%,d",
    "number": "%d",
}
WORDS = ("code", "flag")
OPENED = "opened"
IDS = ("evaluation", "document")  # they go with the file, hidden, so that its rows can be found again
ROW, TALL = 35, 668  # pixels of one row, and of a list in which one works
WIDTHS = {
    "project": 200,
    "name": 240,
    "department": 170,
    "reasons": 420,
    "reason": 220,
    "rule": 300,
    "found": 200,
    "expected": 200,
    "what": 400,
    "todo": 300,
    "held_reasons": 330,
    "file": 260,
}


def show_table(
    table: Table, columns: tuple[str, ...], key: str, title: str, opens: str | None = None, picks: int | None = None
) -> tuple[int, ...]:
    """Show `columns` of `table`; the first one is a button that opens the page `opens` for its row.

    `title` names the exported file. Rows shown, exported and opened are the same rows in the same order. Without rows
    nothing is shown: the sentence above says so. With `picks` rows can be marked, and the places of the marked ones
    are given; another number clears the marks.
    """
    if not table:
        return ()
    shown = table.only(*columns)
    grid = st.dataframe(
        kept(f"{key}_grid", lambda: pa.Table.from_pandas(frame(shown))),  # as it is sent, at every run
        # A mark is a place in these very rows: other rows are another grid, which starts without marks.
        key=f"{key}_grid" if picks is None else f"{key}_grid_{picks}_{seal()}",
        on_select="ignore" if picks is None else "rerun",
        selection_mode="multi-row",
        height="auto" if picks is None else min(TALL, ROW * (len(shown) + 1) + 3),
        hide_index=True,
        column_config={
            name: button(name, key, table, opens) if opens and at == 0 else plain_column(name)
            for at, name in enumerate(shown.columns)
        },
        placeholder=BLANK,
        alt=title,
    )
    export_links(kept(f"{key}_taken", lambda: with_ids(table, columns)), title, key)
    return () if picks is None else tuple(sorted(grid.selection.rows))


def with_ids(table: Table, columns: tuple[str, ...]) -> Table:
    """The rows with `columns`, and with the ids of what they are about."""
    return table.only(*columns, *(name for name in IDS if name not in columns))


def frame(table: Table) -> pd.DataFrame:
    """The rows for the grid only: Decimals become floats here, at the last step, and rates become per cent."""
    values = {name: [cell(name, value) for value in table.column(name)] for name in table.columns}
    return pd.DataFrame(values, columns=list(table.columns))


def cell(name: str, value: Any) -> Any:
    """One value as the grid wants it."""
    kind = column(name).kind
    if name == "department":
        return department_name(value)
    if value is None:
        return None
    if kind == "place":
        return place_name(value)
    if kind in WORDS:
        return word(name, value)
    if kind == "date":
        return str(value)[:16]
    if kind == "rate":
        return float(Decimal(value) * 100)
    return float(value) if isinstance(value, Decimal) else value


def plain_column(name: str) -> Any:
    """How the grid shows column `name`: figures on the right, its definition on hover."""
    kind = column(name).kind
    if kind in FORMATS:
        return st.column_config.NumberColumn(label(name), help=definition(name), format=FORMATS[kind])
    return st.column_config.TextColumn(label(name), help=definition(name), width=WIDTHS.get(name))


def button(name: str, key: str, table: Table, opens: str) -> Any:
    """The first column: a button in each row that opens what the row is about."""
    at = f"{key}_{OPENED}"
    return st.column_config.ButtonColumn(
        label(name),
        width=WIDTHS.get(name),
        help=t("点击打开"),
        type="tertiary",
        alignment="left",
        pinned=True,
        key=at,
        on_click=lambda: open_row(table, st.session_state[at].row, opens),
    )


def open_row(table: Table, row: int, page: str) -> None:
    """Open `page` for one row, named by its ids and never by its place."""
    keys = [name for name in KEYS[page] if name in table.columns]
    values = table.only(*keys).rows[row]
    open_page(page, **{name: UNFILLED if value is None else value for name, value in zip(keys, values, strict=True)})


def show_html(html: str) -> None:
    """A table that was drawn as HTML, scrolling by itself where the screen is narrow. The drawing escapes its texts."""
    if html:
        take(Drawn(html))
        st.html(f'<div class="jx-scroll" tabindex="0">{html}</div>')

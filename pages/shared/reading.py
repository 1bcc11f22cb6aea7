"""Tables for reading: drawn as HTML, so that texts wrap and nothing that matters hides at the right."""

from collections.abc import Iterator
from html import escape
from itertools import repeat
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from analytics.columns import column
from pages.shared.deliveries import export_links
from pages.shared.formats import BLANK, count, plain, points, rate, text
from pages.shared.kept import kept
from pages.shared.labels import definition, label
from pages.shared.language import t
from pages.shared.query import UNFILLED
from pages.shared.scope import Scope, way
from pages.shared.table import Table
from pages.shared.tables import cell, with_ids
from pages.shared.ways import KEYS, here

MOST = 200  # rows; the exported file has them all
LONG = (
    "reasons",
    "reason",
    "rule",
    "rule_sentence",
    "what",
    "todo",
    "working",
    "sentence",
    "reference",
    "shown",
    "formula",
    "was_filed",
    "now_filed",
    "why_refused",
    "why_bad",
)
FIGURES = {
    "wan": lambda value: f"{points(value)}",
    "points": points,
    "score": points,
    "index": points,
    "rate": rate,
    "count": count,
    "number": lambda value: BLANK if value is None else plain(value, 0).replace(",", ""),
}
TONED = ("verdict", "severity", "grade")


Opens = str | tuple[str, ...] | None  # a page, or an address for each row


def show_reading(table: Table, columns: tuple[str, ...], key: str, title: str, opens: Opens = None) -> None:
    """Show `columns` of `table`, the first one as a link to what its row `opens`, and the same rows and columns as
    files. Without rows nothing is shown: the sentence above says so.
    """
    if not table:
        return
    st.html(kept(f"{key}_reading", lambda: reading(table, columns, title, here(), opens)))
    export_links(kept(f"{key}_taken", lambda: with_ids(table, columns)), title, key)


def reading(table: Table, columns: tuple[str, ...], title: str, scope: Scope, opens: Opens = None) -> str:
    """The rows as HTML, at most MOST of them. Pure; every text is escaped."""
    top = table.head(MOST)
    shown = top.only(*columns)
    ways = addresses(top, scope, opens) if isinstance(opens, str) else iter(opens or repeat(""))
    heads = "".join(map(head, shown.columns))
    rows = "".join(line(shown.columns, row, href) for row, href in zip(shown.rows, ways, strict=False))
    return (
        f'<div class="jx-scroll jx-reading" tabindex="0" role="region" aria-label="{escape(title)}">'
        f'<table class="jx-form"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
        f"{rest(len(table) - len(top))}"
    )


def addresses(table: Table, scope: Scope, page: str) -> Iterator[str]:
    """For each row the address of its page, filters kept; it is named by its ids and never by its place."""
    names = [name for name in KEYS[page] if name in table.columns]
    for values in table.pick(*names):
        ids = {name: UNFILLED if value is None else value for name, value in zip(names, values, strict=True)}
        yield f"{page}?{urlencode(way(scope, **ids))}"


def head(name: str) -> str:
    kind = ' class="num"' if column(name).kind in FIGURES else ""
    return f'<th scope="col"{kind} title="{escape(definition(name))}">{escape(label(name))}</th>'


def line(names: tuple[str, ...], row: tuple[Any, ...], href: str) -> str:
    first, *others = zip(names, row, strict=True)
    words = escape(written(*first))
    opened = f'<a class="jx-go" href="{escape(href)}" target="_self">{words}</a>' if href else words
    kind = ' class="long"' if first[0] in LONG else ""
    return f'<tr><th scope="row"{kind}>{opened}</th>{"".join(field(*one) for one in others)}</tr>'


def field(name: str, value: Any) -> str:
    words = escape(written(name, value))
    if column(name).kind in FIGURES:
        return f'<td class="num">{words}</td>'
    if column(name).kind == "flag":
        return f'<td class="mid">{words}</td>'
    if name in TONED and value:
        return f'<td class="mid"><span class="jx-tone {escape(str(value))}">{words}</span></td>'
    return f'<td class="text{" long" if name in LONG else ""}">{words}</td>'


def written(name: str, value: Any) -> str:
    """One value in words."""
    kind = column(name).kind
    return FIGURES[kind](value) if kind in FIGURES else text(None if value is None else str(cell(name, value)))


def rest(left: int) -> str:
    """What is left out is said."""
    words = t("另有 {n} 行,导出文件中有全部行。", n=count(left))
    return f'<p class="jx-rest">{escape(words)}</p>' if left > 0 else ""

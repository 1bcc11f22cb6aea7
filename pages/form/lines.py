"""One line of the form, chosen and explained."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from pages.shared.formats import points, text
from pages.shared.labels import label, place_name, word
from pages.shared.language import t
from pages.shared.table import Table
from pages.shared.ways import narrow


def choose_line(indicators: Table, workings: Mapping[int, str], n: int | None) -> int | None:
    """Offer the lines; the chosen one stands in the address and is explained."""
    numbers = indicators.column("n")
    names = {
        number: f"{number}. {name or '—'} {word('verdict', verdict)}"
        for number, name, verdict in indicators.pick("n", "name", "verdict")
    }
    st.session_state["line_choice"] = n if n in numbers else None
    st.selectbox(
        t("看一条指标的计算过程"),
        (None, *numbers),
        format_func=lambda number: t("未选") if number is None else names[number],
        key="line_choice",
        placeholder=t("未选"),
        on_change=lambda: narrow(n=st.session_state["line_choice"]),
    )
    if n not in numbers:
        return None
    st.html(card(indicators.narrowed(n=n), workings.get(n, "—")))
    return n


def card(line: Table, working: str) -> str:
    """The line with its operands, its working and the cells it was read from."""
    places = ("cell", "target_cell", "actual_cell", "score_cell")
    rows = [
        (label("name"), text(line.value("name"))),
        (label("target"), text(line.value("target"))),
        (label("actual"), text(line.value("actual"))),
        (label("points"), points(line.value("points"))),
        (label("filed_score"), points(line.value("filed_score"))),
        (t("规则允许"), f"{points(line.value('low_score'))} – {points(line.value('high_score'))}"),
        (label("recomputed_score"), points(line.value("recomputed_score"))),
        (label("verdict"), word("verdict", line.value("verdict"))),
        (label("working"), working),
        (label("reason"), text(line.value("reason"))),
        (t("原件位置"), "、".join(dict.fromkeys(place_name(line.value(name)) for name in places if line.value(name)))),
    ]
    body = "".join(f"<tr><th>{escape(head)}</th><td>{escape(value)}</td></tr>" for head, value in rows)
    return f'<div class="jx-scroll"><table class="jx-form jx-facts">{body}</table></div>'

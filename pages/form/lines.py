"""One line of the form, chosen and explained."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from pages.form.told import badge, line_facts
from pages.shared.labels import word
from pages.shared.language import t
from pages.shared.table import Table
from pages.shared.ways import narrow


def choose_line(lines: Table, n: int | None) -> None:
    """Offer the lines; the chosen one stands in the address."""
    names = {
        number: f"{number}. {name or '—'} {word('verdict', verdict)}"
        for number, name, verdict in lines.pick("n", "name", "verdict")
    }
    st.session_state["line_choice"] = n if n in names else None
    st.selectbox(
        t("看一条指标的计算过程"),
        (None, *names),
        format_func=lambda number: t("看一条指标的计算过程") if number is None else names[number],
        key="line_choice",
        label_visibility="collapsed",
        placeholder=t("看一条指标的计算过程"),
        width=330,
        on_change=lambda: narrow(n=st.session_state["line_choice"], finding=None),
    )


def card(lines: Table, workings: Mapping[int, str], n: int | None) -> str:
    """The chosen line with its operands, its working and the cells it was read from; nothing where none is chosen."""
    if n not in lines.column("n"):
        return ""
    line = lines.narrowed(n=n)
    head = f"{n}. {line.value('name') or '—'}"
    mark = badge(line.value("verdict")) if line.value("verdict") else ""
    told = line_facts(line, workings.get(n, "—"))
    return f'<div class="jx-card line"><p>{mark} {escape(head)}</p>{told}</div>'

"""From finding to finding: where the reader stands, the one before, the next, and what it says."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from pages.form.found import Found, beside
from pages.form.lines import choose_line
from pages.form.margin import word_of
from pages.form.told import badge, finding_facts, shape
from pages.shared.language import t
from pages.shared.table import Table
from pages.shared.ways import narrow


def walk(ones: Sequence[Found], now: Found | None, lines: Table, line: str, n: int | None) -> None:
    """The steps, and in full what the reader stands at: a finding, else a line (`line`, HTML)."""
    with st.container(key="walk"):
        with st.container(horizontal=True, gap="small", vertical_alignment="center", key="steps"):
            st.html(f'<span class="jx-count">{escape(stand(ones, now))}</span>', width="content")
            step(ones, now, -1, t("上一处"), "p", ":material/arrow_upward:")
            step(ones, now, 1, t("下一处"), "n", ":material/arrow_downward:")
            choose_line(lines, n)
        told = card(now) if now else line
        if told:
            st.html(told)


def stand(ones: Sequence[Found], now: Found | None) -> str:
    """Where the reader stands: finding 3 of 7."""
    if now is None:
        return t("共 {n} 处发现", n=len(ones)) if ones else t("没有发现")
    return t("第 {n} 处,共 {of} 处", n=now.number, of=len(ones))


def step(ones: Sequence[Found], now: Found | None, by: int, words: str, key: str, icon: str) -> None:
    """A button, and a key, that leads to the finding beside this one."""
    to = beside(ones, now, by)
    st.button(
        words,
        key=f"step_{key}",
        icon=icon,
        shortcut=key,
        width="content",
        disabled=to is None,
        on_click=narrow,
        kwargs={"n": to and to.n, "finding": to and to.key},
    )


def card(one: Found) -> str:
    """The finding in full."""
    head = badge(one.severity, f"{shape(one.severity)}{one.number}")
    return f'<div class="jx-card {escape(one.severity)}"><p>{head} {escape(word_of(one))}</p>{finding_facts(one)}</div>'

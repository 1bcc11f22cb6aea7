"""Sentences and headline figures at the top of a page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

import streamlit as st

from pages.shared.language import t
from pages.shared.taken import Headline, Words, take

Better = Literal["more", "less", "neither"]
ADDRESS = re.compile(r"(?<=https:)(?=//)|(?<=http:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
JOINER = "\u2060"
COLORS = {"more": "normal", "less": "inverse", "neither": "off"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One headline figure. `change` since the year before is written out ("+1.2") and coloured by what is `better`;
    `beside` is what it is compared with instead.
    """

    label: str
    value: str
    meaning: str
    change: str | None = None
    better: Better = "neither"
    beside: str | None = None


def say(sentence: str) -> None:
    """The sentence that says what the page shows."""
    take(Words("p", sentence))
    st.html(f'<p class="jx-lead">{escape(sentence)}</p>')


def section(sentence: str, meaning: str | None = None) -> None:
    """The title of a part: a sentence computed from its data."""
    take(Words("h2", sentence))
    st.subheader(plain(sentence), anchor=False, help=plain(meaning) if meaning else None)


def headline(figures: Sequence[Figure]) -> None:
    """A row of headline figures that wraps where the screen is narrow."""
    with st.container(key=f"headline_{len(figures)}"):
        for figure in figures:
            take(Headline(figure.label, figure.value, figure.beside or figure.change or ""))
            st.metric(
                plain(figure.label),
                figure.value,
                figure.beside or figure.change,
                delta_color="off" if figure.beside or still(figure.change) else COLORS[figure.better],
                delta_arrow="off",  # the sign says it already
                help=plain(figure.meaning),
                border=True,
                height="stretch",
            )
    if any(figure.change for figure in figures):
        st.caption(t("数字下方为与上年相比的变化。"))


def still(change: str | None) -> bool:
    """True where nothing changed: +0, +0.0 …"""
    return change is not None and not any(digit in change for digit in "123456789")


def plain(text: str) -> str:
    """Text for a place that understands Markdown, so that none of it is taken for a sign or made a link.

    An address would become a link even with every sign escaped; a joiner that nobody sees keeps it text.
    """
    words = ADDRESS.sub(JOINER, text)
    return "".join(f"\\{char}" if char in r"\`*_{}[]<>()#+-.!|~:$" else char for char in words)


def empty(sentence: str) -> None:
    """What stands where there is nothing to show, and what to do."""
    st.info(plain(sentence), icon=":material/info:")

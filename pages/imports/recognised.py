"""A form that was recognised from a picture: the picture, and beside it what was read, for a person to compare."""

from base64 import b64encode
from html import escape

import streamlit as st

from data.errors import Fault
from data.forms.issues import SENTENCES, issue_sentence
from data.handing_out import original_for
from data.records import Issue
from pages.imports import held_words
from pages.shared.kept import kept
from pages.shared.labels import place_name
from pages.shared.language import t
from pages.shared.reading import show_reading
from pages.shared.say import plain
from pages.shared.scope import Scope
from pages.shared.store import fetch, generation, store
from pages.shared.table import Table

COLUMNS = ("name", "target", "actual", "points", "filed_score")
# What a browser can draw, by its first bytes. A page of a PDF it cannot: there the original is one click away.
PICTURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"BM": "image/bmp"}
LARGEST = 8_000_000  # bytes of a picture that is drawn on the page


def show(form: Table) -> None:
    """Both sides, once they are asked for: a picture is large."""
    number = form.value("evaluation")
    lines = fetch("facts.indicator", Scope(evaluation=number), order="n")
    said = kept(f"imports_doubts_{number}", lambda: doubts(number))
    if not st.toggle(plain(held_words.recognised(len(lines), len(said))), key=f"held_compare_{number}"):
        return
    left, right = st.columns(2)
    with left:
        show_picture(form)
    with right:
        show_reading(lines, COLUMNS, f"held_recognised_{number}", t("识别结果"))
    st.markdown("\n".join(f"- {plain(one)}" for one in said))


def show_picture(form: Table) -> None:
    """The original where a browser can draw it, in a box that scrolls; else a word on how to see it."""
    if picture := drawn(form.value("document")):
        words = escape(t("原件的图片"))
        box = f'class="jx-reading" tabindex="0" role="region" aria-label="{words}"'
        st.html(f'<div {box}><img src="{picture}" alt="{words}"></div>')
    else:
        st.caption(t("原件不是浏览器能显示的图片,请用上方“下载原件”打开对照。"))


def drawn(sha256: str) -> str | None:
    """The original as an address that holds the picture itself: nothing of it lies at an address of the server."""
    try:
        content = original_for(store(), generation(), sha256)
    except Fault:
        return None
    kind = next((kind for start, kind in PICTURES.items() if content.startswith(start)), None)
    whole = kind and len(content) <= LARGEST
    return f"data:{kind};base64,{b64encode(content).decode()}" if whole else None


def doubts(number: int) -> tuple[str, ...]:
    """What was read with doubt, one sentence for each place."""
    issues = fetch("facts.issue", Scope(evaluation=number)).pick("code", "place", "detail")
    known = [Issue(code, place_name(place), detail) for code, place, detail in issues if code in SENTENCES]
    return tuple(issue_sentence(one, t) for one in known)

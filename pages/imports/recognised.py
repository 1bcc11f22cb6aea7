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
from pages.shared.language import language, t
from pages.shared.reading import show_reading
from pages.shared.say import plain
from pages.shared.scope import Scope
from pages.shared.store import fetch, generation, store
from pages.shared.table import Table

COLUMNS = ("level2", "name", "target", "actual", "points", "filed_score", "doubt")
# What a browser can draw, by its first bytes. A page of a PDF it cannot: there the original is one click away.
PICTURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"BM": "image/bmp"}
LARGEST = 8_000_000  # bytes of a picture that is drawn on the page


def show(form: Table) -> None:
    """Both sides, once they are asked for: a picture is large."""
    number = form.value("evaluation")
    lines, said = kept(f"imports_recognised_{number}", lambda: (recognised(number), doubts(number)))
    with st.expander(plain(held_words.recognised(len(lines), len(said))), icon=":material/document_scanner:"):
        picture = drawn(form.value("document"))
        if picture:
            st.html(f'<div class="jx-scroll" tabindex="0"><img src="{picture}" alt="{escape(t("原件的图片"))}"></div>')
        else:
            st.caption(t("原件不是浏览器能显示的图片,请用上方“下载原件”打开对照。"))
        show_reading(lines, COLUMNS, f"held_recognised_{number}", t("识别结果"))
        st.markdown("\n".join(f"- {plain(one)}" for one in said.values()))


def drawn(sha256: str) -> str | None:
    """The original as an address that holds the picture itself: nothing of it lies at an address of the server."""
    try:
        content = original_for(store(), generation(), sha256)
    except Fault:
        return None
    kind = next((kind for start, kind in PICTURES.items() if content.startswith(start)), None)
    whole = kind and len(content) <= LARGEST
    return f"data:{kind};base64,{b64encode(content).decode()}" if whole else None


def recognised(number: int) -> Table:
    """The lines as read, each with the doubts about its cells."""
    lines, said = fetch("facts.indicator", Scope(evaluation=number), order="n"), doubts(number)
    cells = lines.pick("cell", "target_cell", "actual_cell", "score_cell")
    told = [" ".join(dict.fromkeys(said[cell] for cell in found if cell in said)) for found in cells]
    rows = tuple((*row, doubt or None) for row, doubt in zip(lines.rows, told, strict=True))
    return Table(lines.view, (*lines.columns, "doubt"), rows)


def doubts(number: int) -> dict[str, str]:
    """What was read with doubt, by its place."""
    issues = fetch("facts.issue", Scope(evaluation=number)).pick("code", "place", "detail")
    known = (Issue(*issue) for issue in issues if issue[0] in SENTENCES)
    return {issue.place: issue_sentence(issue, language()) for issue in known}

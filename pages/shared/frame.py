"""The frame around every page: menu, language, scheme, title, coverage."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

import streamlit as st

from pages.shared import standby, store
from pages.shared.entrances import OPENED_BY, is_open
from pages.shared.labels import scheme_title
from pages.shared.language import language, t
from pages.shared.library import LIBRARY, ahead, phrases
from pages.shared.say import plain
from pages.shared.scope import OF_FINDINGS, OF_ONE_PAGE, Scope, address, way
from pages.shared.scripts import run_script
from pages.shared.sign_in import sign_out
from pages.shared.ways import here, narrow, script

ICON = str(Path(__file__).with_name("icon.svg"))
LOOK = "".join(one.read_text(encoding="utf-8") for one in sorted(Path(__file__).with_name("look").glob("*.css")))
MOVES = Path(__file__).with_name("moves.js")


def dress() -> None:
    """Our few styles, the language of the document, links inside our tables and marks of our charts."""
    st.html(f"<style>{LOOK}</style>")
    spoken = "en" if language() == "en" else "zh-CN"
    run_script(MOVES, left=(*OF_FINDINGS, *OF_ONE_PAGE))
    run_script(LIBRARY, spoken=spoken, words=phrases(), ahead=ahead())


def go_home() -> None:
    """The bare address opens the first page that stands open, so that it has an address of its own."""
    first = next(page for page in OPENED_BY if is_open(page))
    st.switch_page(script(first), query_params=address(here()))


def sidebar(menu: Sequence[st.Page]) -> None:
    """The menu, carrying the filters along, then the language."""
    with st.sidebar:
        brand = t("绩效自评看板")
        st.html(f'<div class="jx-brand">{escape(brand)}</div>')
        demo_badge()
        for page in menu:
            st.page_link(page, query_params=way(here()), width="stretch")
        st.divider()
        language_choice()
        sign_out()


def language_choice() -> None:
    st.session_state["lang_choice"] = language()
    st.segmented_control(
        t("语言"),
        ("zh", "en"),
        format_func={"zh": "中文", "en": "English"}.get,
        key="lang_choice",
        on_change=lambda: narrow(lang=st.session_state["lang_choice"] or language()),
    )


def demo_badge() -> None:
    if store.store().is_demo:
        st.badge(t("演示数据"), icon=":material/science:", color="orange")


def heading(title: str) -> None:
    """The title of the page, marked when the county is fictional."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.title(title, anchor=False, width="content")
        demo_badge()
    for sentence in standby.notices():
        st.warning(plain(sentence), icon=":material/history:")


def footer() -> None:
    """Coverage and the scheme in force, on every page."""
    covered = store.fetch("coverage", Scope())
    words = t(
        "已载入 {n} 份自评表,未能读取 {m} 份,截至 {day}。评分口径:{scheme}。",
        n=covered.value("evaluations") or 0,
        m=covered.value("refused") or 0,
        day=day(covered.value("received_to")),
        scheme=scheme_titles(here().scheme, covered.value("schemes")),
    )
    st.html(f'<div class="jx-foot">{escape(words)}</div>')


def scheme_titles(asked: str | None, used: str | None) -> str:
    """The scheme asked for; where each form is scored by its own, which these are."""
    if asked is not None or not used:
        return scheme_title(asked)
    return t("{own}({names})", own=scheme_title(None), names=t("、").join(map(scheme_title, used.split(";"))))


def day(moment: object) -> str:
    """A moment as its day."""
    return str(moment)[:10] if moment else "—"

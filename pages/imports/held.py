"""Forms that wait for a person: which ones, why, and the decision about one or many of them."""

from collections import Counter

import streamlit as st

from pages.imports import held_form, held_words, waiting
from pages.imports.acting import once
from pages.imports.deciding import confirm, decline, reason_box
from pages.shared.labels import word
from pages.shared.language import t
from pages.shared.say import plain
from pages.shared.table import Table
from pages.shared.tables import show_table

LEAST_CHOSEN = 2  # kinds of reasons, from which on a choice helps


def show(forms: Table) -> None:
    """The list with marks, the decision about those marked, the form in hand; below, what was declined."""
    undecided, declined = held_words.waits(forms), held_words.declined(forms)
    if undecided:
        st.caption(plain(held_words.who_decides()))
        listed = waiting.told(chosen(undecided))
        marked = show_table(listed, waiting.COLUMNS, "imports_held", held_words.listed_title(), picks=0)
        several(listed, marked) if len(listed) > 1 else None
        held_form.show(listed, marked)
    if declined:
        with st.expander(held_words.declined_title(len(declined)), icon=":material/block:"):
            let_in(waiting.decided(declined))


def chosen(forms: Table) -> Table:
    """The forms that wait for one reason, where they do for several."""
    counts = Counter(code for codes in forms.column("held_for") for code in codes.split(";"))
    if len(counts) < LEAST_CHOSEN:
        return forms
    wanted = st.pills(
        t("只看"),
        [code for code, _ in counts.most_common()],
        format_func=lambda code: f"{word('held_for', code)} {counts[code]}",
        key="held_reason_shown",
        label_visibility="collapsed",
    )
    return forms.where("held_for", lambda codes: wanted is None or wanted in codes.split(";"))


def several(listed: Table, marked: tuple[int, ...]) -> None:
    """One decision about the marked forms, about all of the list where none is marked. The buttons say how many."""
    forms = Table(listed.view, listed.columns, tuple(listed.rows[at] for at in marked)) if marked else listed
    yes, no = (
        (t("所选 {n} 份计入", n=len(forms)), t("所选 {n} 份不计入", n=len(forms)))
        if marked
        else (t("全部 {n} 份计入", n=len(forms)), t("全部 {n} 份不计入", n=len(forms)))
    )
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        reason = reason_box("several", 320)
        if st.button(yes, icon=":material/done_all:", key=once("held_yes")):
            confirm(forms, reason)
        if st.button(no, icon=":material/block:", key=once("held_no")):
            decline(forms, reason)


def let_in(forms: Table) -> None:
    """What was declined and why; any of it can be let in after all."""
    marked = show_table(forms, waiting.DECLINED, "imports_declined", held_words.declined_listed(), picks=0)
    picked = Table(forms.view, forms.columns, tuple(forms.rows[at] for at in marked))
    words_ = t("所选 {n} 份改为计入", n=len(picked)) if picked else t("选中要改为计入的")
    if st.button(words_, icon=":material/check:", key=once("held_back"), disabled=not picked):
        confirm(picked, "")

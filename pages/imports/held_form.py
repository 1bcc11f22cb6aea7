"""One form that waits: both sides of every contradiction with its cell, what it would correct, and the decision."""

import streamlit as st

from data.differences import differences
from data.errors import Fault
from data.holding import Doubt
from data.naming import Key, identity
from data.waiting import told
from pages.imports import corrected, held_words, recognised, waiting
from pages.imports.acting import once
from pages.imports.cells import place_of
from pages.imports.deciding import confirm, decline, reason_box
from pages.shared.deliveries import original_link
from pages.shared.kept import kept
from pages.shared.labels import place_name
from pages.shared.language import language, t
from pages.shared.reading import show_reading
from pages.shared.say import plain
from pages.shared.scope import Scope
from pages.shared.store import as_filed, fetch, original
from pages.shared.table import Table


def show(listed: Table, marked: tuple[int, ...]) -> None:
    """The form in hand: the first marked one, or the one chosen."""
    forms = {form.value("evaluation"): form for form in listed.each()}
    names = {number: held_words.name(form) for number, form in forms.items()}
    first = listed.rows[marked[0]][listed.columns.index("evaluation")] if marked else next(iter(forms))
    key = once(f"held_in_hand_{first}")
    with st.container(border=True, key="held_form"):
        number = st.selectbox(t("逐份核对"), tuple(names), tuple(names).index(first), names.get, key=key)
        form = forms[number]
        explain(form)
        decide(form)
        if "recognised" in form.value("held_for").split(";"):
            recognised.show(form)
        show_correction(form)


def explain(form: Table) -> None:
    """Why it waits, both sides said, and how it came."""
    before, one = waiting.past(), waiting.held(form)
    for doubt in waiting.doubts(one, before):
        place = kept(f"imports_place_{one.evaluation}_{doubt.code}", lambda doubt=doubt: place_in(form, doubt))
        sentence = held_words.with_place(told(doubt, language()), place and place_name(place))
        st.markdown(f":material/help: {plain(sentence)}")
    receipt = before.received.get(one.document)
    batch = t("、").join(str(said) for said in (receipt.year, receipt.department) if said) if receipt else ""
    path, who = (receipt.path, receipt.who) if receipt else (one.name, None)
    moment = f"{form.value('received'):%Y-%m-%d %H:%M}"
    st.caption(plain(held_words.received(path, place_name(one.place), who, moment, batch)))


def place_in(form: Table, doubt: Doubt) -> str | None:
    """The cell of the form that says what contradicts; None for a picture, and where the original is not there."""
    if not doubt.form:
        return None
    try:
        return place_of(original(form), form.value("place"), doubt.form)
    except Fault:
        return None


def decide(form: Table) -> None:
    """What the form is about, to be put right, and the two decisions."""
    number = form.value("evaluation")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        year = st.number_input(t("年度"), 2000, 2099, form.value("year"), width=120, key=once(f"held_year_{number}"))
        department = st.text_input(
            t("主管部门"),
            form.value("department") or "",
            width=200,
            max_chars=80,
            key=once(f"held_department_{number}"),
        )
        reason = reason_box(str(number), 190)
        if st.button(t("计入"), type="primary", icon=":material/check:", key=once(f"held_yes_{number}")):
            confirm(form, reason, {"year": year, "department": department.strip() or None})
        if st.button(t("不计入"), icon=":material/block:", key=once(f"held_no_{number}")):
            decline(form, reason)
        original_link(form, f"held_original_{number}")


def show_correction(form: Table) -> None:
    """What the form would say otherwise than the one in force, once it counts."""
    old = in_force(form)
    if not old:
        return
    number, before = form.value("evaluation"), old.value("evaluation")
    found = kept(f"imports_would_{before}_{number}", lambda: differences(as_filed(before), as_filed(number)))
    with st.expander(plain(held_words.would_correct(old.value("version"), len(found))), icon=":material/difference:"):
        rows = tuple((number, *corrected.said(one)) for one in found)
        changes = Table("correction", ("evaluation", *corrected.FIELDS), rows)
        show_reading(changes, corrected.FIELDS, f"held_would_{number}", t("更正内容"))


def in_force(form: Table) -> Table:
    """The version in force of what the form is about; no row where there is none."""
    asked = key_of(form)
    found = fetch("facts.evaluation", Scope(year=form.value("year"))) if asked else form.head(0)
    counts = [one for one in found.each() if one.value("superseded_by") is None and one.value("held") is None]
    return next((one for one in counts if key_of(one) == asked), form.head(0))


def key_of(form: Table) -> Key | None:
    names, year = waiting.past().names, form.value("year")
    who = (names.current(form.value(name), year) for name in ("department", "unit"))
    return identity(year, *who, form.value("project"))

"""What is kept, what was done for it, and the way back to any of it, asked once."""

import streamlit as st

from data.errors import Fault
from data.going_back import GoingBack, going_back, one_before
from data.store import Generation, Store
from data.texts import mark
from data.what_was_done import Done, what_was_done
from pages.imports import generation_words as words
from pages.imports import result
from pages.imports.acting import Told, do_and_tell, once
from pages.shared.kept import kept
from pages.shared.labels import word
from pages.shared.language import t
from pages.shared.say import plain
from pages.shared.table import Table
from pages.shared.tables import show_table

COLUMNS = ("generation", "published", "done", "who", "forms", "built_on", "in_force")
ASKED = "imports_back_to"


def show(county: Store) -> None:
    """The generations, last first; one button back to the one before, and a choice of any other."""
    whole = whole_ones(county)
    current = in_force(county)
    told = listed(county, whole, current)
    show_table(told, COLUMNS, f"imports_generations_{told.fingerprint()}", t("历次数据"))
    others = [one.number for one in whole if one.number != current]
    # These two only ask, so they are the same for every generation: a click while the page is drawn anew counts.
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        before = one_before(county)
        if st.button(t("撤销上一步"), icon=":material/undo:", disabled=before is None, key="undo"):
            st.session_state[ASKED] = before and before.number
        chosen = st.selectbox(
            t("改用"),
            others,
            None,
            width=220,
            format_func=lambda number: t("第 {n} 代", n=number),
            placeholder=t("选择一代"),
            disabled=not others,
        )
        if st.button(t("启用这一代"), disabled=chosen is None, key="go_to"):
            st.session_state[ASKED] = chosen
    if (asked := st.session_state.get(ASKED)) in others:
        ask(county, asked)


def ask(county: Store, number: int) -> None:
    """What would go out of sight, and the two answers."""
    change: GoingBack = kept(f"imports_back_{number}", lambda: compare(county, number))
    with st.container(border=True, key="going_back"):
        st.markdown(plain(words.asked(change)))
        with st.container(horizontal=True, gap="small"):
            if st.button(words.yes(change), type="primary", key=once(f"back_yes_{number}")):
                go(county, number)
            st.button(t("不改变"), key=once(f"back_no_{number}"), on_click=lambda: st.session_state.pop(ASKED, None))


def compare(county: Store, number: int) -> GoingBack:
    now = county.current()
    assert now is not None
    return going_back(now, county.generation(number))


def go(county: Store, number: int) -> None:
    st.session_state.pop(ASKED, None)
    result.forget()
    found = county.generation(number)
    told = Told(mark("已改用第 {n} 代数据,自评表 {forms} 份。"), {"n": number, "forms": found.counts["evaluation"]})
    do_and_tell(lambda: county.go_to(number), told)


def in_force(county: Store) -> int | None:
    """The number in force; None where the pointer is damaged, and choosing one mends it."""
    try:
        return county.current_number()
    except Fault:
        return None


def whole_ones(county: Store) -> list[Generation]:
    """The generations that can be opened, last first."""
    kept_ = []
    for number in reversed(county.numbers()):
        try:
            kept_.append(county.generation(number))
        except Fault:
            continue
    return kept_


def journalled(county: Store) -> dict[int, Done]:
    """What was done for each generation; nothing where the journal is damaged: what is kept can be gone back to."""
    try:
        return what_was_done(county.acts.entries())
    except Fault:
        return {}


def listed(county: Store, whole: list[Generation], current: int | None) -> Table:
    done: dict[int, Done] = kept("imports_done", lambda: journalled(county))
    rows = tuple(
        (
            one.number,
            f"{one.published:%Y-%m-%d %H:%M}",
            words.done(done[one.number]) if one.number in done else None,
            t("、").join(word("who", who) for who in done[one.number].who) or None if one.number in done else None,
            one.counts["evaluation"],
            one.before,
            one.number == current,
        )
        for one in whole
    )
    return Table("generations", COLUMNS, rows)

"""Names that may mean one department, each with one click to say that they do, or that they do not."""

from collections import Counter

import streamlit as st

from data.registry.proposals import Proposal, proposals
from data.registry.same import say_different, say_same
from data.texts import mark
from pages.imports import list_words as words
from pages.imports import waiting
from pages.imports.acting import Told, do_and_tell, once
from pages.shared.kept import kept
from pages.shared.language import t
from pages.shared.say import plain, section
from pages.shared.scope import Scope
from pages.shared.store import fetch, store

SHOWN = 8


def show() -> None:
    """The first proposals; a pair goes as soon as something was said about it."""
    found: tuple[Proposal, ...] = kept("imports_near", proposed)
    if not found:
        return
    section(words.near(len(found)), words.near_meaning())
    used = forms()
    for at, one in enumerate(found[:SHOWN]):
        propose(one, used[one.name], at)
    if len(found) > SHOWN:
        st.caption(t("另有 {n} 对,说明以上各对后显示。", n=len(found) - SHOWN))


def proposed() -> tuple[Proposal, ...]:
    return proposals(forms(), listed(), waiting.past().names)


def listed() -> set[str]:
    """The departments of the task list."""
    counts = fetch("filing_count", Scope()).where("expected_forms", lambda n: n > 0)
    return set(counts.known("department").column("department"))


def forms() -> Counter[str]:
    """How many forms each department filed, by the name that counts today, held ones too."""
    views = fetch("project_summary", Scope()), fetch("held_form", Scope())
    return Counter(name for view in views for name in view.known("department").column("department"))


def propose(one: Proposal, forms: int, at: int) -> None:
    """The pair with its reason, and what can be said about it."""
    same = Told(mark("“{name}”已归入“{current}”,记入部门名称对照表。"), {"name": one.name, "current": one.current})
    turned = Told(mark("“{name}”已归入“{current}”,记入部门名称对照表。"), {"name": one.current, "current": one.name})
    other = Told(mark("“{name}”和“{current}”记为两个部门。"), {"name": one.name, "current": one.current})
    st.markdown(plain(words.pair(one.name, one.current, forms, t(one.reason))))
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"near_{at}"):
        if st.button(t("是,归入“{name}”", name=plain(one.current)), key=once(f"near_same_{at}")):
            do_and_tell(lambda: say_same(store(), one.name, one.current), same)
        if not one.known and st.button(t("是,归入“{name}”", name=plain(one.name)), key=once(f"near_turned_{at}")):
            do_and_tell(lambda: say_same(store(), one.current, one.name), turned)
        if st.button(t("不是同一部门"), key=once(f"near_two_{at}"), type="tertiary"):
            do_and_tell(lambda: say_different(store(), one.name, one.current), other)

"""Forms that wait for a person: put right what they are about, then let them count or not."""

from datetime import UTC, datetime
from typing import Any

import streamlit as st

from data.acts import Act, Confirmed, Declined, Repair
from data.carrying_out import carry_out
from pages.imports import words
from pages.shared.deliveries import original_link
from pages.shared.formats import BLANK
from pages.shared.labels import department_name, word, year_name
from pages.shared.language import t
from pages.shared.say import plain
from pages.shared.store import store
from pages.shared.table import Table
from pages.shared.visitor import visitor

SHOWN = 20
FIELDS = ("year", "department")


def show(table: Table) -> None:
    """One box per form that waits, the first ones; those declined can be let in after all."""
    waiting, declined = words.waits(table), table.where("held_for", "declined".__eq__)
    if len(waiting) > 1 and st.button(t("全部 {n} 份计入", n=len(waiting)), icon=":material/done_all:"):
        confirm(waiting)
    for form in waiting.head(SHOWN).each():
        with st.expander(plain(title(form)), icon=":material/help:", expanded=len(waiting) == 1):
            decide(form)
    if len(waiting) > SHOWN:
        st.caption(t("另有 {n} 份,处理完以上各份后显示。", n=len(waiting) - SHOWN))
    if declined:
        with st.expander(t("已决定不计入的 {n} 份", n=len(declined)), icon=":material/block:"):
            for form in declined.head(SHOWN).each():
                back(form)


def title(form: Table) -> str:
    return t(
        "{project}({department},{year}):{reasons}",
        project=form.value("project") or BLANK,
        department=department_name(form.value("department") or form.value("unit")),
        year=year_name(form.value("year")),
        reasons=word("held_for", form.value("held_for")),
    )


def decide(form: Table) -> None:
    """What the form is about, to be put right, and the two decisions."""
    key = form.value("evaluation")
    st.caption(plain(t("原件:{name},位置:{place}", name=form.value("document_name"), place=form.value("place"))))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        year = st.number_input(t("年度"), 2000, 2099, form.value("year"), width=150, key=f"held_year_{key}")
        department = st.text_input(
            t("主管部门"), form.value("department") or "", width=260, max_chars=80, key=f"held_department_{key}"
        )
        if st.button(t("计入"), type="primary", icon=":material/check:", key=f"held_yes_{key}"):
            confirm(form, {"year": year, "department": department.strip() or None})
        if st.button(t("不计入"), icon=":material/block:", key=f"held_no_{key}"):
            carry_out_and_show([Declined(form.value("document"), form.value("place"), visitor(), now())])
        original_link(form, f"held_original_{key}")


def back(form: Table) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(plain(title(form)))
        if st.button(t("改为计入"), key=f"held_back_{form.value('evaluation')}"):
            confirm(form)


def confirm(forms: Table, said: dict[str, Any] | None = None) -> None:
    """Let the forms count, with what was put right about them."""
    acts: list[Act] = []
    for document, place in forms.pick("document", "place"):
        acts += [repair(forms, name, value) for name, value in (said or {}).items() if value != forms.value(name)]
        acts.append(Confirmed(document, place, visitor(), now()))
    carry_out_and_show(acts)


def repair(form: Table, name: str, value: object) -> Repair:
    was = None if form.value(name) is None else str(form.value(name))
    text = "" if value is None else str(value)
    reason = t("确认时更正")
    return Repair(form.value("document"), form.value("place"), None, name, was, text, reason, visitor(), now())


def carry_out_and_show(acts: list[Act]) -> None:
    carry_out(store(), acts)
    st.rerun()


def now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)

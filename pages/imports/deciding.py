"""The decision about held forms: each act names who, when and why, and what was put right with it."""

from typing import Any

import streamlit as st

from data.acts import Act, Confirmed, Declined, Repair
from data.texts import mark
from pages.imports.acting import Told, carry_out_and_tell, now, once, tell_anew
from pages.shared.formats import BLANK
from pages.shared.language import t
from pages.shared.table import Table
from pages.shared.visitor import visitor

LONGEST = 200  # characters of a reason


def reason_box(name: str, width: int) -> str:
    """The reason of a decision; to leave a form out needs one."""
    said = st.text_input(
        t("理由(不计入时必填)"),
        key=once(f"held_reason_{name}"),
        width=width,
        max_chars=LONGEST,
        placeholder=t("例如:已与部门核对"),
    )
    return said.strip()


def confirm(forms: Table, reason: str, said: dict[str, Any] | None = None) -> None:
    """Let the forms count, with what was put right about them."""
    acts: list[Act] = []
    for form in forms.each():
        acts += [repair(form, name, value) for name, value in (said or {}).items() if value != form.value(name)]
        acts.append(Confirmed(form.value("document"), form.value("place"), visitor().name, now(), reason))
    carry_out_and_tell(acts, told(forms, mark("《{project}》已计入。"), mark("{n} 份自评表已计入。"), opens=True))


def decline(forms: Table, reason: str) -> None:
    """Leave the forms out, for a reason."""
    if not reason:
        tell_anew(Told(mark("没有改变:请先写明不计入的理由。"), caution=True))
    acts: list[Act] = [
        Declined(document, place, visitor().name, now(), reason) for document, place in forms.pick("document", "place")
    ]
    one, many = mark("《{project}》不计入,可在本页改为计入。"), mark("{n} 份自评表不计入,可在本页改为计入。")
    carry_out_and_tell(acts, told(forms, one, many))


def told(forms: Table, one: str, many: str, opens: bool = False) -> Told:
    """The sentence for one form by name, or for several by number."""
    if len(forms) > 1:
        return Told(many, {"n": len(forms)})
    said = {"project": forms.value("project") or BLANK}
    return Told(one, said, form=forms.value("evaluation") if opens else None)


def repair(form: Table, name: str, value: object) -> Repair:
    was = None if form.value(name) is None else str(form.value(name))
    text = "" if value is None else str(value)
    reason = t("确认时更正")
    return Repair(form.value("document"), form.value("place"), None, name, was, text, reason, visitor().name, now())

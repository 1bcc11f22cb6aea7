"""Deciding: the finding in hand with its operands, the decisions that can be taken on it, and the next one.

A click only asks; what was asked for is carried out in the run that follows, where faults are said as sentences.
"""

from dataclasses import dataclass

import streamlit as st

from data.rights import may
from pages.findings import card, tables, words
from pages.shared.decisions import decide, restore
from pages.shared.language import t
from pages.shared.say import plain, section
from pages.shared.table import Table
from pages.shared.tables import show_html
from pages.shared.visitor import visitor
from pages.shared.ways import open_page

ASKED, UNDO, AT, SHEET = "findings_asked", "findings_undo", "findings_at", "findings_sheet"
REASON = "findings_reason"


@dataclass(frozen=True, slots=True)
class Ask:
    """Decide so on these findings; without a state: put back what these rows say."""

    findings: Table
    state: str | None
    reason: str = ""


def carry_out() -> None:
    """Write down what the last click asked for, and remember how it was before."""
    asked: Ask | None = st.session_state.pop(ASKED, None)
    if asked is None:
        return
    if asked.state is None:
        restore(asked.findings)
        st.session_state.pop(UNDO, None)
    elif asked.state == "rejected" and not asked.reason:
        st.toast(plain(words.reason_missing()), icon=":material/edit_note:")
        return
    else:
        decide(asked.findings, asked.state, asked.reason)
        st.session_state[UNDO] = asked.findings
    st.session_state[REASON] = ""
    st.toast(plain(words.carried_out(asked.state, len(asked.findings))), icon=":material/check:")


def sheet() -> int:
    """Counts up whenever marks have to go: a table with another number starts without any."""
    number: int = st.session_state.get(SHEET, 0)
    return number


def panel(listed: Table, marked: tuple[int, ...]) -> None:
    """The finding in hand, or the marked ones, and what can be decided."""
    if not listed:
        undo()
        return
    at = marked or (tables.row_of(listed, st.session_state.get(AT)) or 0,)
    chosen = tables.places(listed, at)
    section(words.in_hand(listed, at))
    steps(listed, at)
    show_html(card.one(chosen) if len(chosen) == 1 else card.many(chosen))
    if may(visitor(), "decide"):
        buttons(listed, at, chosen)
        undo()


def steps(listed: Table, at: tuple[int, ...]) -> None:
    """To the finding before, to the next one, to the line in its form."""
    with st.container(horizontal=True, gap="xsmall", key="findings_steps"):
        first, last = at[0] == 0, at[-1] == len(listed) - 1
        step(t("上一条"), ":material/arrow_upward:", "K", first, listed, at[0] - 1)
        step(t("下一条"), ":material/arrow_downward:", "J", last, listed, at[-1] + 1)
        evaluation, n = next(tables.places(listed, at[:1]).pick("evaluation", "n"))
        st.button(
            t("打开自评表"),
            key="findings_open",
            icon=":material/description:",
            shortcut="E",
            type="tertiary",
            on_click=open_page,
            args=("form",),
            kwargs={"evaluation": evaluation, "n": n},
        )


def step(words_: str, icon: str, shortcut: str, disabled: bool, listed: Table, to: int) -> None:
    st.button(
        words_,
        key=f"findings_{shortcut}",
        icon=icon,
        shortcut=shortcut,
        type="tertiary",
        disabled=disabled,
        on_click=lambda: turn_to(tables.name_of(listed, to)),
    )


def turn_to(name: tuple[object, ...] | None) -> None:
    """Take another finding in hand; marks go."""
    st.session_state[AT] = name
    st.session_state[SHEET] = sheet() + 1


def buttons(listed: Table, at: tuple[int, ...], chosen: Table) -> None:
    """Every decision is one key: reasons that are often given have a key of their own."""
    after = following(listed, at)
    with st.container(horizontal=True, gap="xsmall", key="findings_decide"):
        decision(t("确认属实"), "accepted", "A", ":material/check_circle:", chosen, after, kind="primary")
        decision(t("已整改"), "rectified", "F", ":material/build_circle:", chosen, after)
        decision(t("重新待处理"), "open", "O", ":material/restart_alt:", chosen, after)
    with st.container(gap="xsmall", key="findings_reject"):
        st.caption(t("排除(须有理由;排除后不计入任何数字):"))
        for number, reason in enumerate(words.reasons(), start=1):
            decision(reason, "rejected", str(number), ":material/block:", chosen, after, reason=reason)
    st.text_input(t("其他理由或说明"), key=REASON, max_chars=300, placeholder=words.reason_hint())
    decision(t("按所写理由排除"), "rejected", "X", ":material/block:", chosen, after)


def decision(
    words_: str,
    state: str,
    shortcut: str,
    icon: str,
    chosen: Table,
    after: tuple[object, ...] | None,
    reason: str = "",
    kind: str = "secondary",
) -> None:
    """One button: decide so, for the reason written or the one given, and go on to the next finding."""
    idle = state == "open" and set(chosen.column("state")) == {"open"}
    st.button(
        words_,
        key=f"findings_{state}_{shortcut}",
        icon=icon,
        shortcut=shortcut,
        type="primary" if kind == "primary" else "secondary",
        disabled=idle,
        on_click=lambda: ask(Ask(chosen, state, "; ".join(filter(None, [reason, written()]))), after),
    )


def written() -> str:
    return str(st.session_state.get(REASON) or "").strip()


def ask(asked: Ask, after: tuple[object, ...] | None) -> None:
    st.session_state[ASKED] = asked
    if asked.state != "rejected" or asked.reason:
        turn_to(after)


def following(listed: Table, at: tuple[int, ...]) -> tuple[object, ...] | None:
    """The finding that comes into hand next: the first below the last of these, else the last one that is left."""
    left = [place for place in range(len(listed)) if place not in set(at)]
    after = next((place for place in left if place > at[-1]), left[-1] if left else None)
    return None if after is None else tables.name_of(listed, after)


def undo() -> None:
    before: Table | None = st.session_state.get(UNDO)
    if before is None:
        return
    st.button(
        t("撤销上一步({n} 处)", n=len(before)),
        key="findings_undo_button",
        icon=":material/undo:",
        shortcut="U",
        type="tertiary",
        on_click=lambda: ask(Ask(before, None), tables.name_of(before, 0)),
    )

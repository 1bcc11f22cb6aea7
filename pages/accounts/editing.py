"""The boxes in which an admin adds and changes accounts. A click asks; the run that follows carries it out."""

from dataclasses import replace

import streamlit as st

from data.accounts import LONGEST, Account, accounts, add_account, change_account
from data.errors import Fault
from data.rights import require
from pages.accounts import words
from pages.shared.language import language, t
from pages.shared.say import plain
from pages.shared.store import folder, known
from pages.shared.visitor import visitor

TOLD, ROUND = "accounts_told", "accounts_round"


def known_accounts() -> tuple[Account, ...]:
    """Every account. Raises NotAllowed."""
    require(visitor(), "manage_accounts")
    return accounts(folder())


def show_told() -> None:
    """What the last click did."""
    if TOLD in st.session_state:
        st.success(plain(words.done(st.session_state.pop(TOLD))), icon=":material/check_circle:")


def add() -> None:
    with st.form(f"account_add_{st.session_state.get(ROUND, 0)}"):
        subject = st.text_input(t("登录标识"), max_chars=LONGEST["subject"])
        name = st.text_input(t("姓名"), max_chars=LONGEST["name"])
        role, department = role_and_department("viewer", None, "add")
        if st.form_submit_button(t("添加"), icon=":material/person_add:"):
            carry_out(Account(subject.strip(), name, role, department), is_new=True)


def change(listed: tuple[Account, ...]) -> None:
    chosen = st.selectbox(t("账号"), listed, None, format_func=words.named, placeholder=t("选择账号"))
    if chosen is None:
        return
    with st.form(f"account_change_{chosen.subject}"):
        name = st.text_input(t("姓名"), chosen.name, max_chars=LONGEST["name"])
        role, department = role_and_department(chosen.role, chosen.department, chosen.subject)
        disabled = st.toggle(t("停用"), chosen.disabled)
        if st.form_submit_button(t("保存"), icon=":material/check:"):
            carry_out(replace(chosen, name=name, role=role, department=department, disabled=disabled), is_new=False)


def role_and_department(role: str, department: str | None, key: str) -> tuple[str, str | None]:
    chosen = st.selectbox(
        t("角色"), words.GIVEN, words.GIVEN.index(role), format_func=words.role, key=f"account_role_{key}"
    )
    names = tuple(dict.fromkeys([*([department] if department else []), *known().departments]))
    of = st.selectbox(
        t("所属部门(仅部门填报人员)"),
        names,
        0 if department else None,
        accept_new_options=True,
        placeholder=t("选择或输入"),
        key=f"account_department_{key}",
    )
    return chosen, of if chosen == "department" else None


def carry_out(account: Account, is_new: bool) -> None:
    """Do it and show the page anew; what cannot be is said beside the box."""
    act = add_account if is_new else change_account
    try:
        st.session_state[TOLD] = act(folder(), visitor(), account)
    except Fault as fault:
        st.error(plain(fault.sentence(language())), icon=":material/error:")
    else:
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
        st.rerun()

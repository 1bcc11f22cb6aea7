"""Who is signed in, asked anew at every run of the script: a login that ended meanwhile ends here too."""

from pathlib import Path

import streamlit as st

from data.rights import Actor
from pages.shared.entry import door
from pages.shared.entry.house import Visit, house
from pages.shared.language import language, t
from pages.shared.say import plain
from pages.shared.scripts import run_script

LEAVE = Path(__file__).with_name("entry") / "leave.js"
PERSON = "person"  # in the state of a window: whose it is


def visit() -> Visit:
    """The visit by the cookies with which this window was connected."""
    ours = house()
    return ours.visit(st.context.cookies.to_dict() if ours.is_shared else {})


def signed_in() -> Actor | None:
    """The person at this screen; None when the login is not, or no longer, in force."""
    return visit().actor


def let_in() -> None:
    """Goes on for who is signed in; everybody else reads why not, and the run ends.

    What another person did in this window before is forgotten.
    """
    ours, found = house(), visit()
    if found.actor is None:
        st.warning(door.says(found, language()), icon=":material/lock:")
        st.link_button(t("重新登录"), "/login", type="primary")
        st.stop()
    if st.session_state.setdefault(PERSON, found.person) != found.person:
        st.session_state.clear()
        st.session_state[PERSON] = found.person
    ours.see(found)
    if ours.is_shared:
        run_script(LEAVE)


def person() -> str:
    """Who is at this screen, as the gate names them too."""
    return visit().person


def sign_out() -> None:
    """Who is here, and the way out; a house for this machine alone has none."""
    actor = signed_in() if house().is_shared else None
    if actor:
        st.caption(plain(actor.name))
        if st.button(t("退出登录"), icon=":material/logout:", type="tertiary", key="sign_out"):
            st.logout()

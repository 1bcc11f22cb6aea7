"""Turning the screens: arrows and page keys, the digits, and Esc for going back."""

from html import escape

import streamlit as st

from pages.meeting.screens import counter
from pages.shared.language import t
from pages.shared.scope import SCREENS, Scope
from pages.shared.ways import here, narrow, open_page


def turn(scope: Scope) -> None:
    """The quiet line below the stage: back, the screens by number, on."""
    at = scope.screen or 1
    with st.container(horizontal=True, gap="xxsmall", vertical_alignment="center", key="meeting_steps"):
        leave(scope)
        beside(t("上一屏"), "left", ":material/chevron_left:", "Left", at, -1)
        st.html(f'<span class="jx-count" role="status">{escape(counter(at))}</span>', width="content")
        beside(t("下一屏"), "right", ":material/chevron_right:", "Right", at, 1)
    with st.container(key="meeting_keys"):
        beside(t("上一屏"), "up", None, "PageUp", at, -1)
        beside(t("下一屏"), "down", None, "PageDown", at, 1)
        for number in SCREENS:
            st.button(t("第 {n} 屏", n=number), key=f"turn_{number}", shortcut=str(number), on_click=narrow,
                      kwargs={"screen": number})  # fmt: skip


def beside(words: str, name: str, icon: str | None, shortcut: str, at: int, by: int) -> None:
    """A button, and a key, that shows the screen beside the one shown; pressed twice in haste it goes on twice."""
    st.button(
        words,
        key=f"turn_{name}",
        icon=icon,
        shortcut=shortcut,
        type="tertiary",
        disabled=at + by not in SCREENS,
        on_click=lambda: narrow(screen=min(max((here().screen or 1) + by, 1), len(SCREENS))),
    )


def leave(scope: Scope) -> None:
    """Back to the page that the meeting was opened from: the department's, or the county's."""
    st.button(
        t("退出"),
        key="turn_leave",
        icon=":material/close:",
        shortcut="Esc",
        type="tertiary",
        on_click=open_page,
        args=("department" if scope.department else "county",),
    )

"""The way into the meeting: one button, one key."""

import streamlit as st

from pages.shared.entrances import is_open
from pages.shared.language import t
from pages.shared.ways import open_page


def meeting_way(department: str | None = None) -> None:
    """Open the five screens of the county, or of one department, where they stand open."""
    if not is_open("meeting"):
        return
    st.button(
        t("会议模式"),
        key="meeting_way",
        icon=":material/slideshow:",
        shortcut="M",
        on_click=open_page,
        args=("meeting",),
        kwargs={"department": department},
    )

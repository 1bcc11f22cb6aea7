"""Replies of departments: filled notices are read, what follows is shown, and a click writes it down."""

from datetime import UTC, datetime

import streamlit as st

from analytics.reports.replies import Replies, decide_replies, read_replies
from data.decisions import write_decisions
from data.errors import Fault
from data.rights import may
from pages.shared.language import language, t
from pages.shared.say import plain
from pages.shared.scope import Scope
from pages.shared.store import folder, reading_process, session_of
from pages.shared.visitor import visitor

ROUND = "findings_replies_round"


def show(scope: Scope) -> None:
    """The box for filled notices; nothing is written down before the button is pressed."""
    if not may(visitor(), "decide"):
        return
    with st.expander(t("读入整改回复"), icon=":material/upload_file:"):
        box = f"findings_replies_{st.session_state.get(ROUND, 0)}"
        files = st.file_uploader(
            t("把填好的整改通知 (Word) 拖到这里"), type=["docx"], accept_multiple_files=True, key=box
        )
        read = [one for file in files if (one := read_one(file.name, file.getvalue(), scope)) is not None]
        ready = sum(len(one.decisions) for one in read)
        if read:
            label = t("记为已整改({n} 处)", n=ready)
            st.button(label, "findings_replies_write", type="primary", disabled=not ready, on_click=write, args=(read,))


def read_one(name: str, content: bytes, scope: Scope) -> Replies | None:
    """What one file says, told at once; a file that cannot be read is named with the reason."""
    try:
        replies = read_replies(reading_process().document(name, content))
        found = decide_replies(session_of(scope), replies, visitor().name, datetime.now(UTC), language())
    except Fault as fault:
        st.warning(plain(fault.sentence(language())), icon=":material/error:")
        return None
    said = t(
        "《{name}》:{done} 处已整改,{blank} 处没有回复,{unclear} 处须人工阅看。",
        name=name, done=len(found.decisions), blank=found.blank, unclear=len(found.problems),
    )  # fmt: skip
    st.info(plain("\n\n".join([said, *found.problems])))
    return found


def write(read: list[Replies]) -> None:
    """Write down all decisions at once; the box is empty again."""
    write_decisions(folder(), visitor(), [one for replies in read for one in replies.decisions])
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1

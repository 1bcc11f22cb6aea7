"""A department files what it has just checked: one button, and what has been filed and waits."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from data.errors import Fault
from data.filing import file_forms
from data.load import LoadReport
from data.rights import may
from pages.precheck import words
from pages.shared.language import language, t
from pages.shared.reading import show_reading
from pages.shared.say import plain, section
from pages.shared.scope import Scope
from pages.shared.store import fetch, store
from pages.shared.uploads import save
from pages.shared.visitor import visitor

REPORT = "precheck_filed"


def show(chosen: Sequence[Any]) -> None:
    """The button under the box, for who may file."""
    if not may(visitor(), "file_form"):
        return
    words_ = t("报送这些文件({n} 个)", n=len(chosen))
    if chosen and st.button(words_, icon=":material/send:", type="primary", help=words.filing_meaning()):
        carry_out(chosen)
    report: LoadReport | None = st.session_state.pop(REPORT, None)
    if report is not None:
        told(report)
    waiting()


def carry_out(chosen: Sequence[Any]) -> None:
    try:
        with st.spinner(t("正在报送")), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            st.session_state[REPORT] = file_forms(save(chosen, Path(folder)), store())
    except Fault as fault:
        st.error(plain(fault.sentence(language())), icon=":material/error:")
    else:
        st.rerun()


def told(report: LoadReport) -> None:
    """What became of each file: filed, known already, or sent back with the reason."""
    box = st.warning if report.rejected else st.success
    box(plain(words.filed(report)), icon=":material/send:")
    for one in report.problems:
        st.error(plain(words.sent_back(one.told)), icon=":material/error:")


def waiting() -> None:
    """What the department has filed and a reviewer has not confirmed yet."""
    held = fetch("held_form", Scope(), order="evaluation")
    if held:
        section(words.waiting(held))
        show_reading(held, words.WAITING, f"precheck_waiting_{held.fingerprint()}", words.waiting_title())

"""Files that could not be read, by reason and one by one; those that nobody will send again leave the list."""

import streamlit as st

from data.acts import Forgotten
from data.texts import mark
from pages.imports import reasons, words
from pages.imports.acting import Told, carry_out_and_tell, once
from pages.shared.language import t
from pages.shared.reading import show_reading
from pages.shared.table import Table
from pages.shared.tables import show_table

COLUMNS = ("file", "why_refused", "received")
LEAST_GROUPED = 5  # files, from which on their reasons are told together first


def show(refused: Table) -> None:
    """What to do for each; marked ones can be taken off the list. A file that is refused again is listed again."""
    if not refused:
        return
    if len(refused) >= LEAST_GROUPED:
        groups = reasons.grouped(refused.pick("file", "told"))
        show_reading(groups, reasons.GROUPS, "imports_refused_why", words.reasons_title())
        with st.expander(words.refused_listed(len(refused))):
            choose(refused)
    else:
        choose(refused)


def choose(refused: Table) -> None:
    """The files one by one, to be marked."""
    marked = show_table(with_reasons(refused), COLUMNS, "imports_refused", words.refused_title(), picks=0)
    names = [refused.column("file")[at] for at in marked]
    words_ = t("从列表中去掉所选 {n} 个", n=len(names)) if names else t("选中不再列出的文件")
    if st.button(words_, icon=":material/playlist_remove:", disabled=not names, key=once("imports_forget")):
        acts = [Forgotten(name) for name in names]
        carry_out_and_tell([*acts], Told(mark("{n} 个文件不再列出。"), {"n": len(names)}))


def with_reasons(refused: Table) -> Table:
    """Refused files with the reason in the reader's language."""
    rows = tuple((*row, reasons.why(told)) for row, told in zip(refused.rows, refused.column("told"), strict=True))
    return Table(refused.view, (*refused.columns, "why_refused"), rows)

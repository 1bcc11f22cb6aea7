"""Refused files that nobody will send again need not be listed for ever."""

import streamlit as st

from data.acts import Forgotten
from data.carrying_out import carry_out
from pages.shared.language import t
from pages.shared.store import store
from pages.shared.table import Table


def show(refused: Table) -> None:
    """Choose files that are not to be listed any more. A file that is sent again and refused is listed again."""
    if not refused:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        chosen = st.multiselect(t("不再列出"), refused.column("file"), placeholder=t("选择文件"), width=480)
        if st.button(t("从列表中去掉"), disabled=not chosen):
            carry_out(store(), [Forgotten(name) for name in chosen])
            st.rerun()

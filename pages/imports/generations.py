"""What is kept, what is in force, and the way back to any of it."""

import streamlit as st

from data.errors import Fault
from data.store import Generation, Store
from pages.shared.language import t
from pages.shared.table import Table
from pages.shared.tables import show_table

COLUMNS = ("generation", "published", "forms", "built_on", "in_force")


def show(county: Store) -> None:
    """The generations, last first, one button back to the one before, and a choice of any other."""
    kept = whole(county)
    current = in_force(county)
    told = listed(kept, current)
    show_table(told, COLUMNS, f"imports_generations_{told.fingerprint()}", t("历次数据"))
    others = [one.number for one in kept if one.number != current]
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        before = next((one.before for one in kept if one.number == current), None)
        if st.button(t("撤销上一次导入"), icon=":material/undo:", disabled=before not in others):
            county.undo()
            st.rerun()
        chosen = st.selectbox(
            t("退回到"),
            others,
            None,
            width=220,
            format_func=lambda number: t("第 {n} 代", n=number),
            placeholder=t("选择一代"),
            disabled=not others,
        )
        if st.button(t("启用这一代"), disabled=chosen is None):
            county.go_to(chosen)
            st.rerun()


def in_force(county: Store) -> int | None:
    """The number in force; None where the pointer is damaged, and choosing one mends it."""
    try:
        return county.current_number()
    except Fault:
        return None


def whole(county: Store) -> list[Generation]:
    """The generations that can be opened, last first."""
    kept = []
    for number in reversed(county.numbers()):
        try:
            kept.append(county.generation(number))
        except Fault:
            continue
    return kept


def listed(kept: list[Generation], current: int | None) -> Table:
    rows = tuple(
        (one.number, f"{one.published:%Y-%m-%d %H:%M}", one.counts["evaluation"], one.before, one.number == current)
        for one in kept
    )
    return Table("generations", COLUMNS, rows)

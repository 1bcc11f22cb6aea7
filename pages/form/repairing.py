"""Putting right by hand what stands in a cell: the cell, what stands there, what it should say, and why."""

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from data.acts import Repair
from data.carrying_out import carry_out
from data.documents import Cell
from data.errors import Fault
from data.rights import may
from pages.form.notes import Reading
from pages.shared.labels import place_name
from pages.shared.language import language, t
from pages.shared.say import plain
from pages.shared.store import store
from pages.shared.table import Table
from pages.shared.visitor import visitor

LONGEST = 2000  # characters of a corrected text and of a reason


def repairs(form: Table, cells: Sequence[Cell], reading: Reading) -> None:
    """A box in which one cell of the form can be put right; what was filed stays as it is."""
    with st.container(key="repairs"):
        if (
            cells
            and may(visitor(), "repair")
            and st.toggle(t("更正一个单元格(原件不变,更正记入台账)"), key="repairing")
        ):
            _box(form, candidates(cells, reading))


def _box(form: Table, offered: Sequence[Cell]) -> None:
    words = {cell.place: cell_words(cell) for cell in offered}
    place = st.selectbox(t("单元格(存疑和有发现的在前)"), tuple(words), format_func=words.get, key="repair_cell")
    was = next((cell.text for cell in offered if cell.place == place), "")
    with st.form(f"repair_{form.value('evaluation')}_{place}"):
        said = st.text_area(t("应为"), was, max_chars=LONGEST, height=80)
        reason = st.text_input(t("理由"), max_chars=LONGEST, placeholder=t("例如:与纸质件核对"))
        if st.form_submit_button(t("更正并重新计算"), icon=":material/check:"):
            carry_out_and_show(repair(form, place, was, said, reason))


def candidates(cells: Sequence[Cell], reading: Reading) -> tuple[Cell, ...]:
    """The cells of the form: the one that the reader stands at first, then those with doubts or findings."""
    at = [reading.now.cell] if reading.now else []
    marked = [*at, *(place for place, _ in reading.doubts), *(one.cell for one in reading.found)]
    weight = {place: number for number, place in reversed(list(enumerate(marked))) if place}
    known = {cell.place for cell in cells}
    blank = [Cell(0, 0, "", place) for place in weight if place not in known and ":" not in place]
    return tuple(sorted((*cells, *blank), key=lambda cell: weight.get(cell.place, len(weight) + len(marked))))


def cell_words(cell: Cell) -> str:
    """A cell in a list: its place and how its text begins."""
    start = cell.text if len(cell.text) <= 40 else f"{cell.text[:40]}…"
    return f"{place_name(cell.place)}  {start or '—'}"


def repair(form: Table, place: str | None, was: str, said: str, reason: str) -> Repair:
    """The repair of one cell of `form` (a row of project_summary)."""
    now = datetime.now(UTC).replace(tzinfo=None)
    where = (form.value("document"), form.value("place"))
    return Repair(*where, place, None, was or None, said.strip(), reason.strip(), visitor().name, now)


def carry_out_and_show(act: Repair) -> None:
    """Carry it out as a new generation and show that; a repair that cannot be is said beside the box."""
    try:
        carry_out(store(), [act])
    except Fault as fault:
        st.error(plain(fault.sentence(language())), icon=":material/error:")
    else:
        st.rerun()

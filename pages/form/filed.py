"""The form as filed on the screen, its marks beside it, and the way to the mark that the address points at."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import streamlit as st

from analytics.places import Map, cells_of
from data.documents import Cell
from data.store.faults import OriginalLost
from pages.form import original, words
from pages.form.links import Way
from pages.form.notes import Reading, notes
from pages.shared import store
from pages.shared.kept import kept
from pages.shared.language import language, t
from pages.shared.say import empty
from pages.shared.scope import Scope
from pages.shared.scripts import run_script
from pages.shared.table import Table
from pages.shared.tables import show_html

LOOK = Path(__file__).with_name("form.css")
COME = Path(__file__).with_name("come.js")


def load_look() -> None:
    """The styles of this page."""
    st.html(LOOK)


def draw_form(form: Table, reading: Reading, way: Way) -> tuple[Cell, ...] | None:
    """The form with its marks; then the screen comes to what the address points at. Gives the cells as they count.

    None where the original is not there: what was read of it stands below all the same.
    """
    load_look()
    try:
        cells = cells_of(store.original(form), form.value("place"))
    except OriginalLost as fault:
        empty(f"{fault.sentence(language())}{t('以下为已读取的内容。')}")
        return None
    repairs = store.fetch("facts.repair", Scope(), order="repaired").narrowed(document=form.value("document"))
    said = {cell: text for cell, text in repairs.pick("cell", "text") if cell}
    drawn = kept("form_paper", lambda: paper(form, cells, said, reading, way))
    if drawn:
        show_html(drawn)
    else:
        empty(t("原件中找不到这张表所在的行,请下载原件查看。"))
    target = f"{reading.now.number if reading.now else ''} {reading.picked or ''}".strip()
    if target:
        run_script(COME, target=target)
    return put_right(cells, said)


def paper(form: Table, cells: Sequence[Cell], said: Mapping[str, str], reading: Reading, way: Way) -> str:
    """The form as HTML; a cell put right by hand shows what was filed, struck out, and what counts."""
    where = Map(cells)
    repaired = {spot: text for place, text in said.items() if (spot := where.spot(place))}
    return original.grid(cells, replace(notes(reading, way, where), repaired=repaired), words.title(form))


def put_right(cells: Sequence[Cell], said: Mapping[str, str]) -> tuple[Cell, ...]:
    return tuple(replace(cell, text=said[cell.place]) if cell.place in said else cell for cell in cells)

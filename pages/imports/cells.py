"""Where a form says its year or its department: the cell, found in the original. Pure."""

import re

from data.documents import Document
from data.naming import folded

ROW = re.compile(r"第(\d+)行|[A-Z]{1,3}(\d{1,7})")


def place_of(document: Document, form: str, text: str) -> str | None:
    """The first cell of the form at the place `form` that holds `text`; None where none does."""
    name, _, ends = form.rpartition("!")
    rows = [int(found[1] or found[2]) for found in ROW.finditer(ends)]
    wanted = re.compile(rf"(?<!\d){re.escape(folded(text))}(?!\d)")
    return next(
        (
            cell.place
            for table in document.tables
            if table.name == name and rows
            for cell in table.cells
            if rows[0] <= row_of(cell.place) <= rows[-1] and wanted.search(folded(cell.text))
        ),
        None,
    )


def row_of(place: str) -> int:
    found = ROW.search(place)
    return int(found[1] or found[2]) if found else 0

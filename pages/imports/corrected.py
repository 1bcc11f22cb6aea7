"""Corrected forms of the last upload: field by field what they say otherwise than the versions before them."""

from collections.abc import Iterable

from data.corrections import Corrected
from data.differences import Difference
from data.excerpts import excerpts
from pages.imports import words
from pages.shared.labels import place_name
from pages.shared.language import t
from pages.shared.reading import show_reading
from pages.shared.say import section
from pages.shared.table import Table

FIELDS = ("changed_field", "was_filed", "now_filed", "where")
COLUMNS = ("project", "department", "year", "version", *FIELDS)


def show(corrections: tuple[Corrected, ...], versions: int, stored: bool) -> None:
    """One row per field that was changed; a click opens the form, once it is stored."""
    if not corrections:
        return
    told = table(corrections)
    section(words.corrections(versions, len(told)), words.corrections_meaning(versions - len(corrections)))
    key = f"imports_corrected_{told.fingerprint()}"
    show_reading(told, COLUMNS, key, words.corrections_title(), "form" if stored else None)


def table(corrections: Iterable[Corrected]) -> Table:
    rows = tuple(
        (one.evaluation, one.project, one.department or one.unit, one.year, one.version, *said(changed))
        for one in corrections
        for changed in one.differences
    )
    return Table("correction", ("evaluation", *COLUMNS), rows)


def said(one: Difference) -> tuple[str, str | None, str | None, str | None]:
    """The field with its line, both texts (of long ones the part that differs), and where they stand.

    A label is a marked text; so is the name of a line of funding, while that of an indicator is what was filed.
    """
    line = t(one.line) if one.field.startswith("funding.") else one.line
    field = t("{label}({line})", label=t(one.label), line=line) if line else t(one.label)
    places = dict.fromkeys(place_name(cell) for cell in (one.old_cell, one.new_cell) if cell)
    return field, *excerpts(one.old, one.new), " → ".join(places) or None

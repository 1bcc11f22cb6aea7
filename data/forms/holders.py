"""Whose form it is: the department and the unit, from the labels of the head, else from the title."""

from data.documents import Cell
from data.forms.head import Field
from data.forms.ledger import Ledger
from data.forms.title import organ_of

Fields = dict[str, Field]


def holders_of(fields: Fields, title: Cell | None, whole: bool, ledger: Ledger) -> tuple[str | None, str | None]:
    """(department, unit). `whole`: the form is of a whole department, so who holds the budget is the department."""
    unit, budget = text_of(fields, "unit"), text_of(fields, "budget_unit")
    holds = budget is not None and text_of(fields, "department") is None and (whole or unit is not None)
    department = budget if holds else own_department(fields, title, ledger)
    if not holds:
        unit = unit or budget
        left_out(fields, "budget_unit", unit, ledger)
    # Who filled the form in is the unit that it is about, unless the form says otherwise.
    if unit is None and not whole:
        unit = text_of(fields, "reporting_unit")
    left_out(fields, "reporting_unit", unit, ledger)
    return department, unit


def own_department(fields: Fields, title: Cell | None, ledger: Ledger) -> str | None:
    """The county's own before the one above it; where no label names any, what the title says in front."""
    if own := text_of(fields, "department"):
        left_out(fields, "upper_department", own, ledger)
        return own
    if upper := text_of(fields, "upper_department"):
        return upper
    organ = organ_of(title.text) if title else None
    if title is not None and organ is not None:
        ledger.issue("department_from_title", title, organ)
    return organ


def left_out(fields: Fields, name: str, taken: str | None, ledger: Ledger) -> None:
    """A name that no record keeps is said so."""
    field = fields.get(name)
    if field is not None and field.cell is not None and field.text is not None and field.text != taken:
        ledger.issue("not_recorded", field.cell)


def text_of(fields: Fields, name: str) -> str | None:
    return fields[name].text if name in fields else None

"""Documents in, evaluations out: every form of a document, and for every filled cell what became of it."""

from dataclasses import replace

from data.documents import Document, Table
from data.errors import NoForm
from data.forms.blocks import regions
from data.forms.form import read_form
from data.records import Evaluation, Issue

HIDDEN_MARK = "(隐藏)"  # as data.readers.xlsx writes it


def read_forms(document: Document) -> tuple[Evaluation, ...]:
    """All forms of a document, in their order. Raises NoForm or AmbiguousForm."""
    forms: list[Evaluation] = []
    besides: list[Issue] = []
    for table in document.tables:
        found, left = table_forms(table, document.name)
        forms += found
        if left:
            besides.append(Issue("table_without_form", table.name, str(left)))
    if not forms:
        raise NoForm(document.name)
    if document.doubt:
        forms = [replace(form, issues=(*form.issues, Issue(document.doubt, form.place))) for form in forms]
    return (replace(forms[0], issues=(*forms[0].issues, *besides)), *forms[1:])


def table_forms(table: Table, document: str) -> tuple[list[Evaluation], int]:
    """The forms of one table, and how many filled cells stand outside of any."""
    parts = regions(table)
    if not parts:
        return [], len(table.cells)
    read = [(read_form(rows, table.name, document), sum(map(len, rows))) for rows in parts]
    forms = [form for form, _ in read if form is not None]
    if table.name.endswith(HIDDEN_MARK):
        forms = [replace(form, issues=(*form.issues, Issue("hidden_sheet", form.place, table.name))) for form in forms]
    return forms, sum(size for form, size in read if form is None)

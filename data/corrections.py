"""The forms of one import that correct earlier ones, with what each says otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from data.differences import Difference, differences
from data.filed import read_evaluations

MOST = 200  # corrections whose fields are compared; of an import of thousands the rest is told on the page of each form


@dataclass(frozen=True, slots=True)
class Corrected:
    """A form that takes the place of an earlier version. `document` is the name of the file that it came in."""

    evaluation: int
    document: str
    year: int | None
    department: str | None
    unit: str | None
    project: str | None
    version: int
    differences: tuple[Difference, ...]


FOUND = """
    select old.evaluation, new.evaluation, document.name, new.year, new.department, new.unit, new.project, new.version
    from facts.evaluation as old
    join facts.evaluation as new on new.evaluation = old.superseded_by
    join facts.document as document on document.document = new.document
    where new.evaluation >= ?
    order by new.evaluation, old.evaluation
    limit ?
"""


def corrections(connection: duckdb.DuckDBPyConnection, first: int) -> tuple[Corrected, ...]:
    """The forms from number `first` on in the catalogue `facts` that correct another, at most MOST of them.

    Versions must be settled. A form that corrects several at once is compared with the last of them.
    """
    return tuple(corrected(connection, first))


def corrected(connection: duckdb.DuckDBPyConnection, first: int) -> Iterator[Corrected]:
    rows = connection.execute(FOUND, [first, MOST]).fetchall()
    last = {new: (old, said) for old, new, *said in rows}
    forms = read_evaluations(connection, [number for new, (old, _) in last.items() for number in (old, new)])
    for new, (old, said) in last.items():
        changed = differences(forms[old], forms[new])
        document, year, department, unit, project, version = said
        yield Corrected(new, document, year, department, unit, project, version, changed)

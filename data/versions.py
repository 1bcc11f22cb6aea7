"""Which form corrects which, for all forms of the facts at once: the same answer in whatever steps they came."""

from collections.abc import Iterable
from dataclasses import dataclass

import duckdb

from data.naming import Key, identity

Version = tuple[int, int | None]  # version, superseded_by


@dataclass(frozen=True, slots=True)
class Standing:
    """A form by its number, with every document that it was received in, and what it is about."""

    evaluation: int
    documents: frozenset[str]
    key: Key | None


def settle_versions(connection: duckdb.DuckDBPyConnection) -> None:
    """Set version and superseded_by of every form in the catalogue `facts`. A held form corrects nothing yet."""
    columns = "evaluation, version, superseded_by, held, document, year, department, unit, project"
    rows = connection.execute(f"select {columns} from facts.evaluation order by evaluation").fetchall()
    again: dict[int, set[str]] = {}
    for evaluation, document in connection.execute("select evaluation, document from facts.repeated").fetchall():
        again.setdefault(evaluation, set()).add(document)
    standing = [
        Standing(number, frozenset({document, *again.get(number, ())}), None if held else identity(*who))
        for number, _, _, held, document, *who in rows
    ]
    found = versions(standing)
    changed = {number: found[number] for number, *before in (row[:3] for row in rows) if found[number] != tuple(before)}
    write(connection, changed)


def versions(forms: Iterable[Standing]) -> dict[int, Version]:
    """Version and successor of each form, the forms in the order in which they came.

    Twice in one document is no correction: both stay, and a finding says so. Nor does a form correct another that
    the same document repeats unchanged.
    """
    found: dict[int, Version] = {}
    in_force: dict[Key, list[Standing]] = {}
    for form in forms:
        found[form.evaluation] = (1, None)
        if form.key is None:
            continue
        before = in_force.setdefault(form.key, [])
        corrected = [one for one in before if not one.documents & form.documents]
        version = max((found[one.evaluation][0] for one in corrected), default=0) + 1
        found[form.evaluation] = (version, None)
        found |= {one.evaluation: (found[one.evaluation][0], form.evaluation) for one in corrected}
        in_force[form.key] = [*(one for one in before if one not in corrected), form]
    return found


def write(connection: duckdb.DuckDBPyConnection, changed: dict[int, Version]) -> None:
    pairs = "(select unnest(?::integer[]) as form, unnest(?::integer[]) as version, unnest(?::integer[]) as successor)"
    sql = (
        "update facts.evaluation set version = changed.version, superseded_by = changed.successor "
        f"from {pairs} as changed where evaluation = changed.form"
    )
    if changed:
        numbers, successors = zip(*changed.values(), strict=True)
        connection.execute(sql, [list(changed), list(numbers), list(successors)])

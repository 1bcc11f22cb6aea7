"""What goes out of sight, and what comes back, when another generation is put into force."""

from dataclasses import dataclass
from typing import Any

from data.errors import StoreDamaged
from data.store import Generation, Store, attach

IN_FORCE = "select content from facts.evaluation where superseded_by is null and held is null"
HELD = "select content from facts.evaluation where superseded_by is null and held is not null"
REPAIRED = "select document, place, cell, field, text, repaired from facts.repair"


@dataclass(frozen=True, slots=True)
class GoingBack:
    """Counted from generation `now` to generation `then`.

    `lost` forms count now and will not; `back` forms will count that do not now. `unheld` forms wait now and will be
    there no more, `waiting` forms will wait. `repairs` are cells and entries put right that will stand as filed.
    `names` and `tasks`: the list of names, the task list will be another.
    """

    now: int
    then: int
    lost: int
    back: int
    unheld: int
    waiting: int
    repairs: int
    names: bool
    tasks: bool


def going_back(now: Generation, then: Generation) -> GoingBack:
    """Compare two generations. A form is known by what it says, whatever number it has."""
    counted, was_counted = rows(now, IN_FORCE), rows(then, IN_FORCE)
    held, was_held = rows(now, HELD), rows(then, HELD)
    return GoingBack(
        now.number,
        then.number,
        lost=len(counted - was_counted),
        back=len(was_counted - counted),
        unheld=len(held - was_held - was_counted),
        waiting=len(was_held - held),
        repairs=len(rows(now, REPAIRED) - rows(then, REPAIRED)),
        names=now.tables["department_name"] != then.tables["department_name"],
        tasks=now.tables["expected_filing"] != then.tables["expected_filing"],
    )


def rows(generation: Generation, sql: str) -> frozenset[Any]:
    with attach(generation) as connection:
        return frozenset(connection.execute(sql).fetchall())


def one_before(store: Store) -> Generation | None:
    """The generation to which an undo leads: one that cannot be opened is passed over. None when there is none."""
    for number in store.earlier():
        try:
            return store.generation(number)
        except StoreDamaged:
            continue
    return None

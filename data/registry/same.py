"""What a person says about two names: they are one department, or they are two. Said once, it stands in the list.

That a department is one of its own is a row that leads to itself: nothing is renamed by it, and nothing is proposed.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeGuard

from data.acting import acting
from data.acts import Registered
from data.errors import Fault
from data.importing import Import
from data.naming import folded
from data.registry.records import DepartmentName
from data.registry.resolve import Listed, resolved
from data.registry.rows import as_rows, current_names
from data.store import Store
from data.texts import mark

Names = Sequence[DepartmentName]


class NotTheSame(Fault):
    """What was said contradicts the list of names."""

    code = "not_the_same"
    text = mark("没有归并“{name}”:对照表中它已归入别的部门,或改名绕成了一圈。请下载部门名称对照表,改好后上传。")


def say_same(store: Store, name: str, current: str) -> None:
    """Let `name` count for `current` in all years. Raises NotTheSame, and what the store raises."""
    change(store, lambda names: with_same(names, name, current), f"{name} = {current}")


def say_different(store: Store, one: str, other: str) -> None:
    """Keep two names as two departments. Raises what the store raises."""
    change(store, lambda names: with_different(names, (one, other)), f"{one} ≠ {other}")


def change(store: Store, changed: Callable[[Names], Names], said: str) -> None:
    """Put a changed list into force, from the one that is in force when nobody else can change it."""
    with acting(store.folder, store.actor, "register", said), store.locked(), store.building() as (connection, built):
        coming = Import(connection)
        rows, now = as_rows(changed(current_names(connection))), datetime.now(UTC).replace(tzinfo=None)
        coming.register(Registered("department_name", "", rows, store.actor.name, now))
        coming.finish()
        store.publish(connection, built, coming.acts)


def with_same(names: Names, name: str, current: str) -> Names:
    """The list in which `name` counts for `current`, names that led to `name` too. Raises NotTheSame."""
    rows = [*(one for one in names if not is_own(one)), DepartmentName(name, current)]
    found, bad = resolved([Listed(one.name, one) for one in rows])
    if bad:
        raise NotTheSame(name)
    return (*found, *own_names(found, names))


def with_different(names: Names, ones: Sequence[str]) -> Names:
    known = {folded(one.name) for one in names}
    return (*names, *(DepartmentName(one, one) for one in ones if folded(one) not in known))


def own_names(rows: Sequence[Any], standing: Sequence[Any]) -> tuple[Any, ...]:
    """The rows of `standing` that lead to themselves, and that `rows` do not speak of. A task list has none."""
    spoken = {folded(one.name) for one in rows if isinstance(one, DepartmentName)}
    return tuple(one for one in standing if is_own(one) and folded(one.name) not in spoken)


def is_own(one: object) -> TypeGuard[DepartmentName]:
    return isinstance(one, DepartmentName) and folded(one.name) == folded(one.current_name)

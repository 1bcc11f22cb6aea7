"""Departments that nobody has named in a list, beside the known one that each may be. Pure; a person decides."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from data.naming import folded
from data.registry.near import near_names
from data.registry.resolve import Names


@dataclass(frozen=True, slots=True)
class Proposal:
    """`name` may be the department `current`; `reason` is a marked text. `known`: a list names the department."""

    name: str
    current: str
    reason: str
    known: bool


def proposals(used: Mapping[str, int], listed: Collection[str], names: Names) -> tuple[Proposal, ...]:
    """Pairs of names that may be one department.

    `used` are the names on forms with the number of forms, `listed` those of the task list. Two names that lists name
    are two departments; of two that none names the one with more forms is taken for the current one, and they are
    proposed only where neither is like a name that is listed.
    """
    found = tuple(pairs(used, listed, names))
    settled = {one.name for one in found if one.known}
    return tuple(one for one in found if one.known or settled.isdisjoint((one.name, one.current)))


def pairs(used: Mapping[str, int], listed: Collection[str], names: Names) -> Iterator[Proposal]:
    known = {folded(name) for name in listed} | own(names)
    for pair in near_names((*used, *listed)):
        both = sorted((pair.name, pair.other), key=lambda name: (folded(name) in known, used.get(name, 0)))
        if folded(both[0]) in known or not names.same(both[0]).isdisjoint(names.same(both[1])):
            continue
        yield Proposal(both[0], both[1], pair.reason, folded(both[1]) in known)


def own(names: Names) -> set[str]:
    """The names that the list of names speaks of."""
    rows = [one for found in names.known.values() for one in found]
    return {folded(name) for one in rows for name in (one.name, one.current_name)}

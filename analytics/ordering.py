"""The views in the order of what they read, found from the names that they mention."""

import re
from collections.abc import Collection, Mapping
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from analytics.rules import findings_view

FOLDER = Path(__file__).with_name("views")


@cache
def ordered_views() -> tuple[tuple[str, str], ...]:
    """Every view as (name, sql), each after those that it reads."""
    sources = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.sql"))}
    return order(sources | {"finding": findings_view()})


def order(sources: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Sort views by dependency, the same way in every process. Raises graphlib.CycleError where two read each other."""
    graph = {name: sorted(read_names(sql) & sources.keys() - {name}) for name, sql in sources.items()}
    return tuple((name, sources[name]) for name in TopologicalSorter(graph).static_order())


def needed(views: tuple[tuple[str, str], ...], wanted: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Of ordered views those in `wanted` and those that they are built from."""
    sources, names = dict(views), set(wanted)
    for name, sql in reversed(views):
        if name in names:
            names |= read_names(sql) & sources.keys()
    return tuple(view for view in views if view[0] in names)


def dependents(views: tuple[tuple[str, str], ...], table: str) -> tuple[tuple[str, str], ...]:
    """Of ordered views those that are built on `table`, directly or not, each after those that it reads."""
    names = {table}
    for name, sql in views:
        if read_names(sql) & names:
            names.add(name)
    return tuple(view for view in views if view[0] in names - {table})


def is_live(sql: str) -> bool:
    """Whether a view is computed whenever it is read, and kept nowhere: its head says `-- live: why`."""
    return "\n-- live: " in sql


def read_names(sql: str) -> set[str]:
    """The tables and views that a statement reads from."""
    code = re.sub(r"--[^\n]*", "", sql)
    return set(re.findall(r"\b(?:from|join)\s+([a-z][a-z0-9_]*)\b(?!\.)", code))

"""What each route of the application is open to: routes.csv. A route that stands not in it is closed.

The access of a route is open, signed_in, closed, or the actions of the table of rights of which one is needed.
"""

import csv
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from starlette.routing import BaseRoute, Match
from starlette.types import Scope

TABLE = Path(__file__).with_name("routes.csv")
OPEN, SIGNED_IN, CLOSED = "open", "signed_in", "closed"


@lru_cache(maxsize=1)
def access_table() -> dict[str, str]:
    """Route → access, as the table says."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["route"]: row["access"] for row in csv.DictReader(file)}


def access_of(path: str) -> str:
    return access_table().get(path, CLOSED)


def route_of(routes: Iterable[BaseRoute], scope: Scope) -> str | None:
    """The path of the route that will answer, chosen as Starlette's router chooses; None when none will."""
    partial = None
    for route in routes:
        match, _ = route.matches(scope)
        if match is Match.FULL:
            return str(getattr(route, "path", None))
        if match is Match.PARTIAL and partial is None:
            partial = str(getattr(route, "path", None))
    return partial

"""What if another scheme, or other numbers, were in force: two sessions compared, nothing stored.

In an address a what-if is one text: "strict", "own,agreed_from_rate:0.85", "strict,agreed_from_rate:0.85".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import duckdb

from analytics.schemes.choice import choose
from analytics.session import open_session
from data.store import Generation

OWN = "own"  # each form by its own scheme
LONGEST = 1000  # characters of an address that are looked at


@dataclass(frozen=True, slots=True)
class WhatIf:
    """`scheme` for all forms, None for each form's own; `changes` are parameters with their values as written."""

    scheme: str | None = None
    changes: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return ",".join((self.scheme or OWN, *(f"{name}:{value}" for name, value in self.changes)))


def parse_what_if(text: str) -> WhatIf:
    """The what-if that an address asks for, not yet checked."""
    items = [item.strip() for item in text[:LONGEST].split(",") if item.strip()]
    changes = {item.partition(":")[0]: item.partition(":")[2] for item in items if ":" in item}
    schemes = [item for item in items if ":" not in item and item != OWN]
    return WhatIf(schemes[0] if schemes else None, tuple(sorted(changes.items())))


def read_what_if(text: str) -> WhatIf:
    """The what-if that an address asks for. Raises UnknownScheme and ImpossibleScheme."""
    asked = parse_what_if(text)
    choose(asked.scheme, dict(asked.changes))
    return asked


def open_what_if(generation: Generation, what_if: WhatIf, department: str | None = None) -> duckdb.DuckDBPyConnection:
    """The published facts under the what-if, or those of one department. Raises UnknownScheme and ImpossibleScheme."""
    return open_session(generation, what_if.scheme, dict(what_if.changes), department)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rows of `view` in two sessions, joined by `keys`; only those where one of `compared` differs.

    `compared` is pairs of a column and the name that its value has under the what-if. `change` is the column whose
    difference is given, and its name: what-if less now.
    """

    view: str
    keys: tuple[str, ...]
    carried: tuple[str, ...]
    compared: tuple[tuple[str, str], ...]
    change: tuple[str, str]

    @property
    def columns(self) -> tuple[str, ...]:
        both = (name for pair in self.compared for name in pair)
        return (*self.carried, *both, self.change[1])


COMPARISONS: Mapping[str, Comparison] = MappingProxyType(
    {
        "lines": Comparison(
            "recomputed_indicator",
            ("evaluation", "n"),
            ("name", "project", "department", "target", "actual", "points", "filed_score", "evaluation", "n"),
            (
                ("recomputed_score", "what_if_score"),
                ("low_score", "what_if_low_score"),
                ("high_score", "what_if_high_score"),
                ("verdict", "what_if_verdict"),
            ),
            ("recomputed_score", "score_change"),
        ),
        "forms": Comparison(
            "project_summary",
            ("evaluation",),
            ("project", "department", "filed_score_100", "evaluation"),
            (("recomputed_score_100", "what_if_score_100"), ("grade", "what_if_grade")),
            ("recomputed_score_100", "score_100_change"),
        ),
        "departments": Comparison(
            "lagging_department",
            ("department",),
            ("department", "projects"),
            (("lag_rank", "what_if_lag_rank"), ("lag_index", "what_if_lag_index"), ("lags", "what_if_lags")),
            ("lag_rank", "rank_change"),
        ),
        "findings": Comparison(
            "finding_count",
            ("rule",),
            ("rule", "severity"),
            (("hits", "what_if_hits"),),
            ("hits", "hits_change"),
        ),
    }
)


def compare(
    comparison: Comparison, now: duckdb.DuckDBPyConnection, then: duckdb.DuckDBPyConnection, year: int | None
) -> tuple[tuple[Any, ...], ...]:
    """Rows of `comparison.columns` for one year (None: forms without a year), the greatest change first."""
    before, after = (_rows(comparison, session, year) for session in (now, then))
    rows = [_row(comparison, before[key], after[key]) for key in before if before[key][1] != after[key][1]]
    return tuple(sorted(rows, key=lambda row: (-abs(row[-1] or Decimal(0)), str(row))))


Values = tuple[Any, ...]


def _rows(
    comparison: Comparison, session: duckdb.DuckDBPyConnection, year: int | None
) -> dict[Values, tuple[Values, Values]]:
    """For each key the carried and the compared values."""
    groups = (comparison.keys, comparison.carried, tuple(now for now, _ in comparison.compared))
    names = ", ".join(name for group in groups for name in group)
    sql = f"select {names} from {comparison.view} where year is not distinct from ?"
    found = session.cursor().execute(sql, [year]).fetchall()
    first, second = len(groups[0]), len(groups[0]) + len(groups[1])
    return {row[:first]: (row[first:second], row[second:]) for row in found}


def _row(comparison: Comparison, before: tuple[Values, Values], after: tuple[Values, Values]) -> Values:
    at = [now for now, _ in comparison.compared].index(comparison.change[0])
    old, new = before[1][at], after[1][at]
    both = (value for pair in zip(before[1], after[1], strict=True) for value in pair)
    return (*before[0], *both, None if old is None or new is None else new - old)

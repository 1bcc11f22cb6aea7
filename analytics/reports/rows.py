"""Rows of a view for a report. Names come from the code, values are always bound."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import duckdb


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one view; each has one value per name in `columns`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def pick(self, *names: str) -> Iterator[tuple[Any, ...]]:
        places = [self.columns.index(name) for name in names]
        return (tuple(row[at] for at in places) for row in self.rows)

    def value(self, name: str) -> Any:
        """The value in the first row, None without one."""
        return self.rows[0][self.columns.index(name)] if self.rows else None

    def column(self, name: str) -> tuple[Any, ...]:
        return tuple(row[0] for row in self.pick(name))

    def equal(self, name: str, value: object) -> "Rows":
        at = self.columns.index(name)
        return Rows(self.columns, tuple(row for row in self.rows if row[at] == value))

    def below(self, name: str, bound: Decimal) -> "Rows":
        """Rows with a figure below the bound; blanks are not below."""
        at = self.columns.index(name)
        return Rows(self.columns, tuple(row for row in self.rows if row[at] is not None and row[at] < bound))

    def above(self, name: str, bound: Decimal) -> "Rows":
        at = self.columns.index(name)
        return Rows(self.columns, tuple(row for row in self.rows if row[at] is not None and row[at] > bound))

    def down(self, name: str) -> "Rows":
        """In order of the figure, most first, blanks last; rows with the same figure stay as they stand."""
        at = self.columns.index(name)
        filled = sorted((row for row in self.rows if row[at] is not None), key=lambda row: row[at], reverse=True)
        return Rows(self.columns, (*filled, *(row for row in self.rows if row[at] is None)))

    def only(self, *names: str) -> "Rows":
        """These columns alone, in this order; those that the view lacks are left out."""
        kept = tuple(name for name in names if name in self.columns)
        return Rows(kept, tuple(self.pick(*kept)))

    def head(self, n: int) -> "Rows":
        return Rows(self.columns, self.rows[:n])

    def total(self, name: str) -> Decimal:
        """The sum, blanks left out."""
        return sum((Decimal(value) for value in self.column(name) if value is not None), Decimal(0))


def rows_of(connection: duckdb.DuckDBPyConnection, view: str, evaluation: int) -> Rows:
    """The rows of one form."""
    found = connection.cursor().execute(f"select * from {view} where evaluation = ?", [evaluation])
    return Rows(tuple(str(one[0]) for one in found.description), tuple(found.fetchall()))


def fetch_rows(
    connection: duckdb.DuckDBPyConnection,
    view: str,
    order: str = "all",
    year: int | None = None,
    department: str | None = None,
    whole: bool = True,
) -> Rows:
    """Rows of `view`; of that year unless None. `whole` takes all departments, else `department` (None: not filled).

    Without an `order` they come as the view gives them, which is how the pages take them.
    """
    terms: list[str] = [] if year is None else ["year = ?"]
    values: list[object] = [] if year is None else [year]
    if not whole:
        terms, values = [*terms, "department is not distinct from ?"], [*values, department]
    where = f" where {' and '.join(terms)}" if terms else ""
    ordered = f" order by {order}" if order else ""
    found = connection.cursor().execute(f"select * from {view}{where}{ordered}", values)
    return Rows(tuple(str(one[0]) for one in found.description), tuple(found.fetchall()))

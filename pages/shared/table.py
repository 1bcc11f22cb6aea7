"""Rows of one view, as fetched: names of columns and tuples of values. Figures stay Decimal, blanks stay None."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` of the view `view`; each row has one value per name in `columns`."""

    view: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def fingerprint(self) -> str:
        """What its rows are known by, for tables that do not come from the generation shown alone."""
        return hashlib.sha256(repr((self.columns, self.rows)).encode("utf-8", "backslashreplace")).hexdigest()[:12]

    def column(self, name: str) -> tuple[Any, ...]:
        """All values of one column."""
        at = self.columns.index(name)
        return tuple(row[at] for row in self.rows)

    def pick(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """For each row, the values of `names` in that order."""
        places = [self.columns.index(name) for name in names]
        return (tuple(row[at] for at in places) for row in self.rows)

    def value(self, name: str) -> Any:
        """The value of `name` in the first row; None when there is no row."""
        return self.rows[0][self.columns.index(name)] if self.rows else None

    def only(self, *names: str) -> "Table":
        """The same rows with these columns alone, in this order; names that the view lacks are left out."""
        kept = tuple(name for name in names if name in self.columns)
        return Table(self.view, kept, tuple(self.pick(*kept)))

    def where(self, name: str, test: Callable[[Any], bool]) -> "Table":
        """The rows whose value of `name` passes `test`."""
        at = self.columns.index(name)
        return Table(self.view, self.columns, tuple(row for row in self.rows if test(row[at])))

    def narrowed(self, **wanted: object) -> "Table":
        """The rows that agree with every value given; a value of None asks for nothing."""
        asked = {name: value for name, value in wanted.items() if value is not None}
        table = self
        for name, value in asked.items():
            table = table.where(name, value.__eq__)
        return table

    def known(self, name: str) -> "Table":
        """The rows in which `name` is filled in."""
        return self.where(name, lambda value: value is not None)

    def by(self, name: str, *, down: bool = True) -> "Table":
        """The rows in order of `name`, blanks last."""
        at = self.columns.index(name)
        filled = sorted((row for row in self.rows if row[at] is not None), key=lambda row: row[at], reverse=down)
        blank = [row for row in self.rows if row[at] is None]
        return Table(self.view, self.columns, (*filled, *blank))

    def each(self) -> Iterator["Table"]:
        """Every row as a table of its own."""
        return (Table(self.view, self.columns, (row,)) for row in self.rows)

    def head(self, n: int) -> "Table":
        """The first `n` rows."""
        return Table(self.view, self.columns, self.rows[:n])

    def total(self, name: str) -> Decimal:
        """The sum of `name`, blanks left out."""
        return sum((Decimal(value) for value in self.column(name) if value is not None), Decimal(0))

"""Rows of the two tables that a bureau keeps, and the rows of its files that cannot be understood."""

from dataclasses import dataclass, field
from typing import Any

from data.texts import translate


@dataclass(frozen=True, slots=True)
class DepartmentName:
    """A form of a year from `from_year` to `to_year` that was filed under `name` counts for `current_name`.

    Both years belong to it; None: since ever, to this day.
    """

    name: str
    current_name: str
    from_year: int | None = None
    to_year: int | None = None

    def holds_in(self, year: int | None) -> bool:
        """A form that does not say its year is only renamed where the year does not matter."""
        if year is None:
            return self.from_year is None and self.to_year is None
        return (self.from_year is None or year >= self.from_year) and (self.to_year is None or year <= self.to_year)


@dataclass(frozen=True, slots=True)
class ExpectedFiling:
    """One form that the task list asks for. `unit` None: whichever unit of the department files it."""

    year: int
    department: str
    unit: str | None
    project: str


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be kept: its place in the file and, as a marked text with operands, why."""

    place: str
    reason: str
    operands: dict[str, Any] = field(default_factory=dict)

    def sentence(self, language: str) -> str:
        return translate(self.reason, language, **self.operands)

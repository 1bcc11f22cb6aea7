"""A scoring scheme as a record. Points are of 100, rates 0-1; every number says what it stands on."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Basis = Literal["source", "assumption"]


@dataclass(frozen=True, slots=True)
class Recognition:
    """How a form is known to follow this scheme by itself: its county and year, or a phrase that it prints."""

    counties: tuple[str, ...]
    year_from: int
    year_to: int
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number (or word) of a scheme. `basis` says whether it was read in a source or assumed."""

    name: str
    value: Decimal | bool | str
    basis: Basis
    reference: str


@dataclass(frozen=True, slots=True)
class Cap:
    """The total, of 100, is at most `total_at_most` where less than `execution_below_rate` of the money was spent."""

    execution_below_rate: Decimal
    total_at_most: Decimal
    basis: Basis
    reference: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """One toml of this folder. `default` marks the scheme of the forms that no other one recognises."""

    scheme: str
    title_zh: str
    title_en: str
    valid_from: int
    reference: str
    default: bool
    recognised: Recognition
    parameters: tuple[Parameter, ...]
    caps: tuple[Cap, ...]

    @property
    def followed(self) -> bool:
        """Whether forms may follow it by themselves; else it can only be chosen."""
        return self.default or bool(self.recognised.counties or self.recognised.phrases)

    def value(self, name: str) -> Decimal | bool | str:
        return next(parameter.value for parameter in self.parameters if parameter.name == name)

    def number(self, name: str) -> Decimal:
        """The value of a parameter that is a figure."""
        value = self.value(name)
        assert isinstance(value, Decimal)
        return value

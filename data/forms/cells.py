"""Cells read as figures, each noted in the ledger: as read, as blank, or as an issue."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from data.documents import Cell
from data.forms.amounts import is_blank, money_wan, points, rate
from data.forms.ledger import Ledger

Found = TypeVar("Found")
Printed = tuple[Decimal | None, Decimal | None]  # a figure and one unit of its last decimal


@dataclass(frozen=True, slots=True)
class Figures:
    """Reads the figures of one form. A missing cell and a crossed-out one are None, never 0."""

    ledger: Ledger
    wan_per_unit: Decimal

    def money(self, cell: Cell | None) -> Decimal | None:
        return None if cell is None or self.blank(cell) else self.kept(cell, money_wan(cell.text, self.wan_per_unit))

    def points(self, cell: Cell | None) -> Printed:
        found = None if cell is None or self.blank(cell) else self.kept(cell, points(cell.text))
        return found or (None, None)

    def rate(self, cell: Cell | None, expected: Decimal | None) -> Printed:
        """`expected` is executed ÷ budget, where both are known."""
        found = None if cell is None or self.blank(cell) else self.kept(cell, rate(cell.text, expected))
        if found is None:
            return None, None
        if cell is not None and not found[2]:
            self.ledger.issue("rate_doubtful", cell)
        return found[:2]

    def blank(self, cell: Cell) -> bool:
        if cell.text and is_blank(cell.text):
            self.ledger.read(cell)
        return is_blank(cell.text)

    def kept(self, cell: Cell, found: Found | None) -> Found | None:
        if found is None:
            self.ledger.issue("unreadable_figure", cell)
        else:
            self.ledger.read(cell)
        return found

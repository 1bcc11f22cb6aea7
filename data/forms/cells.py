"""Cells read as figures, each noted in the ledger: as read, as blank, or as an issue."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from data.documents import Cell
from data.forms.amounts import is_blank, money_wan, names_unit, points, rate
from data.forms.ledger import Ledger

Found = TypeVar("Found")
WAN = Decimal(1)  # 万元, where a form names no unit
# A project of a county that costs more was counted in 元, or else says in what it was counted.
UNLIKELY_WAN = Decimal(50_000)
Printed = tuple[Decimal | None, Decimal | None]  # a figure and one unit of its last decimal


@dataclass(frozen=True, slots=True)
class Figures:
    """Reads the figures of one form. A missing cell and a crossed-out one are None, never 0.

    `wan_per_unit` is None where the form names no unit of its money.
    """

    ledger: Ledger
    wan_per_unit: Decimal | None

    def money(self, cell: Cell | None) -> Decimal | None:
        if cell is None or self.blank(cell):
            return None
        found = self.kept(cell, money_wan(cell.text, WAN if self.wan_per_unit is None else self.wan_per_unit))
        if self.wan_per_unit is None and found is not None and found >= UNLIKELY_WAN and not names_unit(cell.text):
            self.ledger.issue("money_unit_missing", cell)
        return found

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

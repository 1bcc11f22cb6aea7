"""What reaches over several lines: a reason drawn around them, a name that the page cut in two."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from data.documents import Cell
from data.forms.folding import is_dash, tidy
from data.forms.ledger import Ledger
from data.records import Indicator

Cells = Mapping[str, Cell]
TARGET = ("direction", "operator", "target", "unit")
CUT = frozenset({"name", "reason"})  # what a second row may go on with


@dataclass(slots=True)
class Spans:
    """The state while the lines are read from top to bottom."""

    ledger: Ledger
    reason: Cell | None = None
    target: Cells = field(default_factory=dict)
    points: tuple[int, Cell] | None = None  # the line (from 0) and its points, drawn around further rows

    def reason_of(self, cells: Cells, row: int) -> Cell | None:
        """The line's own reason, else the one above whose cell is drawn around this line too."""
        own = cells.get("reason")
        if own is not None:
            self.reason = own
            return own
        above = self.reason
        return above if above is not None and row < above.row + above.row_span else None

    def with_target(self, cells: dict[str, Cell], row: int) -> dict[str, Cell]:
        """The line with the target above, where that cell is drawn around this line too and it has none of its own."""
        above = self.target.get("target")
        if "target" in cells or above is None or "name" not in cells or row >= above.row + above.row_span:
            self.target = {role: cells[role] for role in TARGET if role in cells} or self.target
            return cells
        reaching = {role: cell for role, cell in self.target.items() if row < cell.row + cell.row_span}
        return reaching | cells

    def sharing(self, cells: Cells, row: int, n: int) -> int | None:
        """The line (from 0) whose points are drawn around this one too, so that neither alone earns them."""
        own = cells.get("points")
        if own is not None:
            self.points = (n, own) if own.row_span > 1 else None
        if own is not None or self.points is None:
            return None
        first, cell = self.points
        if row >= cell.row + cell.row_span:
            return None
        self.ledger.issue("points_shared", cell)
        return first

    def joined(self, before: Indicator | None, last_row: int | None, cells: Cells, row: int) -> Indicator | None:
        """The line before with the rest of its name, where this row right below holds nothing else; None otherwise."""
        name = cells.get("name")
        if before is None or before.name is None or name is None or last_row != row - 1 or not set(cells) <= CUT:
            return None
        if is_dash(name.text) or is_cell_of_its_own(name):
            return None
        self.ledger.issue("name_continued", name)
        self.ledger.read(*cells.values())
        more = cells.get("reason")
        reason = before.reason if more is None else tidy((before.reason or "") + more.text)
        return replace(before, name=tidy(before.name + name.text), reason=reason)


def unscored(indicator: Indicator) -> Indicator:
    """The points belong to several lines: what one of them reached settles no score."""
    return replace(indicator, actual_value=replace(indicator.actual_value, kind="doubtful", family=None))


def is_cell_of_its_own(name: Cell) -> bool:
    """Drawn over several rows, or numbered: no rest of a name."""
    return name.row_span > 1 or name.text.lstrip().startswith(("指标", "★", "☆"))

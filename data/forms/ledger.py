"""The ledger of one form's cells: each filled cell is a record, a label or an issue, and nothing is lost."""

from collections.abc import Iterable

from data.documents import Cell
from data.records import Issue

LONGEST_DETAIL = 80


class Ledger:
    """Counts what was read, honestly: whatever nobody claims becomes an issue in the end."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        self.cells = tuple(cells)
        self.accounted: set[tuple[int, int]] = set()
        self.named: set[tuple[int, int]] = set()
        self.issues: list[Issue] = []

    def read(self, *cells: Cell | None) -> None:
        """These cells became part of a record, or are labels."""
        self.accounted.update((cell.row, cell.column) for cell in cells if cell is not None)

    def issue(self, code: str, cell: Cell, detail: str | None = None) -> None:
        """A doubt about a cell that was read, or the reason why it was not."""
        self.named.add((cell.row, cell.column))
        self.issues.append(Issue(code, cell.place, (cell.text if detail is None else detail)[:LONGEST_DETAIL]))

    def leave(self, cell: Cell) -> None:
        """No record keeps this cell: said once, however many labels it holds."""
        if (cell.row, cell.column) not in self.named:
            self.issue("not_recorded", cell)

    def is_read(self, cell: Cell) -> bool:
        return (cell.row, cell.column) in self.accounted

    def is_settled(self, cell: Cell) -> bool:
        """Read, or said to be left out."""
        return self.is_read(cell) or (cell.row, cell.column) in self.named

    def closed(self) -> tuple[Issue, ...]:
        """All issues, with one for every cell that was read with doubt and for every cell that was left."""
        for cell in self.cells:
            if cell.doubt:
                self.issue(cell.doubt, cell)
            key = (cell.row, cell.column)
            if key not in self.accounted and key not in self.named:
                self.issue("unread_cell" if cell.text else "formula_without_value", cell)
        return tuple(self.issues)

    @property
    def accounted_cells(self) -> int:
        return len(self.accounted)

"""Documents that flow, Word and web pages: paragraphs and tables under one another, as the rows of one table.

A paragraph is a row of one cell, so that a title or a year above a table is found where a sheet has it. A table
inside a cell follows the row that it stands in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from data.documents import Cell, Table
from data.readers.limits import CELLS

MOST_SPAN = 16_384  # columns of the widest sheet there is


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of text outside of any table."""

    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """One cell of a grid; `grids` are the tables inside it."""

    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    grids: tuple["Grid", ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: its rows, each a sequence of boxes from left to right."""

    rows: tuple[tuple[Box, ...], ...]


Block = Paragraph | Grid


class Flow:
    """Lays blocks under one another. Places read "第2段" and "表1第3行第2列"."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.cells: list[Cell] = []
        self.row = 0

    def table(self, blocks: Sequence[Block]) -> Table:
        """All blocks as one table without a name. Raises LimitPassed."""
        paragraphs = grids = 0
        for block in blocks:
            if isinstance(block, Grid):
                grids += 1
                self.lay(block, f"表{grids}")
            else:
                paragraphs += 1
                self.add(Cell(self.row, 0, block.text, f"第{paragraphs}段"))
                self.row += 1
        return Table("", tuple(sorted(self.cells, key=lambda cell: (cell.row, cell.column))))

    def lay(self, grid: Grid, place: str) -> None:
        laid: list[tuple[int, Box, str]] = []
        starts: list[int] = []
        for row, boxes in enumerate(grid.rows, 1):
            starts.append(self.row)
            laid += [(row - 1, box, f"{place}第{row}行第{box.column + 1}列") for box in boxes]
            self.row += 1
            self.lay_inner(boxes, f"{place}第{row}行")
        for index, box, where in laid:
            # A table inside a cell moves the rows below it down, and with them the end of what spans them.
            last = starts[min(index + box.row_span, len(starts)) - 1]
            span = last - starts[index] + 1
            self.add(Cell(starts[index], box.column, box.text, where, span, min(box.column_span, MOST_SPAN)))

    def lay_inner(self, boxes: Sequence[Box], place: str) -> None:
        for box in boxes:
            for number, inner in enumerate(box.grids, 1):
                self.lay(inner, f"{place}第{box.column + 1}列内表{number}")

    def add(self, cell: Cell) -> None:
        if cell.text:
            self.cells.append(cell)
            CELLS.check(self.name, len(self.cells))

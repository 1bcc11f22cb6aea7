"""Ruled pages made into one table: cells between lines, and lines of text outside of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from data.documents import Cell

CLOSE = 6.0  # points: edges nearer than this are one, no column is that narrow

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(slots=True)
class Ruled:
    """One ruled table of a page, with the text of each of its filled cells. Lengths in points.

    `doubts` are codes of issues, of cells whose text may be another.
    """

    page: int
    number: int
    cells: list[Box]
    texts: dict[Box, str] = field(default_factory=dict)
    doubts: dict[Box, str] = field(default_factory=dict)

    @property
    def edges(self) -> list[float]:
        return [edge for left, _, right, _ in self.cells for edge in (left, right)]

    @property
    def top(self) -> float:
        return min(cell[1] for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text outside of the tables."""

    page: int
    top: float
    text: str
    doubt: str = ""


def texts_of(part: Line | Ruled) -> Iterable[str]:
    return (part.text,) if isinstance(part, Line) else part.texts.values()


def cells_of(parts: Sequence[Line | Ruled]) -> Iterator[Cell]:
    """Everything under one another. Tables that are equally wide share their columns: one may run over pages."""
    columns = shared_columns([part for part in parts if isinstance(part, Ruled)])
    row = 0
    lines: dict[int, int] = {}
    for part in parts:
        if isinstance(part, Line):
            lines[part.page] = lines.get(part.page, 0) + 1
            yield Cell(row, 0, part.text.strip(), f"第{part.page}页第{lines[part.page]}行", doubt=part.doubt)
            row += 1
        else:
            tops = clusters([edge for _, top, _, bottom in part.cells for edge in (top, bottom)])
            yield from table_cells(part, row, tops, columns[width_of(part)])
            row += max(len(tops) - 1, 1)


def table_cells(table: Ruled, row: int, tops: list[float], lefts: list[float]) -> Iterator[Cell]:
    found = []
    for box, text in table.texts.items():
        top, left = nearest(tops, box[1]), nearest(lefts, box[0])
        height, width = nearest(tops, box[3]) - top, nearest(lefts, box[2]) - left
        place = f"第{table.page}页表{table.number}第{top + 1}行第{left + 1}列"
        doubt = table.doubts.get(box, "")
        if text or doubt:
            found.append(Cell(row + top, left, text, place, max(height, 1), max(width, 1), doubt))
    yield from sorted(found, key=lambda cell: (cell.row, cell.column))


def width_of(table: Ruled) -> tuple[int, int]:
    edges = table.edges
    return round(min(edges) / CLOSE), round(max(edges) / CLOSE)


def shared_columns(tables: Sequence[Ruled]) -> dict[tuple[int, int], list[float]]:
    edges: dict[tuple[int, int], list[float]] = {}
    for table in tables:
        edges.setdefault(width_of(table), []).extend(table.edges)
    return {width: clusters(found) for width, found in edges.items()}


def clusters(edges: Sequence[float]) -> list[float]:
    """The edges from left to right, those that lie close together as one."""
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > CLOSE:
            found.append(edge)
    return found


def nearest(edges: Sequence[float], edge: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - edge))

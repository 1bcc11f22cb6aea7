"""Choose the one layout that claims a form: by its header, or by how well its column order reads the lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from data.forms.align import FIGURES, Reading, read_row
from data.forms.content import told_by_content, told_by_heading
from data.forms.folding import fold
from data.forms.headers import OTHER, Column, bind_indicators, default_columns, is_block_label
from data.forms.joined import JOINED
from data.forms.layouts import Layout, layouts
from data.forms.region import Row

UNLISTED = "unlisted"
LINES_TRIED = 60
CLOSE = 1.0  # two layouts that read a whole block at nearly the same cost


@dataclass(frozen=True, slots=True)
class Choice:
    """The layouts that claim a form (one, none or several) and the columns of its lines."""

    claims: tuple[Layout, ...]
    columns: tuple[Column, ...]


def by_title(choice: Choice, title: str) -> Choice:
    """A form whose title says that it is of another kind is of that kind, whoever else claims its columns."""
    titled = tuple(layout for layout in layouts() if layout.is_titled(title))
    others = tuple(layout for layout in choice.claims if not layout.titles)
    return Choice(titled or others, choice.columns)


def by_header(header: Sequence[Row], lines: Sequence[Row]) -> Choice:
    """The layouts whose words and order of columns the header shows, with its columns over these lines."""
    columns = told_by_heading(told_by_content(bind_indicators(header), lines), header)
    roles = tuple(
        role for column in columns if column.role != OTHER for role in JOINED.get(column.role, (column.role,))
    )
    words = frozenset(fold(cell.text) for row in header for cell in row)
    return Choice(tuple(layout for layout in layouts() if layout.claims(roles, words)), columns)


def by_lines(rows: Sequence[Row]) -> Choice:
    """The layout whose order of columns reads lines without a header at the least cost."""
    lines = [tuple(cell for cell in row if not is_block_label(cell)) for row in rows]
    lines = [line for line in lines if line][:LINES_TRIED]
    tried: list[Attempt] = []
    for layout in layouts():
        if not layout.titles:
            most = min((cost for cost, *_ in tried), default=inf) + CLOSE
            tried += attempt(layout, lines, most)
    tried.sort(key=lambda found: found[0])
    cost, best, columns, figures = tried[0]
    rivals = [layout for other, layout, _, read in tried[1:] if other - cost < CLOSE and read != figures]
    return Choice((best, *rivals), columns)


Attempt = tuple[float, Layout, tuple[Column, ...], list[tuple[str | None, ...]]]


def attempt(layout: Layout, lines: Sequence[Row], most: float) -> list[Attempt]:
    """The lines read in the order of a layout; [] where that costs `most`, so that it is neither best nor a rival."""
    columns = default_columns(layout.columns, columns_in_use(lines))
    cost, figures = 0.0, []
    for line in lines:
        reading = read_row(line, columns)
        cost += reading.cost
        if cost >= most:
            return []
        figures.append(figures_of(reading))
    return [(cost, layout, columns, figures)]


def figures_of(reading: Reading) -> tuple[str | None, ...]:
    return tuple(role if role in FIGURES else None for role in reading.roles)


def columns_in_use(lines: Sequence[Row]) -> list[int]:
    """Where cells begin. Cells that span columns leave gaps that are no columns; without them every column counts."""
    starts = sorted({cell.column for line in lines for cell in line})
    if not starts or any(cell.column_span > 1 for line in lines for cell in line):
        return starts
    return list(range(starts[0], starts[-1] + 1))

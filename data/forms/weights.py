"""Points written as shares, 10% or 0.1 of the whole, as points of 100."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from data.documents import Cell
from data.forms.amounts import figure, folded
from data.forms.headers import Column
from data.forms.region import Row

WHOLE = Decimal(1)
FEWEST = 2
LEAST, MOST = Decimal("0.75"), Decimal("1.01")


def share_cells(rows: Sequence[Row], columns: Sequence[Column]) -> dict[tuple[int, int], Cell]:
    """The cells under 分值 or 权重 that hold shares, by row and column, as points; {} where the form counts points.

    Figures with % are shares wherever they are most of the column. Bare figures are shares where they add up to about
    1 and some score is above 1.
    """
    column = next((column for column in columns if column.role == "points"), None)
    if column is None:
        return {}
    cells = under(rows, column)
    shares = {(cell.row, cell.column): share for cell in cells if (share := percent(cell.text)) is not None}
    if len(shares) < max(FEWEST, len(cells) / 2):
        shares = fractions(cells) if any_above_one(rows, columns) else {}
    return {
        (cell.row, cell.column): Cell(
            cell.row,
            cell.column,
            f"{shares[cell.row, cell.column] * 100:f}",
            cell.place,
            cell.row_span,
            cell.column_span,
        )
        for cell in cells
        if (cell.row, cell.column) in shares
    }


def under(rows: Iterable[Row], column: Column) -> list[Cell]:
    return [cell for row in rows for cell in row if column.start <= cell.column <= column.end and cell.text]


def percent(text: str) -> Decimal | None:
    plain = folded(text)
    found = figure(plain.removesuffix("%")) if plain.endswith("%") else None
    return None if found is None else found[0].scaleb(-2)


def fractions(cells: Sequence[Cell]) -> dict[tuple[int, int], Decimal]:
    """Bare figures of at most 1 that add up to about 1 (execution may hold the rest), the total 1 set aside."""
    found = {(cell.row, cell.column): number[0] for cell in cells if (number := figure(folded(cell.text))) is not None}
    parts = [number for number in found.values() if number < WHOLE]
    if len(parts) < FEWEST or any(number > WHOLE for number in found.values()):
        return {}
    return found if LEAST <= sum(parts) <= MOST else {}


def any_above_one(rows: Sequence[Row], columns: Sequence[Column]) -> bool:
    scores = (cell for column in columns if column.role == "score" for cell in under(rows, column))
    return any((number := figure(folded(cell.text))) is not None and number[0] > WHOLE for cell in scores)


def as_points(row: Row, shares: dict[tuple[int, int], Cell]) -> Row:
    return tuple(shares.get((cell.row, cell.column), cell) for cell in row) if shares else row

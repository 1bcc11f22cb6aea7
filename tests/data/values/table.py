"""Text tables of readings: one way of writing a value per line, cells between bars."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).parent
BAR = re.compile(r"(?<=\s)\|(?=\s|$)")  # the bars inside a value (≥|95|%) stand without spaces


def rows(name: str, columns: int) -> list[tuple[str, ...]]:
    """Give the cells of each line of a table, without its comments."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    cells = [tuple(cell.strip() for cell in BAR.split(line)) for line in lines if line and not line.startswith("#")]
    return [(*row, *[""] * (columns - len(row))) for row in cells]


def written(part: Decimal | date | str | None) -> str:
    """Write a bound as the tables do: 23, 28.272, 2022-12-31, nothing where it is open."""
    if not isinstance(part, Decimal):
        return "" if part is None else str(part)
    text = f"{part:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text

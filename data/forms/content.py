"""Columns whose heading names no role that is kept, known by what stands in them."""

from collections.abc import Sequence
from dataclasses import replace

from data.forms.align import stands_under
from data.forms.fit import kind_of
from data.forms.headers import OTHER, Column
from data.forms.region import Row

LEVELS = ("level2", "level1")
FEWEST = 3
MOST_OTHERS = 0.25


def with_levels(columns: tuple[Column, ...], rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns of a header, a level found by its words where no heading says it: 指标类型 over 数量指标."""
    for role in LEVELS:
        if all(column.role != role for column in columns):
            holding = next((column for column in columns if column.role == OTHER and holds(column, role, rows)), None)
            columns = tuple(replace(column, role=role) if column is holding else column for column in columns)
    return columns


def holds(column: Column, role: str, rows: Sequence[Row]) -> bool:
    kinds = [kind_of(cell.text) for row in rows for cell in row if cell.text and stands_under(cell, column)]
    fitting = [kind for kind in kinds if kind in (role, "level")]
    return len(fitting) >= FEWEST and len(kinds) - len(fitting) <= MOST_OTHERS * len(kinds)

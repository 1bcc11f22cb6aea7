"""Columns whose heading names no role that is kept, known by what stands in them."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from data.forms.align import stands_under
from data.forms.fit import kind_of
from data.forms.headers import OTHER, Column, indicator_role
from data.forms.region import Row

TOLD: Mapping[str, frozenset[str]] = {  # role → kinds of text that tell it
    "level2": frozenset({"level2", "level"}),
    "level1": frozenset({"level1", "level"}),
    "operator": frozenset({"operator"}),
    "unit": frozenset({"measure"}),
}
FEWEST = 3
MOST_OTHERS = 0.25


def told_by_content(columns: tuple[Column, ...], rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns of a header, those added that no heading says: 指标类型 over 数量指标, 条件 over ≥."""
    for role, kinds in TOLD.items():
        if all(column.role != role for column in columns):
            holding = next((column for column in columns if column.role == OTHER and holds(column, kinds, rows)), None)
            columns = tuple(replace(column, role=role) if column is holding else column for column in columns)
    return columns


def told_by_heading(columns: tuple[Column, ...], header: Sequence[Row]) -> tuple[Column, ...]:
    """The columns of a header of two rows: what is left below 年度指标值 is the target."""
    for heading in (cell for row in header[:1] for cell in row if cell.column_span > 1):
        role = indicator_role(heading.text)
        below = [column for column in columns if column.role == OTHER and stands_under(heading, column)]
        if len(below) == 1 and all(column.role != role for column in columns):
            columns = tuple(replace(column, role=role) if column is below[0] else column for column in columns)
    return columns


def holds(column: Column, wanted: Container[str], rows: Sequence[Row]) -> bool:
    kinds = [kind_of(cell.text) for row in rows for cell in row if cell.text and stands_under(cell, column)]
    fitting = [kind for kind in kinds if kind in wanted]
    return len(fitting) >= FEWEST and len(kinds) - len(fitting) <= MOST_OTHERS * len(kinds)

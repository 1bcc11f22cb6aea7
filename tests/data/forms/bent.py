"""The county's forms as grids of text, and the ways in which real forms deviate from the template."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from data.forms import read_forms
from data.readers import read_document
from data.records import Evaluation

SAMPLE = Path(__file__).parents[3] / "data" / "samples" / "yanchi-2022.txt"
Grid = list[list[str]]


def sample() -> Grid:
    return [line.split("\t") for line in SAMPLE.read_text(encoding="utf-8").split("\n")]


def read_grid(grid: Grid) -> tuple[Evaluation, ...]:
    text = "\n".join("\t".join(row) for row in grid)
    return read_forms(read_document("form.txt", text.encode("utf-8")))


def records(forms: tuple[Evaluation, ...]) -> list[Evaluation]:
    """The forms without the places where they were read, their issues and their counts."""
    return [
        replace(
            form,
            place="",
            total_cell=None,
            issues=(),
            filled_cells=0,
            accounted_cells=0,
            layout="",
            funding=tuple(replace(row, cell="") for row in form.funding),
            indicators=tuple(
                replace(each, cell="", target_cell=None, actual_cell=None, score_cell=None) for each in form.indicators
            ),
        )
        for form in forms
    ]


def indicator_rows(grid: Grid) -> list[int]:
    """The rows that hold the county's 29 indicators."""
    return [
        index
        for index, row in enumerate(grid)
        if len(row) > 1 and any(cell.startswith("指标") and cell[2:3].isdigit() for cell in row)
    ]


def changed_rows(grid: Grid, change: Callable[[list[str]], list[str]]) -> Grid:
    """Every row of a table changed; lines of text stay as they are."""
    return [change(row) if len(row) > 1 else row for row in grid]


def shifted(row: list[str], by: int) -> list[str]:
    """The row's cells moved to the right, or to the left over blank cells."""
    if by >= 0:
        return [*[""] * by, *row]
    return row[-by:] if not any(row[:-by]) else row

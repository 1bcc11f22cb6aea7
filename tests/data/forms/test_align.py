"""Rows that slipped, read against the header of the official table.

One row per case: the cells as they stand (· is blank), then what each role must hold.
"""

import pytest

from data.documents import Cell
from data.forms.align import read_row
from data.forms.headers import Column

ROLES = ("level1", "level2", "name", "target", "actual", "points", "score", "method", "reason")
COLUMNS = tuple(Column(role, index, index) for index, role in enumerate(ROLES))
TABLE = """
产出指标(40分) | 数量指标 | 指标1:办文 | ≥12次 | 23次 | 5 | 5 => 产出指标(40分) 数量指标 指标1:办文 ≥12次 23次 5 5
· | 数量指标 | 指标1:办文 | ≥12次 | 23次 | 5 | 5 => - 数量指标 指标1:办文 ≥12次 23次 5 5
· | · | · | 指标1:办文 | ≥12次 | 23次 | 5 | 5 => - - 指标1:办文 ≥12次 23次 5 5
数量指标 | 指标1:办文 | ≥12次 | 23次 | 5 | 5 => - 数量指标 指标1:办文 ≥12次 23次 5 5
· | · | 数量指标 | 指标1:办文 | ≥12次 | 23次 | · | · | 5 | 5 => - 数量指标 指标1:办文 ≥12次 23次 5 5
· | · | 指标1:办文 | ≥12次 | 23次 | · | · | 5 | 5 => - - 指标1:办文 ≥12次 23次 5 5
· | · | 指标1:办文 | · | · | 5 | 5 => - - 指标1:办文 - - 5 5
· | · | · | 指标1:办文 | · | · | 5 | 5 => - - 指标1:办文 - - 5 5
· | · | 指标1:办文 | 100 | 100 | 5 | 5 => - - 指标1:办文 100 100 5 5
· | · | 指标1:办文 | 2000 | 3061 | 10 | 10 => - - 指标1:办文 2000 3061 10 10
· | · | 办文办会 | 按时完成 | 2022年按时完成 | 10 | 8 => - - 办文办会 按时完成 2022年按时完成 10 8
· | 社会效益指标 | 社会效益指标 | 指标1:服务 | · | · | 10 | 10 => 社会效益指标 社会效益指标 指标1:服务 - - 10 10
满意度指标(20分) | 满意度指标 | 满意度 | ≥90% | 95% | 20 | 20 => 满意度指标(20分) 满意度指标 满意度 ≥90% 95% 20 20
· | · | 办文办会 | ≥12次 | — | 5 | — => - - 办文办会 ≥12次 — 5 —
· | · | 办文办会 | ≥12次 | 23次 | 5 => - - 办文办会 ≥12次 23次 5 -
· | · | 办文办会 | ≥12次 | 23次 | · | 5 => - - 办文办会 ≥12次 23次 - 5
"""
CASES = [line.split("=>") for line in TABLE.strip().splitlines()]


def cells(text: str) -> tuple[Cell, ...]:
    parts = [part.strip() for part in text.split("|")]
    return tuple(Cell(0, column, part, "") for column, part in enumerate(parts) if part != "·")


@pytest.mark.parametrize(("row", "expected"), CASES)
def test_each_cell_takes_its_role(row: str, expected: str) -> None:
    found = read_row(cells(row), COLUMNS)
    by_role = {role: cell.text for role, cell in found.cells(cells(row)).items()}
    assert [by_role.get(role, "-") for role in ROLES[:7]] == expected.split()
    assert not found.doubtful


def test_a_well_formed_row_costs_nothing() -> None:
    assert read_row(cells(CASES[0][0]), COLUMNS).cost == 0


def test_two_readings_that_are_close_and_differ_in_a_figure_are_a_doubt() -> None:
    assert read_row(cells("· | · | 办文办会 | · | 5次 | · | · | · | 5"), COLUMNS).doubtful
    narrow = (Column("points", 2, 2), Column("score", 4, 4))
    assert read_row(cells("· | · | · | 5"), narrow).doubtful


def test_a_joined_header_covers_all_its_columns() -> None:
    joined = (Column("name", 0, 2), Column("target", 3, 3), Column("points", 4, 4))
    assert read_row(cells("· | 办文办会 | · | ≥12次 | 5"), joined).roles == ("name", "target", "points")

"""Level 1 and level 2 as they are carried down the form. — stands for a blank cell."""

import pytest

from data.documents import Cell
from data.forms.levels import Carry, Levels, declared_points, label_points, without_points

TABLE = r"""
# what happens | level 1 | level 2 | filed under: level 1 | points | level 2
a level 1 with its points | 产出指标(40分) | 数量指标 | 产出指标 | 40 | 数量指标
a blank level continues | — | — | 产出指标 | 40 | 数量指标
the next level 2 | — | 质 量 | 产出指标 | 40 | 质量指标
level 2 in the column of level 1 | 时效指标 | — | 产出指标 | 40 | 时效指标
a level 2 of another level 1 | — | 社会效益指标 | 效益指标 | 30 | 社会效益指标
and its lines | — | — | 效益指标 | 30 | 社会效益指标
back to what belongs above | — | 成本指标 | 产出指标 | 40 | 成本指标
a new level 1 begins without level 2 | 效益 指标\n(30分) | — | 效益指标 | 30 | —
printed twice | 可持续影响 | 可持续影响指标 | 效益指标 | 30 | 可持续影响指标
the same word on both levels | 满意度指标 | 满意度指标 | 满意度指标 | — | 服务对象满意度指标
level 1 in the column of level 2 | — | 产出 | 产出指标 | 40 | —
cost as a level 1 of its own | 成本指标(20分) | 经济成本 | 成本指标 | 20 | 经济成本指标
cost of its kind stays under it | — | 成本指标 | 成本指标 | 20 | 成本指标
a place's own words | 过程管理(10分) | 制度建设 | 过程管理 | 10 | 制度建设
and what is carried under them | — | 数量指标 | 过程管理 | 10 | 数量指标
"""
LINES = [[part.strip().replace("\\n", "\n") for part in line.split("|")] for line in TABLE.strip().splitlines()[1:]]


def cell(row: int, column: int, text: str, span: int = 1) -> Cell | None:
    return None if text == "—" else Cell(row, column, text, "", span)


def test_levels_are_carried_down() -> None:
    rows = [(row, cell(row, 0, line[1]), cell(row, 1, line[2])) for row, line in enumerate(LINES)]
    carry = Carry(declared_points(rows))
    for (row, level1, level2), line in zip(rows, LINES, strict=True):
        levels = carry.next(row, level1, level2)
        found = [levels.level1, levels.level1_points, levels.level2]
        assert ["—" if each is None else str(each) for each in found] == line[3:], line[0]


def test_a_level_without_any_label_is_unknown() -> None:
    assert Carry().next(0, None, None).level1 is None
    assert Carry().next(0, None, cell(0, 1, "数量指标")).level1 == "产出指标"


def test_a_merged_level2_ends_where_its_cell_ends() -> None:
    carry = Carry()
    carry.next(0, cell(0, 0, "效益指标", 4), cell(0, 1, "社会效益指标", 2))
    assert [carry.next(row, None, None).level2 for row in (1, 2, 3)] == ["社会效益指标", None, None]
    assert carry.next(4, None, None).level1 == "效益指标"


def test_a_merged_level1_holds_its_lines_whatever_their_level2_is_called() -> None:
    carry = Carry()
    carry.next(0, cell(0, 0, "效益指标", 3), cell(0, 1, "社会效益指标"))
    assert carry.next(1, None, cell(1, 1, "满意度指标")) == Levels("效益指标", None, "服务对象满意度指标")
    assert carry.next(3, None, cell(3, 1, "满意度指标")).level1 == "满意度指标"


def test_points_of_level1_in_a_column_of_their_own() -> None:
    carry = Carry()
    first = carry.next(0, cell(0, 0, "产出指标", 2), cell(0, 2, "数量指标"), cell(0, 1, "50", 2))
    assert [first.level1_points, carry.next(1, None, cell(1, 2, "质量指标")).level1_points] == [50, 50]


def test_points_in_a_cell_of_their_own() -> None:
    rows = [
        (0, cell(0, 0, "产出指标"), cell(0, 1, "数量指标")),
        (1, cell(1, 0, "(50分)"), None),
        (2, cell(2, 0, "(30分)"), cell(2, 1, "社会效益")),
    ]
    assert declared_points(rows) == {"产出指标": 50, "效益指标": 30}


@pytest.mark.parametrize(
    ("text", "label", "points"),
    [
        ("产出 指 标 (40分)", "产出指标", 40),
        ("产出指标(40分)", "产出指标", 40),
        ("产出指标\n40分", "产出指标", 40),
        ("产出指标(50)", "产出指标", 50),
        ("一、产出指标", "产出指标", None),
        ("产出指标", "产出指标", None),
        ("(50分)", "", 50),
        ("产出指标(权重12.5%)", "产出指标", 12.5),
    ],
)
def test_label_and_points(text: str, label: str, points: float | None) -> None:
    assert (without_points(text), label_points(text)) == (label, points)

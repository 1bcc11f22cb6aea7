"""Hints: which filed project a missing one may be. None is better than a wrong one."""

import pytest

from analytics.near_projects import DepartmentProject, hints, nearest_project
from tests.analytics.made import table

NEAR = """
missing                | filed                                    | hint
校舍维修改造项目       | 校舍维修改造;教师培训                    | 校舍维修改造
农村公路日常养护经费   | 农村公路养护经费;桥梁养护                | 农村公路养护经费
政务内网线路租用费     | 政务内网专线租用费                       | 政务内网专线租用费
教师培训               | 干部培训                                 |
校舍维修               | 道路养护;河道清淤                        |
修路                   | 修路灯                                   |
校 舍 维 修            | 校舍维修                                 | 校舍维修
校舍维修               |                                          |
"""


@pytest.mark.parametrize("row", list(table(NEAR)), ids=lambda row: row["missing"])
def test_the_nearest_project(row: dict[str, str]) -> None:
    filed = [name for name in row["filed"].split(";") if name]
    assert nearest_project(row["missing"], filed) == (row["hint"] or None)


def test_hints_come_from_the_same_department_and_year() -> None:
    missing = [DepartmentProject(2023, "教育局", "校舍维修改造"), DepartmentProject(2024, "教育局", "校舍维修改造")]
    unexpected = [
        DepartmentProject(2023, "水务局", "校舍维修改造项目"),
        DepartmentProject(2024, "教育局", "校舍维修改造项目"),
        DepartmentProject(2024, "教育局", None),
    ]
    assert list(hints(missing, unexpected)) == [None, "校舍维修改造项目"]

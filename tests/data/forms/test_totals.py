"""The total row: two figures by their columns, a lone one by the sums that it equals."""

import pytest

from data.records import Evaluation
from tests.data.forms.bent import read_grid

HEADER = ["一级指标", "二级指标", "三级指标", "年度指标值", "全年实际值", "分值", "得分", "偏差原因分析及改进措施"]
TABLE = """
# scores | the row as it stands            | points | score | grade
60 40    | 总分 · · · · 100 100             | 100    | 100   | -
60 37.5  | 总_分 · · · · 100 97.5           | 100    | 97.5  | -
60 40    | 总分 · · · · 100 ·               | 100    | 100   | -
60 37.5  | 总分 · · · · 100 ·               | 100    | -     | -
60 37.5  | 总分 · · · · · 97.5              | -      | 97.5  | -
60 37.5  | 总分 · · · · 97.5 ·              | -      | 97.5  | -
60 37.5  | 合计 97.5                        | -      | 97.5  | -
60 30    | 总计 · · · · 100 90 优           | 100    | 90    | 优
60 30    | 总分(100分) · · · · · · 100 90 良 | 100    | 90    | 良
60 30    | 总分 · · · · — 90                | -      | 90    | -
"""
LINES = [[part.strip() for part in line.split("|")] for line in TABLE.strip().splitlines()[1:]]


def form_with(scores: str, row: str) -> Evaluation:
    first, second = scores.split()
    return read_grid([
        ["项目支出绩效自评表"],
        ["(2022年度)"],
        ["项目名称", "办公费"],
        HEADER,
        ["产出指标", "数量指标", "办文", "12", "12", "60", first],
        ["效益指标", "社会效益指标", "办会", "12", "11", "40", second],
        ["" if part == "·" else part.replace("_", " ") for part in row.split()],
    ])[0]  # fmt: skip


@pytest.mark.parametrize(("scores", "row", "points", "score", "grade"), LINES)
def test_total(scores: str, row: str, points: str, score: str, grade: str) -> None:
    form = form_with(scores, row)
    found = [form.total_points, form.filed_total, form.filed_grade]
    assert ["-" if each is None else str(each) for each in found] == [points, score, grade]
    assert form.accounted_cells == form.filled_cells


def test_a_lone_figure_is_said() -> None:
    assert [issue.code for issue in form_with("60 40", "总分 · · · · 100 ·").issues] == ["total_single_figure"]
    assert form_with("60 40", "总分 · · · · 100 100").issues == ()

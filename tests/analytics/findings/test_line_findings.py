"""Findings of one line, each with a hit and a near miss. 命中: the rules that the line breaks, all of them."""

import pytest

from analytics.session import open_session_on
from data.records import Indicator
from tests.analytics.made import form, line, money, table

LINES = """
二级     | 名称       | 目标       | 实际       | 分值 | 得分 | 原因     | 命中
数量指标 | 线路       | 76条       | 74条       | 10   | 10   | 拆除两条 | score_overstated
数量指标 | 线路       | 76条       | 74条       | 10   | 9.74 | 拆除两条 |
数量指标 | 线路       | 76条       | 74条       | 10   | 9.5  | 拆除两条 | score_understated
数量指标 | 线路       | 76条       | 74条       | 10   | 9.7  | 拆除两条 |
数量指标 | 产值       | 8000       | 9000       | 20   | 31.9 |          | score_above_points score_overstated
数量指标 | 产值       | 8000       | 9000       | 20   | 20   |          |
质量指标 | 验收       | 达标       | 部分达标   | 10   | 10   | 一段返工 | band_missed
质量指标 | 验收       | 达标       | 部分达标   | 10   | 8    | 一段返工 |
质量指标 | 验收       | 达标       | 达标       | 10   | 7    |          | band_missed
质量指标 | 验收       | 达标       | 达标       | 10   | 8    |          |
质量指标 | 验收       |            | 90%        | 10   | 10   |          | target_missing
质量指标 | 验收       | ≥90%       |            | 10   | 10   |          | actual_missing
质量指标 | 验收       | ≥90%       |            | 10   | 0    | 项目取消 |
质量指标 | 验收       | /          | /          | 10   | 10   |          |
质量指标 | 验收       | 不适用     | 不适用     | 10   | 10   |          |
质量指标 | 影响       | 长期       | 持续提升   | 10   | 10   |          | target_not_measurable
质量指标 | 影响       | 有效提升   | 有效提升   | 10   | 10   |          | target_not_measurable
质量指标 | 影响       | 按时完成   | 按时完成   | 10   | 10   |          |
质量指标 | 影响       | 有效执行   | 有效执行   | 10   | 10   |          |
质量指标 | 满意       | ≥90%       | ≥90%       | 10   | 10   |          | actual_copies_target
质量指标 | 满意       | 100%       | 100%       | 10   | 10   |          |
质量指标 | 制度       | 严格执行相关制度规定 | 严格执行相关制度规定 | 10 | 10 | | actual_copies_target
质量指标 | 制度       | 符合规定   | 符合规定   | 10   | 10   |          |
时效指标 | 时间       | 12月底前   | 12月底前   | 10   | 10   |          |
质量指标 | 知晓率     | ≥96%       | ≥97%       | 10   | 10   |          | actual_is_a_bound
质量指标 | 知晓率     | ≥96%       | 97%        | 10   | 10   |          |
质量指标 | 反馈       | 按时完成   | 不断提升   | 10   | 10   |          | actual_does_not_answer_target
质量指标 | 反馈       | 按时完成   | 已完成     | 10   | 10   |          |
成本指标 | 支出       | ≤30万元    | 完成       | 10   | 10   |          | actual_does_not_answer_target
时效指标 | 时间       | 12月底前   | 按时完成   | 10   | 10   |          |
数量指标 | 信息       | ≥24次      | 30余次     | 10   | 10   |          | approximate_actual
数量指标 | 信息       | ≥24次      | 30次       | 10   | 10   |          |
成本指标 | 支出       | 28万元     | 21万元     | 10   | 10   |          | direction_missing
成本指标 | 支出       | 28万元     | 21万元     | 10   | 7.5  |          | direction_missing shortfall_unexplained
成本指标 | 支出       | 28万元     | 28万元     | 10   | 10   |          |
成本指标 | 支出       | ≤28万元    | 21万元     | 10   | 10   |          |
数量指标 | 拨款       | 28万元     | 28万元     | 10   | 10   |          |
成本指标 | 支出       | ≥17.4万元  | 17.4万元   | 10   | 10   |          | direction_doubtful
成本指标 | 节约支出   | ≥17.4万元  | 17.4万元   | 10   | 10   |          |
数量指标 | 参保人数   | ≤6962人    | 6962人     | 10   | 10   |          | direction_doubtful
数量指标 | 伤亡人数   | ≤2人       | 0人        | 10   | 10   |          |
质量指标 | 办结率     | 100%       | 1000件     | 10   | 10   |          | not_comparable
质量指标 | 办结率     | 100%       | 100        | 10   | 10   |          |
数量指标 | 督查       | ≥10次      | 13次       | 10   | 10   |          | target_far_exceeded
数量指标 | 督查       | ≥10次      | 12.9次     | 10   | 10   |          |
成本指标 | 支出       | ≤10万元    | 5万元      | 10   | 10   |          |
质量指标 | 合格率     | 290$290%   | 95%        | 10   | 10   |          | doubtful_text
时效指标 | 期间       | 2021年/全年 | 2021年/全年 | 10 | 10  |          | year_mismatch
时效指标 | 期间       | 2022年/全年 | 2022年/全年 | 10 | 10  |          |
时效指标 | 期间       | 按时完成   | 2021年按时完成 | 10 | 10 |         | year_mismatch
数量指标 | 督查       | ≥10次      | 9次        | 10   | 9    |          | shortfall_unexplained
数量指标 | 督查       | ≥10次      | 9次        | 10   | 9    | 疫情影响 |
质量指标 | 办结率     | 100%       | 100%       | 10   | 7    |          | deduction_unexplained score_understated
质量指标 | 办结率     | 100%       | 100%       | 10   | 7    | 群众投诉 | score_understated
质量指标 | 办结率     | 100%       | 100%       | 10   | 9.95 |          |
         | 办结率     | 100%       | 100%       | 10   | 10   |          | level2_missing
"""


ROWS = list(table(LINES))


@pytest.fixture(scope="module")
def found() -> dict[int, str]:
    """The rules that each row breaks; every row is a form of its own, beside a line without fault."""
    other = line("≥5次", "6次", 90, 90, name="开展检查")
    session = open_session_on([form(other, made_line(row)) for row in ROWS])
    assert session.execute("select rule from finding where n = 1").fetchall() == []
    counted = session.execute(
        "select evaluation, string_agg(rule, ' ' order by rule) from finding where n = 2 group by evaluation"
    )
    return dict(counted.fetchall())


def made_line(row: dict[str, str]) -> Indicator:
    return line(row["目标"], row["实际"], row["分值"], row["得分"], row["二级"], row["名称"], row["原因"])


@pytest.mark.parametrize("place", range(len(ROWS)), ids=lambda place: " ".join(ROWS[place].values()))
def test_findings_of_a_line(found: dict[int, str], place: int) -> None:
    assert found.get(place + 1, "") == ROWS[place]["命中"]


def test_a_clean_form_has_no_finding() -> None:
    session = open_session_on([form()])
    assert session.execute("select rule, n, found, expected from finding").fetchall() == []


def test_every_rule_is_counted_though_nothing_was_found() -> None:
    session = open_session_on([form()])
    counted = session.execute("select count(*), sum(hits) from finding_count").fetchone()
    assert counted == (40, 0)


def test_a_layout_without_levels_lacks_none() -> None:
    bare = [line(level2=None, name=name, points=50, score=50) for name in ("开展培训", "任务完成率")]
    session = open_session_on([form(*bare)])
    assert session.execute("select rule from finding").fetchall() == []


def test_a_slash_for_a_year_without_execution_is_no_finding() -> None:
    session = open_session_on(
        [form(funding=(money(adjusted=None, initial=None, executed=None, rate=None, score=None),))]
    )
    assert session.execute("select rule from finding").fetchall() == []

"""The rules of the admissible score as tables: target, actual and points in, lowest and highest score out."""

from dataclasses import replace
from decimal import Decimal

import pytest

from analytics.lines import fetch_lines
from analytics.session import open_session_on
from analytics.working import working
from data.texts import typed
from tests.analytics.made import form, line, table

POSITIVE = """
目标      | 实际     | 分值 | 最低 | 最高 | 说明
≥24次     | 24次     | 5    | 5    | 5    | 刚好达到
≥24次     | 23次     | 5    | 4.79 | 4.79 | 23 ÷ 24 × 5
≥24次     | 25次     | 5    | 5    | 5    | 超过仍为满分
≥24次     | 0次      | 5    | 0    | 0    | 没有做
>24次     | 24次     | 5    | 5    | 5    | 按比例 24 ÷ 24
不少于6种 | 5种      | 6    | 5    | 5    | 不少于即 ≥
≥24次     | 30余次   | 5    | 5    | 5    | 约数的下限已达到
≥35次     | 30余次   | 5    | 4.29 | 5    | 至少 30,上不封顶
≥90%      | ≥80%     | 10   | 8.89 | 10   | 实际只写界限
≥96%      | ≥97%     | 10   | 10   | 10   | 界限已高于目标
≥90%      | ≤80%     | 10   | 0    | 8.89 | 最多 80%
≥95%      | 88.75    | 10   | 9.34 | 9.34 | 实际没有单位,用目标的
≥2公里    | 1500米   | 10   | 7.5  | 7.5  | 同类单位换算
≥1000元   | 0.2万元  | 10   | 10   | 10   | 同类单位换算
≥5‰       | 0.5%     | 10   | 10   | 10   | 千分比与百分比
≥0件      | 3件      | 5    | 5    | 5    | 目标为 0,不作除数
≥-5%      | -8%      | 5    | 0    | 5    | 负数没有比例
≥5%       | -3%      | 5    | 0    | 0    | 比例为负,没有得分
≥0%       | -3%      | 5    | 0    | 5    | 指标值为 0,没有比例
"""
REVERSE = """
目标       | 实际     | 分值 | 最低 | 最高 | 说明
≤5300万元  | 5300万元 | 10   | 10   | 10   | 刚好不超
≤5300万元  | 5299万元 | 10   | 10   | 10   | 节约
≤5300万元  | 5830万元 | 10   | 9.09 | 9.09 | 5300 ÷ 5830 × 10
不超过10次 | 20次     | 10   | 5    | 5    | 10 ÷ 20 × 10
≤5%        | 3%       | 5    | 5    | 5    | 反向指标越小越好
≤90万元    | ≤90万元  | 10   | 10   | 10   | 照抄,界限未超
≤90万元    | ≤100万元 | 10   | 9    | 10   | 最多 100
≤90万元    | ≥100万元 | 10   | 0    | 9    | 至少 100
≤0起       | 0起      | 5    | 5    | 5    | 目标为 0
≤0起       | 1起      | 5    | 0    | 0    | 目标为 0,不作除数
"""
LINEAR = """
目标       | 实际      | 分值 | 最低 | 最高 | 说明
≤5300万元  | 5300万元  | 10   | 10   | 10   | 刚好不超
≤5300万元  | 5830万元  | 10   | 9    | 9    | 超 10%,扣 10%
≤5300万元  | 10600万元 | 10   | 0    | 0    | 两倍起为 0
≤5300万元  | 20000万元 | 10   | 0    | 0    | 不为负
≤100万元   | ≤150万元  | 10   | 5    | 10   | 最多 150
"""
EQUAL = """
目标    | 实际   | 分值 | 最低 | 最高 | 说明
76条    | 76条   | 9.8  | 9.8  | 9.8  | 相等
76条    | 74条   | 9.8  | 9.54 | 9.54 | 74 ÷ 76 × 9.8
76条    | 80条   | 9.8  | 9.8  | 9.8  | 超过按正向
=42个   | 42     | 5    | 5    | 5    | 单位取目标的
8000    | 12767.36 | 20 | 20   | 20   | 最高不超过分值
0起     | 0起    | 5    | 5    | 5    | 目标为 0 且没有发生
0起     | 2起    | 5    | 0    | 0    | 目标为 0 而发生了
约30次  | 28次   | 10   | 9.33 | 10   | 目标本是约数
30次    | 约28次 | 10   | 9.33 | 10   | 实际是约数
90%-95% | 90%    | 10   | 10   | 10   | 在区间内
90%-95% | 95%    | 10   | 10   | 10   | 在区间内
90%-95% | 81%    | 10   | 9    | 9    | 81 ÷ 90 × 10
90%-95% | 97%    | 10   | 0    | 10   | 高于区间,待判断
"""
COST = """
目标        | 实际       | 分值 | 最低 | 最高 | 说明
28.272万元  | 28.272万元 | 10   | 10   | 10   | 相等
28.272万元  | 21.855万元 | 10   | 7.73 | 10   | 没写方向:或为节约,或为未完成
28.272万元  | 30万元     | 10   | 10   | 10   | 没写方向:超过按正向
=28.272万元 | 21.855万元 | 10   | 7.73 | 7.73 | 写明等于
≤28.272万元 | 21.855万元 | 10   | 10   | 10   | 写明不超过
"""
TIME = """
目标           | 实际           | 分值 | 最低 | 最高 | 说明
12月底前       | 12月           | 5    | 5    | 5    | 当月完成
11月前         | 7月            | 5    | 5    | 5    | 早于期限
2022年12月31日 | 2022年12月31日 | 5    | 5    | 5    | 当日
2022年12月31日 | 2023年1月5日   | 5    | 0    | 5    | 晚于期限,待判断
2022年/全年    | 2022年/全年    | 5    | 5    | 5    | 同一期间
2022年         | 全年           | 5    | 5    | 5    | 全年即表的年度
2021年/全年    | 2021年/全年    | 5    | 0    | 5    | 不是表的年度
2022年         | 2021年         | 5    | 0    | 5    | 期间不同
"""
WORDS = """
目标         | 实际           | 分值 | 最低 | 最高 | 说明
按时完成     | 按时完成       | 10   | 8    | 10   | 同样的话
按时完成     | 2022年按时完成 | 10   | 8    | 10   | 含有目标的话
按时完成     | 2021年按时完成 | 10   | 0    | 10   | 不是表的年度
达到预期     | 已完成         | 10   | 8    | 10   | 达成
合规         | 全部达标       | 10   | 8    | 10   | 达成
效果明显     | 达成预期指标   | 10   | 8    | 10   | 达成
达标         | 部分达标       | 10   | 5    | 8    | 部分达成
验收合格     | 基本完成       | 10   | 5    | 10   | 一二档之间
按时完成     | 基本按时完成   | 10   | 5    | 10   | 一二档之间
按时完成     | 未按时完成     | 10   | 0    | 5    | 否定在前
按时完成     | 没有按时完成   | 10   | 0    | 5    | 否定在前
合格         | 不合格         | 10   | 0    | 5    | 否定在前
完成         | 未全部完成     | 10   | 0    | 8    | 二三档之间
达到预期     | 部分工作未完成 | 10   | 0    | 8    | 二三档之间
未发生事故   | 全年未发生事故 | 10   | 8    | 10   | 目标本有“未”字
持续提升     | 不断提升       | 10   | 0    | 10   | 没有回答
长期         | 持续提升       | 10   | 0    | 10   | 没有回答
高           | 高             | 10   | 8    | 10   | 一个字也可相同
高           | 高质量推进     | 10   | 0    | 10   | 一个字不算含有
按时完成     |                | 10   | 0    | 10   | 没有填写
             | 完成           | 10   | 0    | 10   | 没有填写
"""
MIXED = """
目标      | 实际      | 分值 | 最低 | 最高 | 说明
100%      | 1000件    | 10   | 0    | 10   | 不是同一类数
≤30万元   | 完成      | 10   | 0    | 10   | 目标是数,实际是文字
按时完成  | 3次       | 10   | 0    | 10   | 目标是文字,实际是数
290$290%  | 95%       | 10   | 0    | 10   | 文字可能误读
"""


def intervals(text: str, scheme: str, level2: str) -> list[tuple[str, str, Decimal, Decimal]]:
    rows = list(table(text))
    lines = [line(row["目标"], row["实际"], row["分值"], "0", level2, name="事项") for row in rows]
    session = open_session_on([form(*lines)], scheme, wanted=("scored_line",))
    found = session.execute("select low_score, high_score from scored_line order by n").fetchall()
    return [(row["目标"], row["实际"], *scores) for row, scores in zip(rows, found, strict=True)]


def agreed(text: str) -> list[tuple[str, str, Decimal, Decimal]]:
    return [(row["目标"], row["实际"], Decimal(row["最低"]), Decimal(row["最高"])) for row in table(text)]


@pytest.mark.parametrize(
    ("text", "scheme", "level2"),
    [
        pytest.param(POSITIVE, "yanchi-2022", "数量指标", id="正向"),
        pytest.param(REVERSE, "yanchi-2022", "成本指标", id="反向"),
        pytest.param(REVERSE, "mof-2020", "成本指标", id="反向,财政部"),
        pytest.param(LINEAR, "strict", "成本指标", id="反向,线性"),
        pytest.param(EQUAL, "yanchi-2022", "数量指标", id="等于或没有符号"),
        pytest.param(COST, "yanchi-2022", "成本指标", id="成本"),
        pytest.param(TIME, "yanchi-2022", "时效指标", id="时间"),
        pytest.param(WORDS, "yanchi-2022", "质量指标", id="定性"),
        pytest.param(MIXED, "yanchi-2022", "质量指标", id="无法核验"),
    ],
)
def test_admissible_score(text: str, scheme: str, level2: str) -> None:
    assert intervals(text, scheme, level2) == agreed(text)


def test_the_ministry_has_another_middle_band() -> None:
    rows = "目标|实际|分值\n达标|部分达标|10\n合格|不合格|10"
    found = intervals(rows, "mof-2020", "质量指标")
    assert [scores[2:] for scores in found] == [(Decimal(6), Decimal(8)), (Decimal(0), Decimal(6))]


def test_strict_takes_two_points_off_an_unexplained_excess() -> None:
    lines = [
        line("≥10次", "13次", 10, 10),
        line("≥10次", "12次", 10, 10),
        line("≥10次", "13次", 10, 10, reason="新增任务"),
    ]
    session = open_session_on([form(*lines)], "strict", wanted=("scored_line",))
    assert [score for (score,) in session.execute("select high_score from scored_line order by n").fetchall()] == [
        8,
        10,
        10,
    ]


VERDICTS = """
目标   | 实际   | 分值 | 得分  | 结论           | 复算
76条   | 74条   | 9.8  | 9.8   | overstated     | 9.54
76条   | 74条   | 9.8  | 9.59  | agrees         | 9.54
76条   | 74条   | 9.8  | 9.60  | overstated     | 9.54
76条   | 74条   | 9.8  | 9.49  | agrees         | 9.54
76条   | 74条   | 9.8  | 9.48  | understated    | 9.54
76条   | 74条   | 9.8  | 10    | overstated     | 9.54
8000   | 12767  | 20   | 31.9  | overstated     | 20
100%   | 100%   | 10   | 7     | understated    | 10
100%   | 1000件 | 10   | 10    | not_comparable | 10
长期   | 提升   | 10   | 10    | unverifiable   | 10
长期   | 提升   | 10   | 12    | overstated     | 10
达标   | 部分达标 | 10 | 8     | agrees         | 8
达标   | 部分达标 | 10 | 10    | overstated     | 8
76条   | 74条   | 9.8  | –     | None           | None
76条   | 74条   | –    | 9     | None           | None
76条   | 74条   | 0    | 5     | None           | None
/      | /      | 10   | 10    | None           | None
不适用 | 不适用 | 10   | 10    | None           | None
"""


def test_verdicts() -> None:
    rows = list(table(VERDICTS))
    lines = [line(row["目标"], row["实际"], row["分值"], row["得分"], "数量指标") for row in rows]
    session = open_session_on([form(*lines)], wanted=("scored_line",))
    found = session.execute("select verdict, recomputed_score from scored_line order by n").fetchall()
    shown = [(str(verdict), None if score is None else f"{score.normalize():f}") for verdict, score in found]
    assert shown == [(row["结论"], None if row["复算"] == "None" else row["复算"]) for row in rows]


def test_a_score_printed_as_a_whole_number_may_differ_by_ten_cents_only() -> None:
    """Half a unit of what was printed, but 0.1 at most: 8 for 7.9 agrees, 8 for 7.89 does not."""
    lines = [line("100次", "79次", 10, "8", "数量指标"), line("1000次", "789次", 10, "8", "数量指标")]
    session = open_session_on([form(*lines)], wanted=("scored_line",))
    assert session.execute("select verdict from scored_line order by n").fetchall() == [("agrees",), ("overstated",)]


# What a line prints as its own way of taking points off, and the interval of 90 % against ≥100 % at 10 points.
METHODS = """
评分方法                          | 最低 | 最高
每低1%扣1分,扣完为止               | 0    | 10
每少1次扣0.5分                    | 0    | 10
完成得满分,否则不得分              | 0    | 10
未完成酌情扣分                    | 0    | 10
未达标的计0分                     | 0    | 10
按完成比例扣分                    | 9    | 9
达到得满分,未达到按B/A×分值计分    | 9    | 9
达到目标得10分                    | 9    | 9
                                 | 9    | 9
"""


@pytest.mark.parametrize("row", list(table(METHODS)), ids=lambda row: row["评分方法"])
def test_a_line_with_its_own_way_of_taking_points_off_is_left_open(row: dict[str, str]) -> None:
    short = replace(line("≥100%", "90%", "10", "8"), method=row["评分方法"] or None)
    found = next(iter(fetch_lines(open_session_on([replace(form(), indicators=(short,))], "yanchi-2022"))))
    assert (f"{found.low_score:f}", f"{found.high_score:f}") == (f"{row['最低']}.00", f"{row['最高']}.00")


def test_its_own_way_stands_in_the_working() -> None:
    short = replace(line("≥100%", "90%", "10", "8"), method="每低1%扣1分")
    found = next(iter(fetch_lines(open_session_on([replace(form(), indicators=(short,))], "yanchi-2022"))))
    assert (found.verdict, found.rule) == ("unverifiable", "own_method")
    assert "每低1%扣1分" in working(found, typed)


def test_a_line_that_reaches_its_target_needs_no_way_of_taking_points_off() -> None:
    whole = replace(line("≥100%", "100%", "10", "10"), method="每低1%扣1分")
    found = next(iter(fetch_lines(open_session_on([replace(form(), indicators=(whole,))], "yanchi-2022"))))
    assert (found.verdict, found.low_score) == ("agrees", 10)

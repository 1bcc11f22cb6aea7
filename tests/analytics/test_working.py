"""The working of a score: a sum that a person can redo, or the reason why there is none."""

import pytest

from analytics.lines import fetch_lines
from analytics.session import open_session_on
from analytics.working import working
from data.texts import Say, speaker, typed
from tests.analytics.made import form, line, table

WORKINGS = """
目标          | 实际       | 分值 | 得分 | 二级     | 计算过程
76条          | 74条       | 9.8  | 9.8  | 数量指标 | 74 ÷ 76 × 9.8 = 9.54;填报 9.8,高 0.26(位置:C1)
≤5300万元     | 5830万元   | 10   | 9.0  | 成本指标 | 5300 ÷ 5830 × 10 = 9.09;填报 9,低 0.09(位置:C1)
≤5300万元     | 5830万元   | 10   | 9.1  | 成本指标 | 5300 ÷ 5830 × 10 = 9.09;填报 9.1,相差 0.01,在容许误差之内(位置:C1)
20万元        | 15万元     | 10   | 10   | 成本指标 | 成本指标未写方向:15 ÷ 20 × 10 = 7.5 至 10;填报 10(位置:C1)
≥35次         | 30余次     | 5    | 5    | 数量指标 | 实际值不确定,得分在 30 ÷ 35 × 5 = 4.29 与 5 之间;填报 5(位置:C1)
≥24次         | 24次       | 5    | 5    | 数量指标 | 24次 达到 ≥24次,得满分 5;填报 5(位置:C1)
0起           | 2起        | 5    | 5    | 数量指标 | 指标值为 0,实际 2起:0;填报 5,高 5(位置:C1)
90%-95%       | 97%        | 10   | 10   | 质量指标 | 97% 超出 90%-95% 的范围,需人工判断:0 – 10;填报 10(位置:C1)
11月前        | 7月        | 5    | 5    | 时效指标 | 7月 不晚于 11月前,得满分 5;填报 5(位置:C1)
2022年        | 2022年     | 5    | 5    | 时效指标 | 2022年 与 2022年 为同一期间,得满分 5;填报 5(位置:C1)
达标          | 部分达标   | 10   | 10   | 质量指标 | 定性指标,实际值属“部分达成”一档:5 – 8;填报 10,高 2(位置:C1)
100%          | 1000件     | 10   | 10   | 质量指标 | 1000件 与 100% 不是同一类数,无法比较:0 – 10;填报 10(位置:C1)
长期          | 持续提升   | 10   | 10   | 质量指标 | 实际值没有回答指标值,无法核验:0 – 10;填报 10(位置:C1)
              |            | 10   | 10   | 质量指标 | 指标值或实际值没有填写,无法核验:0 – 10;填报 10(位置:C1)
/             | /          | 10   | 10   | 质量指标 | 不适用,不计分;填报 10(位置:C1)
76条          | 74条       | –    | 9    | 数量指标 | 没有分值,不计分;填报 9(位置:C1)
76条          | 74条       | 0    | 9    | 数量指标 | 分值为 0,不计分;填报 9(位置:C1)
76条          | 74条       | 9.8  | –    | 数量指标 | 74 ÷ 76 × 9.8 = 9.54;没有填报得分(位置:C1)
"""


def workings(rows: list[dict[str, str]], scheme: str | None = None, say: Say = typed) -> list[str]:
    lines = [line(row["目标"], row["实际"], row["分值"], row["得分"], row["二级"]) for row in rows]
    session = open_session_on([form(*lines)], scheme, wanted=("scored_line",))
    return [working(found, say) for found in fetch_lines(session)]


def test_workings() -> None:
    rows = list(table(WORKINGS))
    assert workings(rows) == [row["计算过程"] for row in rows]


def test_every_line_has_a_working_in_english_too() -> None:
    assert all(workings(list(table(WORKINGS)), say=speaker("en")))


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("≤5300万元", "5830万元", "(1 − (5830 − 5300) ÷ 5300) × 10 = 9;填报 10,高 1(位置:C1)"),
        ("≥10次", "13次", "13次 达到 ≥10次,得满分 10;远超指标值未说明原因,扣 2;填报 10,高 2(位置:C1)"),
    ],
)
def test_workings_of_the_strict_scheme(target: str, actual: str, expected: str) -> None:
    row = {"目标": target, "实际": actual, "分值": "10", "得分": "10", "二级": "数量指标"}
    assert workings([row], "strict") == [expected]

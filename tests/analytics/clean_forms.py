"""Clean forms in which right values are written in many ways, and errors seeded into them one by one.

Nothing here comes from the fictional county's generator: targets, figures, money and errors are this module's own.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from data.records import Evaluation, Funding, Indicator
from tests.analytics.made import form, line, money, step

# (level 1, level 2, name, target, actual): the target is reached, in words that forms really use.
REACHED = (
    ("产出指标", "数量指标", "开展培训", "≥{n}次", "{m}次"),
    ("产出指标", "数量指标", "走访农户", "不少于{n}户", "{m}户"),
    ("产出指标", "数量指标", "慰问人数", "{n}人以上", "{m}名"),
    ("产出指标", "数量指标", "印发资料", "{n}份", "{n}份"),
    ("产出指标", "数量指标", "造林面积", "≥{n}公顷", "{n5}亩"),
    ("产出指标", "数量指标", "管护里程", "≥{n}公里", "{n}000米"),
    ("产出指标", "数量指标", "收储粮食", "≥{n}吨", "{n}000公斤"),
    ("产出指标", "数量指标", "开展检查(次)", "{n}", "{n}"),
    ("产出指标", "数量指标", "组织演练", "至少{n}场", "{n}余场"),
    ("产出指标", "质量指标", "验收合格率", "100%", "100%"),
    ("产出指标", "质量指标", "资料归档率", "≥95%", "百分之九十八"),
    ("产出指标", "质量指标", "差错率", "≤5‰", "0.3%"),
    ("产出指标", "质量指标", "检修质量", "达到要求", "达到要求"),
    ("产出指标", "时效指标", "完成时间", "12月底前", "11月"),
    ("产出指标", "时效指标", "办结时限", "{n}天内", "{n}天"),
    ("产出指标", "时效指标", "资金拨付", "按时完成", "已按时完成"),
    ("产出指标", "成本指标", "运行成本", "控制在{n}万元以内", "{n}0000元"),
    ("产出指标", "成本指标", "补助标准", "≤{n}元/人·月", "{n}元/人*月"),
    ("产出指标", "成本指标", "采购成本", "≤{n}万元", "{n}万元"),
    ("效益指标", "社会效益指标", "安全事故", "0起", "0起"),
    ("效益指标", "社会效益指标", "受益群众", "≥{n}万人次", "{n}0000人次"),
    ("效益指标", "生态效益指标", "能耗下降率", "≥{p}%", "下降{p}%"),
    ("效益指标", "可持续影响指标", "机制建立", "建立完成", "已建立完成"),
    ("满意度指标", "服务对象满意度指标", "群众满意度", "≥{q}%", "{r}%"),
    ("满意度指标", "服务对象满意度指标", "职工满意度(≥**%)", "{q}", "{r}%"),
)
SHARES = ((40, 40, 20), (20, 20, 20, 20, 20), (10,) * 10, (25, 25, 30, 20), (12, 8, 10, 10, 20, 20, 20))


def clean_form(rng: random.Random, at: int) -> Evaluation:
    """A form without any fault: every target reached, full marks, money that adds up."""
    shares = rng.choice(SHARES)
    lines = [
        clean_line(rng, pattern, points)
        for pattern, points in zip(rng.sample(REACHED, len(shares)), shares, strict=True)
    ]
    return form(*lines, funding=clean_money(rng), project=f"第{at}号项目{rng.randrange(10**6)}", unit=f"单位{at}")


def clean_line(rng: random.Random, pattern: Sequence[str], points: int) -> Indicator:
    n, q = rng.randrange(2, 90), rng.randrange(80, 96)
    said = {"n": n, "m": n + rng.randrange(0, n // 4 + 1), "n5": n * 15, "p": rng.randrange(2, 9), "q": q, "r": q + 2}
    level1, level2, name, target, actual = (text.format(**said) for text in pattern)
    return line(target, actual, points, points, level2, name, level1=level1)


def clean_money(rng: random.Random) -> tuple[Funding, ...]:
    """Total and parts that add up, the rate printed with 0 to 2 decimals, the score rounded half up."""
    budget = Decimal(rng.randrange(1000, 10**7)) / 100
    spent = (budget * rng.randrange(96, 101) / 100).quantize(Decimal("0.01"))
    decimals = rng.randrange(3)
    rate = (spent / budget).quantize(Decimal(1).scaleb(-2 - decimals), ROUND_HALF_UP)
    score = (spent / budget * 10).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return (
        replace(money(executed=str(spent), score=str(score)), initial_budget_wan=budget, adjusted_budget_wan=budget,
                filed_rate=rate, filed_rate_step=Decimal(1).scaleb(-2 - decimals)),
        money("appropriation", str(budget - 1), str(budget - 1), str(spent - 1), None, None, None),
        money("other", "1", "1", "1", None, None, None),
    )  # fmt: skip


def changed(filing: Evaluation, at: int, made: Indicator) -> Evaluation:
    """The form with one line put in the place of another; its total follows, so that nothing else goes wrong."""
    lines = list(filing.indicators)
    lines[at] = replace(made, n=at + 1, level1=lines[at].level1)
    total = sum((one.filed_score or Decimal(0) for one in lines), Decimal(0))
    return replace(filing, indicators=tuple(lines), filed_total=total, filed_total_step=Decimal("0.01"))


def scored(
    target: str | None,
    actual: str | None,
    of_points: str,
    level2: str = "数量指标",
    name: str = "事项甲",
    reason: str = "已说明",
) -> Callable[[Evaluation, int], Evaluation]:
    """Seed a line; `of_points` is the filed score as a share of the points."""

    def seed(filing: Evaluation, at: int) -> Evaluation:
        points = filing.indicators[at].points or Decimal(0)
        score = (points * Decimal(of_points)).quantize(Decimal("0.01"))
        return changed(filing, at, line(target, actual, str(points), str(score), level2, name, reason))

    return seed


def with_money(**other: str) -> Callable[[Evaluation, int], Evaluation]:
    def seed(filing: Evaluation, _: int) -> Evaluation:
        figures = {name: Decimal(text) for name, text in other.items()}
        return replace(filing, funding=(replace(filing.funding[0], **figures), *filing.funding[1:]))  # type: ignore[arg-type]

    return seed


def with_form(**other: object) -> Callable[[Evaluation, int], Evaluation]:
    def seed(filing: Evaluation, _: int) -> Evaluation:
        return replace(filing, **other)  # type: ignore[arg-type]

    return seed


def wrong_total(filing: Evaluation, _: int) -> Evaluation:
    return replace(filing, filed_total=Decimal("97.5"), filed_total_step=step("97.5"))


# The rule that must answer, and what is put wrong.
SEEDS: Mapping[str, tuple[str, Callable[[Evaluation, int], Evaluation]]] = {
    "正向未达到报满分": ("score_overstated", scored("≥100次", "70次", "1")),
    "中文数字未达到报满分": ("score_overstated", scored("不少于二十次", "十四次", "1")),
    "换算后未达到报满分": ("score_overstated", scored("≥10公里", "7000米", "1")),
    "反向超出报满分": ("score_overstated", scored("≤100万元", "150万元", "1", "成本指标")),
    "目标为零而发生": ("score_overstated", scored("0起", "2起", "1", "质量指标")),
    "达到却少报": ("score_understated", scored("≥10次", "12次", "0.7")),
    "高于分值": ("score_above_points", scored("≥10次", "12次", "1.2")),
    "未达成报满分": ("band_missed", scored("达到要求", "未达到要求", "1", "质量指标")),
    "部分达成报满分": ("band_missed", scored("按时完成", "部分完成", "1", "时效指标")),
    "没有实际值": ("actual_missing", scored("≥10次", None, "1", reason="")),
    "没有指标值": ("target_missing", scored(None, "10次", "1", reason="")),
    "件对百分比": ("not_comparable", scored("1000件", "100%", "1")),
    "人对台": ("not_comparable", scored("≥100人", "100台", "1")),
    "未达到不说明": ("shortfall_unexplained", scored("≥10次", "8次", "0.8", reason="")),
    "远超指标值": ("target_far_exceeded", scored("≥10次", "40次", "1")),
    "照抄指标值": ("actual_copies_target", scored("≥90%", "≥90%", "1")),
    "实际值只是界限": ("actual_is_a_bound", scored("≥90%", "≥92%", "1")),
    "成本没有方向": ("direction_missing", scored("50万元", "41万元", "1", "成本指标")),
    "往年的期间": ("year_mismatch", scored("2022年", "2021年", "1", "时效指标")),
    "无法衡量": ("target_not_measurable", scored("持续提升", "持续提升", "1", "社会效益指标")),
    "执行率算错": ("rate_wrong", with_money(filed_rate="0.5")),
    "执行得分算错": ("execution_score_wrong", with_money(filed_score="3")),
    "执行超过预算": ("executed_over_budget", with_money(executed_wan="9999999")),
    "预算为空": ("budget_zero", lambda filing, _: replace(filing, funding=(money(adjusted=None, executed="5"),))),
    "总分加错": ("total_not_sum", wrong_total),
    "等级不符": ("grade_mismatch", with_form(filed_grade="差")),
}  # fmt: skip


def seeded(rng: random.Random, at: int) -> tuple[str, str, int, Evaluation]:
    """(what is wrong, the rule that must answer, the line from 1, the form)."""
    title = list(SEEDS)[at % len(SEEDS)]
    filing = clean_form(rng, at)
    place = rng.randrange(len(filing.indicators))
    rule, seed = SEEDS[title]
    return title, rule, place + 1, seed(filing, place)

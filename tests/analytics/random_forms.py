"""Forms put together at random, of departments and years, with the money and the lines that forms really hold."""

import random
from dataclasses import replace
from decimal import Decimal

from data.records import Evaluation, Funding, Indicator, Value
from tests.analytics.made import form, line, money
from tests.analytics.oracle_lines import WORDS

LEVELS = (
    ("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标"), ("产出指标", "成本指标"),
    ("效益指标", "社会效益指标"), ("满意度指标", "服务对象满意度指标"),
)  # fmt: skip
DEPARTMENTS = ("甲局", "乙局", "丙局", "丁局", "戊局", None)
POINTS = ("1", "2.5", "3.33", "5", "9.8", "10", "20", "33.33", "0", None)
FIGURES = ("0", "1", "3", "12", "76", "100", "0.5", "28.272", "-4", "999999999999", "0.000001")
BLANK = line()


def random_forms(rng: random.Random, lines: int) -> list[Evaluation]:
    """Forms that hold at least so many lines together."""
    forms: list[Evaluation] = []
    while sum(len(one.indicators) for one in forms) < lines:
        forms.append(random_form(rng, len(forms)))
    return forms


def random_form(rng: random.Random, at: int) -> Evaluation:
    lines = [random_line(rng) for _ in range(rng.randrange(1, 15))]
    funding = random_money(rng)
    filed = sum((one.filed_score or Decimal(0) for one in lines), Decimal(0))
    total = rng.choice(
        [filed, filed, filed + (funding[0].filed_score or 0), Decimal(100), rescaled(lines, filed), None]
    )
    whole = rng.choice(["100", "100", "100", None, str(sum((one.points or Decimal(0) for one in lines), Decimal(0)))])
    return form(
        *lines,
        funding=funding,
        total=None if total is None else str(total),
        project=f"项目{at}",
        department=rng.choice(DEPARTMENTS),
        unit=None,
        year=rng.choice([2022, 2022, 2023]),
        total_points=whole,
    )


def rescaled(lines: list[Indicator], filed: Decimal) -> Decimal:
    points = sum((one.points or Decimal(0) for one in lines), Decimal(0))
    return (filed * 100 / points).quantize(Decimal("0.01")) if points else filed


def random_money(rng: random.Random) -> tuple[Funding, ...]:
    def amount() -> str | None:
        return rng.choice([None, "0", str(Decimal(rng.randrange(1, 10**7)).scaleb(-rng.randrange(5)))])

    score = rng.choice([None, str(Decimal(rng.randrange(0, 1001)) / 100)])
    total = money(adjusted=amount(), initial=amount(), executed=amount(), points=rng.choice(["10", None]), score=score)
    parts = [
        money(source, amount(), amount(), amount(), None, None, None)
        for source in ("appropriation", "carry_over", "other")
        if rng.random() < 0.5
    ]
    return total, *parts


def random_line(rng: random.Random) -> Indicator:
    level1, level2 = rng.choice(LEVELS)
    points = rng.choice(POINTS)
    score = None if points is None or rng.random() < 0.05 else str(
        (Decimal(points) * rng.choice([100, 100, rng.randrange(0, 120)]) / 100).quantize(Decimal("0.01"))
    )  # fmt: skip
    made = rng.choice([figures, figures, figures, figures, wording, blank, apart, dated, left_out])(rng)
    return replace(
        made,
        level1=level1,
        level2=level2,
        points=None if points is None else Decimal(points),
        filed_score=None if score is None else Decimal(score),
        filed_score_step=Decimal(rng.choice(["1", "0.1", "0.01"])),
        reason=rng.choice([None, "资金年底才到位"]),
    )


def figures(rng: random.Random) -> Indicator:
    target, reached = figure(rng), sorted((figure(rng), figure(rng)))
    operator = rng.choice([">=", ">", "<=", "<", "=", None])
    shape = rng.randrange(6)
    worst = None if shape == 0 else reached[0]
    best = None if shape == 1 else reached[1] if shape == 2 else reached[0]
    if shape == 5:
        worst = best = target
    low, high = (None if operator in ("<=", "<") else target), (None if operator in (">=", ">") else target)
    return replace(
        BLANK,
        target=f"目标{target}",
        actual=f"实际{worst}",
        target_value=Value(operator or "=", low, high, None, "number", operator is not None, None, "bare", low, high),
        actual_value=Value("=", worst, best, None, "number", False, None, "bare", worst, best),
    )


def figure(rng: random.Random) -> Decimal:
    if rng.random() < 0.4:
        return Decimal(rng.choice(FIGURES))
    return Decimal(rng.randrange(1, 10**5)).scaleb(-rng.randrange(5))


def wording(rng: random.Random) -> Indicator:
    return line(*rng.choice([*WORDS, ("按时完成", "不断提升"), ("长期", "持续提升")]))


def blank(rng: random.Random) -> Indicator:
    return line(*rng.choice([("≥24次", None), (None, "24次"), (None, None)]))


def apart(rng: random.Random) -> Indicator:
    return line(*rng.choice([("1000件", "100%"), ("≥90%", "45人"), ("≤5万元", "5人")]))


def dated(rng: random.Random) -> Indicator:
    return line(*rng.choice([("12月底前", "11月"), ("6月30日前", "7月5日"), ("2022年9月底前", "2022年9月")]))


def left_out(_: random.Random) -> Indicator:
    return line("不适用", "不适用")

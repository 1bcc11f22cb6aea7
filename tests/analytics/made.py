"""Forms made for the tests: a clean one to start from, and text tables that a finance officer can read."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from data.records import Evaluation, Funding, Indicator, SourceOfFunds
from data.values import read_pair

YANCHI_NOTES = "定性指标分别按照指标值的100-80%(含)、80-50%(含)、50-0%合理确定分值。"


def table(text: str) -> Iterator[dict[str, str]]:
    """The rows of a text table: names in the first line, cells between |, blank lines and lines of # left out."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip() and not line.strip().startswith("#")]
    names = [name.strip() for name in lines[0].split("|")]
    for line in lines[1:]:
        yield dict(zip(names, (cell.strip() for cell in line.split("|")), strict=True))


def number(text: str | float | None) -> Decimal | None:
    return None if text in (None, "", "–") else Decimal(str(text))


def step(text: str | float | None) -> Decimal | None:
    """One unit of the last decimal that the text prints."""
    return None if text in (None, "", "–") else Decimal(1).scaleb(-len(str(text).partition(".")[2]))


def line(
    target: str | None = "100%",
    actual: str | None = "100%",
    points: str | float | None = "10",
    score: str | float | None = "10",
    level2: str | None = "质量指标",
    name: str | None = "任务完成率",
    reason: str | None = None,
    year: int | None = 2022,
    level1: str | None = "产出指标",
    level1_points: str | None = None,
) -> Indicator:
    target_value, actual_value = read_pair(target or None, actual or None, name, year)
    return Indicator(
        n=1,
        level1=level1,
        level1_points=number(level1_points),
        level2=level2 or None,
        name=name,
        target=target or None,
        actual=actual or None,
        target_value=target_value,
        actual_value=actual_value,
        points=number(points),
        filed_score=number(score),
        filed_score_step=step(score),
        method=None,
        reason=reason or None,
        cell="C1",
        target_cell="D1",
        actual_cell="E1",
        score_cell="G1",
    )


def money(
    source: SourceOfFunds = "total",
    initial: str | None = "20",
    adjusted: str | None = "20",
    executed: str | None = "20",
    rate: str | None = "1",
    points: str | None = "10",
    score: str | None = "10",
    rate_step: str = "0.01",
) -> Funding:
    return Funding(
        source_of_funds=source,
        initial_budget_wan=number(initial),
        adjusted_budget_wan=number(adjusted),
        executed_wan=number(executed),
        points=number(points),
        filed_rate=number(rate),
        filed_rate_step=None if rate is None else Decimal(rate_step),
        filed_score=number(score),
        filed_score_step=step(score),
        cell="B5",
    )


CLEAN = (
    line("≥10次", "11次", 20, 20, "数量指标", "开展培训", level1_points="40"),
    line("100%", "100%", 20, 20, "质量指标", "任务完成率", level1_points="40"),
    line("12月底前", "11月", 20, 20, "时效指标", "完成时间", level1="效益指标", level1_points="20"),
    line("≤30万元", "30万元", 20, 20, "经济效益指标", "节约开支", level1="成本指标", level1_points="20"),
    line("≥90%", "96%", 20, 20, "服务对象满意度指标", "群众满意度", level1="满意度指标", level1_points="20"),
)


def form(
    *lines: Indicator,
    funding: tuple[Funding, ...] = (money(),),
    total: str | float | None = "sum",
    project: str | None = "道路养护",
    department: str | None = "交通运输局",
    unit: str | None = "公路站",
    year: int | None = 2022,
    total_points: str | None = "100",
    grade: str | None = None,
    notes: str | None = YANCHI_NOTES,
    goal: str | None = None,
    goal_reached: str | None = None,
) -> Evaluation:
    """A form of these lines, or the clean one. `total` "sum" files the sum of the scores."""
    kept = tuple(replace(one, n=n) for n, one in enumerate(lines or CLEAN, start=1))
    if total == "sum":
        total = str(sum((one.filed_score for one in kept if one.filed_score is not None), Decimal(0)))
    return Evaluation(
        place="Sheet1!A1:J30",
        layout="test",
        year=year,
        county="盐池县",
        department=department,
        unit=unit,
        project=project,
        goal=goal,
        goal_reached=goal_reached,
        total_points=number(total_points),
        filed_total=number(total),
        filed_total_step=step(total),
        filed_grade=grade,
        notes=notes,
        total_cell="G20",
        funding=funding,
        indicators=kept,
    )

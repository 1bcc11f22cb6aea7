"""A form as the cells of the county's official table, with the hazards of its layout."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from data.demo.drawing import plain
from data.demo.model import COUNTY, Form, Line, Money

Value = str | Decimal | None
TITLE = f"{COUNTY}本级部门项目支出绩效自评表"
NOTES = (
    "注:1.得分一档最高不能超过该指标分值上限。",
    "2.定性根据指标完成情况分为:达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档:分别按照指标值的100-80%(含)、80-50%(含)、50-0%合理确定分值。",
    "3.定量指标若为正向指标(即指标值为≥**),则得分计算方法:全年实际值(B)/年度指标值(A)×该指标分值;若定量指标为反向指标(即指标值为≤**),则得分计算方法:年度指标值(A)/全年实际值(B)×该指标分值。",
    "4.请在“未完成原因分析”一栏中简要说明偏离目标、不能完成目标的原因及今后改进的措施。",
)
METHODS = {
    "产出指标": "完成值达到指标值,记满分;未达到指标值,按B/A或A/B×该指标分值记分。",
    "效益指标": "1.若为定性指标,则根据“三档”原则分别按照指标值的100-80%(含)、80-50%(含)、50-0%来记分。2.若为定量指标,完成值达到指标值,记满分;未达到指标值,按B/A或A/B×该指标分值记分。",
    "满意度指标": "同效益指标得分计算方式。",
}
FUNDING_HEADER = ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
HEADER = ("一级指标", "二级指标", "三级指标", "年度指标值(A)", "全年实际值(B)", "分值", "得分", "得分计算方法", "偏差原因分析及改进措施")
SPACED = {"产出指标": "产出 指 标", "效益指标": "效益 指\n标", "满意度指标": "满意 度\n指 标"}
YUAN = Decimal(10000)
LAST = 8  # the last of the nine columns
DASH = "—"


@dataclass(frozen=True, slots=True)
class Area:
    """One cell, merged down to `bottom` and right to `right`. `style` names how it looks."""

    top: int
    left: int
    bottom: int
    right: int
    value: Value
    style: str = "cell"


def areas(form: Form) -> list[Area]:
    """All cells of the sheet in the order of reading."""
    head = list(head_areas(form))
    body = list(indicator_areas(form, head[-1].bottom + 1))
    foot = total_areas(form, body[-1].bottom + 1)
    if not form.project.department.habit.first_column:
        return [*head, *body, *foot]
    return [*(widened(area) for area in head), *vertical(form, body), *(moved(area) for area in body), *(widened(area) for area in foot)]


def head_areas(form: Form) -> Iterator[Area]:
    yield Area(0, 0, 0, LAST, TITLE, "title")
    yield Area(1, 0, 1, LAST, f"({form.year}年度)", "plain")
    yield Area(2, 0, 2, 0, "项目名称", "label")
    yield Area(2, 1, 2, LAST, form.project.name)
    yield from (Area(3, 0, 3, 0, "主管部门", "label"), Area(3, 1, 3, 3, form.project.department.name))
    yield from (Area(3, 4, 3, 4, "实施单位", "label"), Area(3, 5, 3, LAST, form.project.unit))
    yield from funding_areas(form, 4)
    yield from goal_areas(form, 9)


def funding_areas(form: Form, top: int) -> Iterator[Area]:
    yuan = "money_in_yuan" in form.hazards
    yield Area(top, 0, top + 4, 0, f"项目资金\n({'元' if yuan else '万元'})", "label")
    yield Area(top, 1, top, 1, None, "label")
    yield from (one(top, column, label, "label") for column, label in enumerate(FUNDING_HEADER, start=2))
    yield Area(top, LAST, top, LAST, None)
    rows = (("年度资金总额:", form.total), ("其中:当年财政拨款", form.appropriation), ("上年结转资金", form.carry_over), ("其他资金", form.other))
    for row, (label, money) in enumerate(rows, start=top + 1):
        yield Area(row, 1, row, 1, label, "label")
        amounts = (amount(value, yuan) for value in (money.initial, money.adjusted, money.executed))
        yield from (one(row, column, value, "money") for column, value in enumerate(amounts, start=2))
        total = row == top + 1
        yield one(row, 5, Decimal(10) if total else DASH)
        yield one(row, 6, rate_value(money, form))
        yield one(row, 7, form.execution_score if total else DASH)
        yield one(row, LAST, None)


def amount(value: Decimal | None, yuan: bool) -> Decimal | None:
    return value * YUAN if yuan and value is not None else value


def rate_value(money: Money, form: Form) -> Value:
    """97.3%, or 0.973 where the form writes bare rates."""
    if money.rate is None or "bare_rate" not in form.hazards or form.total.adjusted is None:
        return money.rate
    return Decimal(money.rate.rstrip("%")) / 100


def goal_areas(form: Form, top: int) -> Iterator[Area]:
    yield Area(top, 0, top + 1, 0, "年度\n总体\n目标", "label")
    yield from (Area(top, 1, top, 3, "预期目标", "label"), Area(top, 4, top, LAST, "实际完成情况", "label"))
    yield from (Area(top + 1, 1, top + 1, 3, form.goal, "text"), Area(top + 1, 4, top + 1, LAST, form.reached, "text"))


def indicator_areas(form: Form, top: int) -> Iterator[Area]:
    if "header_missing" not in form.hazards:
        spaced = "spaced_labels" in form.hazards
        yield from (one(top, column, spaced_out(label) if spaced else label, "label") for column, label in enumerate(HEADER))
        top += 1
    rows = list(rows_of(form))
    for level1, group in runs(rows, lambda line: line.level1):
        label = level1_label(form, level1)
        yield Area(top + group.start, 0, top + group.stop - 1, 0, label, "label")
    for _, group in runs(rows, lambda line: (line.level1, line.level2)):
        label = rows[group.start].level2
        yield Area(top + group.start, 1, top + group.stop - 1, 1, spaced_out(label) if label and "spaced_labels" in form.hazards else label, "label")
    for index, line in enumerate(rows):
        first = index == 0 or rows[index - 1].level1 != line.level1
        yield from line_areas(line, top + index, number_of(rows, index), METHODS[line.level1] if first else None, slips(form, rows, index))


def rows_of(form: Form) -> Iterator[Line]:
    """The lines, and behind a quantity the template's empty row where nobody deleted it."""
    for index, line in enumerate(form.lines):
        yield line
        last = index + 1 == len(form.lines) or form.lines[index + 1].level2 != line.level2
        if "filler_rows" in form.hazards and last and line.level2 in ("数量指标", "质量指标"):
            yield FILLER(line)


def FILLER(line: Line) -> Line:
    zero = Decimal(0)
    return Line(line.level1, line.level2, "", "words", "", zero, zero, None, None, zero, None)


def runs(rows: Sequence[Line], key: object) -> Iterator[tuple[str, range]]:
    start = 0
    for found, group in groupby(rows, key=key):  # type: ignore[call-overload]
        length = len(list(group))
        yield (found if isinstance(found, str) else ""), range(start, start + length)
        start += length


def level1_label(form: Form, level1: str) -> str | None:
    if level1 == "效益指标" and "level1_missing" in form.hazards:
        return None
    label = SPACED[level1] if "spaced_labels" in form.hazards else level1
    return f"{label}\n({plain(form.declared[level1])}分)"


def spaced_out(label: str) -> str:
    return f"{label[:2]} {label[2:-1]}\n{label[-1]}"


def number_of(rows: Sequence[Line], index: int) -> int:
    """1, 2, … within a level 2."""
    same = (other for other in rows[: index + 1] if (other.level1, other.level2) == (rows[index].level1, rows[index].level2))
    return sum(1 for _ in same)


def slips(form: Form, rows: Sequence[Line], index: int) -> bool:
    """Whether points and score of this line stand two columns to the right: where nothing else stands there."""
    line = rows[index]
    return "slipped_right" in form.hazards and line.level2 == "时效指标" and not line.reason


def line_areas(line: Line, row: int, number: int, method: str | None, slipped: bool) -> Iterator[Area]:
    filler = not line.name
    yield one(row, 2, f"指标{number}:{line.name}", "text")
    yield from (one(row, 3, line.target), one(row, 4, line.actual))
    points, score = (None, None) if filler else (line.points, line.score)
    columns = (7, 8, 5, 6) if slipped else (5, 6, 7, 8)
    values = (points, score, None if slipped else method, None if slipped else line.reason or None)
    yield from (one(row, column, value, "text" if isinstance(value, str) else "cell") for column, value in sorted(zip(columns, values, strict=True)))


def total_areas(form: Form, top: int) -> list[Area]:
    notes = [Area(top + row, 0, top + row, LAST, note, "note") for row, note in enumerate(NOTES, start=1)]
    total = Area(top, 0, top, 4, "总分", "label")
    return [total, one(top, 5, form.total_points), one(top, 6, form.total_score), one(top, 7, None), one(top, LAST, None), *notes]


def one(row: int, column: int, value: Value, style: str = "cell") -> Area:
    return Area(row, column, row, column, value, style)


def moved(area: Area) -> Area:
    return Area(area.top, area.left + 1, area.bottom, area.right + 1, area.value, area.style)


def widened(area: Area) -> Area:
    """Of the ten columns the first two belong together outside of the indicators."""
    left = area.left + 1 if area.left else 0
    return Area(area.top, left, area.bottom, area.right + 1, area.value, area.style)


def vertical(form: Form, body: Sequence[Area]) -> list[Area]:
    """The words 绩效指标 in front of the indicators."""
    return [Area(body[0].top, 0, max(area.bottom for area in body), 0, "绩\n效\n指\n标", "label")]

"""What a later version of a form says otherwise than the one before it, field by field.

As in `data.contents.content_digest`, where a form stands in its file and how its values are understood are left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from data.lines import Pair, matched, moved
from data.records import Evaluation, Funding, Indicator
from data.texts import mark

Said = Evaluation | Funding | Indicator
FORM = "form"
FUNDING = "funding"
INDICATOR = "indicator"

# The stable name of a field and what it is called on paper. A figure with a step reads as it was printed.
LABELS = {
    "form.year": mark("年度"),
    "form.county": mark("县(市、区)"),
    "form.department": mark("主管部门"),
    "form.unit": mark("实施单位"),
    "form.project": mark("项目名称"),
    "form.goal": mark("预期目标"),
    "form.goal_reached": mark("目标实际完成情况"),
    "form.total_points": mark("总分分值"),
    "form.filed_total": mark("自评总分"),
    "form.filed_grade": mark("自评等级"),
    "form.notes": mark("填表说明"),
    "form.remarks": mark("偏差说明"),
    "funding.initial_budget_wan": mark("年初预算数(万元)"),
    "funding.adjusted_budget_wan": mark("全年预算数(万元)"),
    "funding.executed_wan": mark("全年执行数(万元)"),
    "funding.points": mark("资金分值"),
    "funding.filed_rate": mark("填报执行率"),
    "funding.filed_score": mark("资金得分"),
    "funding.added": mark("新增资金行"),
    "funding.removed": mark("删去资金行"),
    "indicator.level1": mark("一级指标"),
    "indicator.level1_points": mark("一级指标分值"),
    "indicator.level2": mark("二级指标"),
    "indicator.name": mark("三级指标"),
    "indicator.target": mark("年度指标值"),
    "indicator.actual": mark("实际完成值"),
    "indicator.points": mark("分值"),
    "indicator.filed_score": mark("自评得分"),
    "indicator.method": mark("评分方法"),
    "indicator.reason": mark("偏差原因及改进措施"),
    "indicator.order": mark("指标行次序"),
    "indicator.added": mark("新增指标"),
    "indicator.removed": mark("删去指标"),
}
SOURCES = {
    "total": mark("年度资金总额"),
    "appropriation": mark("当年财政拨款"),
    "carry_over": mark("上年结转资金"),
    "other": mark("其他资金"),
}
CELLS = {
    "form.total_points": "total_cell",
    "form.filed_total": "total_cell",
    "indicator.target": "target_cell",
    "indicator.actual": "actual_cell",
    "indicator.filed_score": "score_cell",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that says something else. `label` is a marked text; `line` names the indicator or the source of funds.

    `line` is a marked text for a source of funds, the name as filed for an indicator, "" for the form itself.
    `old` and `new` are texts as filed; None where that side is blank. A cell is None where no cell is known.
    """

    field: str
    label: str
    line: str
    old: str | None
    new: str | None
    old_cell: str | None
    new_cell: str | None


def differences(old: Evaluation, new: Evaluation) -> tuple[Difference, ...]:
    """Every field that differs, in the order of the form: head, funding, indicators."""
    return (
        *changed(FORM, "", old, new),
        *funding_differences(old.funding, new.funding),
        *line_differences(old.indicators, new.indicators),
    )


def changed(group: str, line: str, old: Said, new: Said) -> Iterator[Difference]:
    """The fields of one record that differ from those of the other."""
    for field in (field for field in LABELS if field.startswith(f"{group}.")):
        name = field.partition(".")[2]
        if not hasattr(old, name):  # a line that came or went is told elsewhere
            continue
        before, after = shown(old, name), shown(new, name)
        if before != after:
            yield Difference(field, LABELS[field], line, before, after, cell_of(old, field), cell_of(new, field))


def shown(record: Said, name: str) -> str | None:
    """A field as it was printed: 7.7 filed to two places reads 7.70."""
    value = getattr(record, name)
    if isinstance(value, Decimal):
        return figure(value, getattr(record, f"{name}_step", None), percent=name.endswith("_rate"))
    return None if value is None else str(value)


def figure(value: Decimal, step: Decimal | None, percent: bool) -> str:
    if percent:
        value, step = value * 100, step * 100 if step else step
    text = f"{value.normalize():f}"
    if step and (places := max(-int(step.normalize().as_tuple().exponent), 0)):  # a finite figure
        whole, _, printed = text.partition(".")
        text = f"{whole}.{printed.ljust(places, '0')}"
    return text + "%" * percent


def cell_of(record: Said, field: str) -> str | None:
    found = getattr(record, CELLS[field], None) if field in CELLS else None
    return found or getattr(record, "cell", None)


def funding_differences(old: Sequence[Funding], new: Sequence[Funding]) -> Iterator[Difference]:
    """Rows of the same source of funds belong together; a source that stands twice is taken in its order."""
    left = list(new)
    for row in old:
        other = next((one for one in left if one.source_of_funds == row.source_of_funds), None)
        if other is None:
            yield came_or_went("funding.removed", SOURCES[row.source_of_funds], row, None)
            continue
        left.remove(other)
        yield from changed(FUNDING, SOURCES[row.source_of_funds], row, other)
    for row in left:
        yield came_or_went("funding.added", SOURCES[row.source_of_funds], None, row)


def line_differences(old: Sequence[Indicator], new: Sequence[Indicator]) -> Iterator[Difference]:
    pairs = matched(old, new)
    out_of_order = moved(pairs)
    for pair in pairs:
        yield from pair_differences(pair, pair in out_of_order)


def pair_differences(pair: Pair, is_moved: bool) -> Iterator[Difference]:
    old, new = pair.old, pair.new
    if old is None or new is None:
        gone = "indicator.removed" if new is None else "indicator.added"
        yield came_or_went(gone, name_of(old or new), old, new)
        return
    yield from changed(INDICATOR, name_of(new), old, new)
    if is_moved:
        order = "indicator.order"
        yield Difference(order, LABELS[order], name_of(new), str(old.n), str(new.n), old.cell, new.cell)


def came_or_went(field: str, line: str, old: Funding | Indicator | None, new: Funding | Indicator | None) -> Difference:
    """A line that stands on one side only, told by what it says."""
    cells = (record.cell if record else None for record in (old, new))
    texts = (said(record) if record else None for record in (old, new))
    return Difference(field, LABELS[field], line, *texts, *cells)


def said(record: Funding | Indicator) -> str:
    """What a line says, in short: target, actual and score of an indicator, budget and spending of a source."""
    names = (
        ("adjusted_budget_wan", "executed_wan")
        if isinstance(record, Funding)
        else ("name", "target", "actual", "filed_score")
    )
    return " · ".join(shown(record, name) or "—" for name in names)


def name_of(line: Indicator | None) -> str:
    return (line and (line.name or line.level2)) or ""

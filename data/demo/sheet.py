"""A form as the cells of the county's official table, with the hazards of its layout."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from data.demo.drawing import plain
from data.demo.model import Form, Line, Money
from data.demo.words import read_toml

Value = str | Decimal | None
PRINTED = read_toml("table.toml")
YUAN = Decimal(10000)
LAST = 8  # the last of the nine columns
METHOD = 7
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
    foot = total_areas(form, max(area.bottom for area in body) + 1)
    if not form.project.department.habit.first_column:
        return [*head, *body, *foot]
    slipped = slipped_from(form, body)
    indicators = [vertical(body[0].top, slipped - 1), *(moved(area) if area.top < slipped else area for area in body)]
    return [*map(widened, head), *indicators, *map(widened, foot)]


def slipped_from(form: Form, body: Sequence[Area]) -> int:
    """The first row that stands one column to the left: a single line of satisfaction, where the form slips."""
    bottom = max(area.bottom for area in body)
    last = [line for line in form.lines if line.level1 == form.lines[-1].level1]
    return bottom if "slipped_left" in form.hazards and len(last) == 1 else bottom + 1


def head_areas(form: Form) -> Iterator[Area]:
    yield Area(0, 0, 0, LAST, PRINTED["title"], "title")
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
    yield from (one(top, column, label, "label") for column, label in enumerate(PRINTED["funding_header"], start=2))
    yield Area(top, LAST, top, LAST, None)
    rows = zip(PRINTED["funding_rows"], (form.total, form.appropriation, form.carry_over, form.other), strict=True)
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
        labels = map(spaced_out, PRINTED["header"]) if spaced else PRINTED["header"]
        yield from (one(top, column, label, "label") for column, label in enumerate(labels))
        top += 1
    rows = list(rows_of(form))
    for group in runs(rows, lambda line: line.level1):
        label = level1_label(form, rows[group.start].level1)
        yield Area(top + group.start, 0, top + group.stop - 1, 0, label, "label")
        method = PRINTED["methods"][rows[group.start].level1]
        yield method_area(form, method, top + group.start, top + group.stop - 1)
    for group in runs(rows, lambda line: (line.level1, line.level2)):
        label = level2_label(form, rows[group.start].level2)
        yield Area(top + group.start, 1, top + group.stop - 1, 1, label, "label")
    for index, line in enumerate(rows):
        yield from line_areas(form, line, top + index, number_of(rows, index))


def rows_of(form: Form) -> Iterator[Line]:
    """The lines, and behind a quantity the template's empty row where nobody deleted it."""
    for index, line in enumerate(form.lines):
        yield line
        last = index + 1 == len(form.lines) or form.lines[index + 1].level2 != line.level2
        if "filler_rows" in form.hazards and last and line.level2 in ("数量指标", "质量指标"):
            yield filler(line)


def filler(line: Line) -> Line:
    zero = Decimal(0)
    return Line(line.level1, line.level2, "", "words", "", zero, zero, None, None, zero, None)


def runs(rows: Sequence[Line], key: Callable[[Line], object]) -> Iterator[range]:
    """The stretches of rows that share a key."""
    start = 0
    for _, group in groupby(rows, key=key):
        length = len(list(group))
        yield range(start, start + length)
        start += length


def level1_label(form: Form, level1: str) -> str | None:
    # Without its level 2 too, nothing would say what the lines belong to.
    if level1 == "效益指标" and "level1_missing" in form.hazards and all(line.level2 for line in form.lines):
        return None
    label = PRINTED["spaced"][level1] if "spaced_labels" in form.hazards else level1
    return f"{label}\n({plain(form.declared[level1])}分)"


def level2_label(form: Form, level2: str | None) -> str | None:
    return spaced_out(level2) if level2 and "spaced_labels" in form.hazards else level2


def spaced_out(label: str) -> str:
    return f"{label[:2]} {label[2:-1]}\n{label[-1]}"


def number_of(rows: Sequence[Line], index: int) -> int:
    """1, 2, … within a level 2."""
    own = (rows[index].level1, rows[index].level2)
    return sum((other.level1, other.level2) == own for other in rows[: index + 1])


def slips(form: Form, line: Line) -> bool:
    """Whether points and score of this line stand two columns to the right: where nothing else stands there."""
    return "slipped_right" in form.hazards and line.level2 == "时效指标" and not line.reason


def method_area(form: Form, method: str, top: int, bottom: int) -> Area:
    """How the lines of a level 1 are scored, beside all of them; where a line slips, beside the first alone."""
    return Area(top, METHOD, top if "slipped_right" in form.hazards else bottom, METHOD, method, "text")


def line_areas(form: Form, line: Line, row: int, number: int) -> Iterator[Area]:
    yield one(row, 2, f"指标{number}:{line.name}", "text")
    yield from (one(row, 3, line.target), one(row, 4, line.actual))
    figures = (line.points, line.score) if line.name else (None, None)
    values = (None, None, *figures) if slips(form, line) else (*figures, None, line.reason or None)
    for column, value in enumerate(values, start=5):
        if column != METHOD or value is not None:
            yield one(row, column, value, "text" if isinstance(value, str) else "cell")


def total_areas(form: Form, top: int) -> list[Area]:
    notes = [Area(top + row, 0, top + row, LAST, note, "note") for row, note in enumerate(PRINTED["notes"], start=1)]
    values = (form.total_points, form.total_score, None, None)
    figures = (one(top, column, value) for column, value in enumerate(values, start=5))
    return [Area(top, 0, top, 4, "总分", "label"), *figures, *notes]


def one(row: int, column: int, value: Value, style: str = "cell") -> Area:
    return Area(row, column, row, column, value, style)


def moved(area: Area) -> Area:
    return Area(area.top, area.left + 1, area.bottom, area.right + 1, area.value, area.style)


def widened(area: Area) -> Area:
    """Of the ten columns the first two belong together outside of the indicators."""
    left = area.left + 1 if area.left else 0
    return Area(area.top, left, area.bottom, area.right + 1, area.value, area.style)


def vertical(top: int, bottom: int) -> Area:
    """The words 绩效指标 in front of the indicators."""
    return Area(top, 0, bottom, 0, "绩\n效\n指\n标", "label")

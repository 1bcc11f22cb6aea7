"""What a person put right: the cells of a document, and what a form is about. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from data.acts import Received, Repair
from data.errors import Fault
from data.patches import Patch
from data.records import Evaluation
from data.texts import mark
from data.values import read_pair

FIELDS = ("year", "county", "department", "unit", "project")
BY_BATCH = mark("随导入批次填写")


class FormUnknown(Fault):
    """A repair or a decision names a form that the store does not hold, or that cannot be read after the repair."""

    code = "form_unknown"
    text = mark("《{name}》中 {place} 处没有自评表,或更正后无法再读出自评表。更正没有生效,请核对。")


class RepairRefused(Fault):
    """A repair that says nothing that can be used."""

    code = "repair_refused"
    text = mark("《{name}》的更正没有生效:{reason}。")


def require_sound(repair: Repair) -> None:
    """Raise RepairRefused for a repair without a reason, of nothing, or with a year that is none."""
    wrong = [
        (not repair.reason.strip(), mark("没有写明更正的理由")),
        ((repair.cell is None) == (repair.field is None), mark("须指明更正哪一单元格或哪一项")),
        (repair.field is not None and repair.field not in FIELDS, mark("没有这一项")),
        (repair.field == "year" and not is_year(repair.text), mark("年度应为四位数字")),
    ]
    for refused, reason in wrong:
        if refused:
            raise RepairRefused(repair.place, reason=reason)


def is_year(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) == 4


def by_batch(form: Evaluation, received: Received) -> list[Repair]:
    """What the batch says about a form that says nothing itself, as repairs."""
    said = {
        "year": str(received.year) if received.year and form.year is None else None,
        "department": received.department if not (form.department or form.unit) else None,
    }
    return [
        Repair(received.document, form.place, None, name, None, text, BY_BATCH, received.who, received.received)
        for name, text in said.items()
        if text
    ]


def patches(repairs: Iterable[Repair]) -> tuple[Patch, ...]:
    """The cells among the repairs, each as its last one says."""
    last = {(one.place.rpartition("!")[0], one.cell): one.text for one in repairs if one.cell}
    return tuple(Patch(table, cell, text) for (table, cell), text in last.items())


def restated(form: Evaluation, repairs: Sequence[Repair]) -> Evaluation:
    """The form with what the repairs say it is about; a blank text takes an entry away."""
    said = {one.field: one.text.strip() or None for one in repairs if one.field}
    if not said:
        return form
    issues = tuple(issue for issue in form.issues if issue.code.removesuffix("_missing") not in said)
    year = said.get("year")
    return replace(
        in_year(form, int(year)) if year else form,
        issues=issues,
        county=said.get("county", form.county),
        department=said.get("department", form.department),
        unit=said.get("unit", form.unit),
        project=said.get("project", form.project),
    )


def in_year(form: Evaluation, year: int) -> Evaluation:
    """The form as one of `year`: its dates and periods are read by it."""
    lines = []
    for line in form.indicators:
        # That a column said 反向 stands in no text of the line: what was read tells it.
        is_reverse = line.target_value is not None and line.target_value.operator == "<="
        target, actual = read_pair(line.target, line.actual, line.name, year, is_reverse)
        lines.append(replace(line, target_value=target, actual_value=actual))
    return replace(form, year=year, indicators=tuple(lines))

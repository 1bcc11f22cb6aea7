"""Held forms told to a person: what contradicts what, with both sides, and what was decided about them before."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import duckdb

from data.acts import Act, Confirmed, Declined, Received
from data.holding import SCAN, Doubt, doubts
from data.registry.resolve import Names
from data.texts import mark, translate

TOLD = {
    "filed_by_department": mark("由部门报送({said}),待确认"),
    "recognised": mark("由图片识别而来,须与原件逐项核对"),
    "year_contradicts_batch": mark("本批次指定为 {said} 年,表内为 {form} 年"),
    "year_contradicts_name": mark("文件名写的是 {said} 年,表内为 {form} 年"),
    "department_contradicts_batch": mark("本批次指定为“{said}”,表内为“{form}”"),
    "department_contradicts_name": mark("文件名写的是“{said}”,表内为“{form}”"),
    "declined": mark("已决定不计入"),
}
# The same where what batch or file name said is not known any more, or the form was put right since.
SHORT = {
    "filed_by_department": mark("由部门报送,待确认"),
    "year_contradicts_batch": mark("年度与批次不一致"),
    "year_contradicts_name": mark("年度与文件名不一致"),
    "department_contradicts_batch": mark("部门与批次不一致"),
    "department_contradicts_name": mark("文件名中是另一部门"),
}


@dataclass(frozen=True, slots=True)
class Held:
    """A form that waits for a person. `name` is its file name, `codes` why it waits, joined by ";"."""

    evaluation: int
    document: str
    name: str
    place: str
    year: int | None
    department: str | None
    unit: str | None
    project: str | None
    codes: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A held form, the file that it came in as it is spoken of, and why it waits."""

    held: Held
    path: str
    doubts: tuple[Doubt, ...]


def waiting_since(
    connection: duckdb.DuckDBPyConnection,
    first: int,
    received: Mapping[str, Received],
    departments: Collection[str],
    names: Names,
) -> tuple[Waiting, ...]:
    """The forms from number `first` on in the catalogue `facts` that wait for a person."""
    return tuple(
        Waiting(one, receipt.path if receipt else one.name, doubts_about(one, receipt, departments, names))
        for one in held_since(connection, first)
        for receipt in (received.get(one.document),)
    )


def held_since(connection: duckdb.DuckDBPyConnection, first: int) -> list[Held]:
    columns = "e.evaluation, e.document, d.name, e.place, e.year, e.department, e.unit, e.project, e.held"
    of = "facts.evaluation as e join facts.document as d on d.document = e.document"
    asked = f"select {columns} from {of} where e.evaluation >= ? and e.held is not null order by e.evaluation"
    return [Held(*row) for row in connection.execute(asked, [first]).fetchall()]


def doubts_about(
    held: Held, received: Received | None, departments: Collection[str], names: Names
) -> tuple[Doubt, ...]:
    """Every reason why a form waits, in the order kept, with both sides as far as they are known."""
    codes = held.codes.split(";")
    reader = SCAN if "recognised" in codes else ""
    found = {one.code: one for one in doubts(held, received, reader, departments, names)} if received else {}
    return tuple(found.get(code, Doubt(code)) for code in codes)


def told(doubt: Doubt, language: str) -> str:
    """The doubt as a sentence."""
    text = TOLD[doubt.code] if doubt.said or doubt.code not in SHORT else SHORT[doubt.code]
    return translate(text, language, said=doubt.said, form=doubt.form)


def told_all(found: Sequence[Doubt], language: str) -> str:
    return translate(mark(";"), language).join(told(one, language) for one in found)


def receipts(acts: Iterable[Act]) -> dict[str, Received]:
    """For each document how it was received, the last time that it was."""
    return {one.document: one for one in acts if isinstance(one, Received)}


def decisions(acts: Iterable[Act]) -> dict[tuple[str, str], Confirmed | Declined]:
    """For each form, by document and place, what was decided about it last."""
    return {(one.document, one.place): one for one in acts if isinstance(one, Confirmed | Declined)}

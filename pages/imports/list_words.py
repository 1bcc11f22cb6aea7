"""Sentences about the list of names and the task list."""

from collections.abc import Sequence
from typing import Any

from data.registry.lists import Listed
from data.registry.records import DepartmentName, ExpectedFiling
from data.registry.rows import Replaced
from pages.shared.formats import count
from pages.shared.language import t


def title() -> str:
    return t("部门名称和任务清单")


def meaning() -> str:
    return t("对照表说明曾用名、简称和合并的部门现在归入哪个部门;任务清单说明哪个部门哪个项目应当报送自评表。")


def in_force(names: Sequence[DepartmentName], tasks: Sequence[ExpectedFiling]) -> str:
    years = t("、").join(str(year) for year in sorted({one.year for one in tasks}))
    sentence = t("在用:部门名称对照 {n} 条", n=count(len(names)))
    if not tasks:
        return sentence + t(",没有任务清单。")
    return sentence + t(",任务清单 {n} 份({years} 年度)。", n=count(len(tasks)), years=years)


def template(kind: type) -> str:
    return t("部门名称对照表(模板)") if kind is DepartmentName else t("自评任务清单(模板)")


def preview(found: Listed, change: Replaced[Any]) -> str:
    said = {"name": found.name, "list": kind(found)}
    if change.bad:
        return t(
            "《{name}》是{list},有 {n} 行不能采用,什么也没有改变;请改好下列各行后再上传",
            n=count(len(change.bad)),
            **said,
        )
    if not found.rows:
        return t("《{name}》是{list},但一行内容也没有,什么也没有改变", **said)
    if not (change.added or change.removed):
        return t("《{name}》是{list},与在用的完全相同", **said)
    counts = {name: count(len(rows)) for name, rows in (("added", change.added), ("removed", change.removed))}
    return t(
        "《{name}》是{list}:启用后新增 {added} 条,去掉 {removed} 条,不变 {same} 条",
        same=count(change.unchanged),
        **counts,
        **said,
    )


def kind(found: Listed) -> str:
    return t("部门名称对照表") if found.kind is DepartmentName else t("自评任务清单")


def near(n: int) -> str:
    return t("{n} 对名称可能是同一部门,请说明是不是", n=count(n))


def near_meaning() -> str:
    return t("只是按名称提出,没有合并任何部门;说明之后记入部门名称对照表,可随时更改。")


def pair(name: str, current: str, forms: int, reason: str) -> str:
    return t("“{name}”({n} 份)可能就是“{current}”:{reason}", name=name, current=current, n=count(forms), reason=reason)

"""Sentences of the findings page."""

from decimal import Decimal

from pages.shared.formats import rate
from pages.shared.labels import word, year_name
from pages.shared.language import t
from pages.shared.scope import Scope
from pages.shared.table import Table


def lead(found: Table, scope: Scope) -> str:
    """How far the review has come."""
    if not found:
        return t("{year}:各项规则都已核对,没有发现问题。", year=year_name(scope.year))
    waiting = found.narrowed(state="open")
    errors = len(waiting.narrowed(severity="error"))
    rejected = len(found.narrowed(state="rejected"))
    out = t("已排除的 {n} 处不计入任何数字。", n=rejected) if rejected else ""
    return (
        t(
            "{year}:核查发现 {n} 处,已处理 {share},待处理 {waiting} 处,其中错误 {errors} 处。",
            year=year_name(scope.year),
            n=len(found),
            share=rate((len(found) - len(waiting)) / Decimal(len(found))),
            waiting=len(waiting),
            errors=errors,
        )
        + out
    )


def rules(rows: Table) -> str:
    broken = rows.where("findings", (0).__lt__)
    passed = len(rows) - len(broken)
    return t("{n} 条规则中 {broken} 条有发现,{passed} 条没有", n=len(rows), broken=len(broken), passed=passed)


def rules_meaning() -> str:
    return t("点击规则查看它的各处发现。没有发现的规则也列出:已核对,不等于没有核对。涉及分不含已排除的。")


def rules_title() -> str:
    return t("核查规则")


def progress(rows: Table) -> str:
    waiting = rows.where("open_findings", (0).__lt__)
    if not waiting:
        return t("各部门的核查发现都已处理")
    return t("{n} 个部门还有待处理的核查发现,共 {waiting} 处", n=len(waiting), waiting=rows.total("open_findings"))


def progress_meaning() -> str:
    return t("待处理的条数,多的在前;红色的还有错误待处理。点击查看这个部门的核查发现。")


def departments_title() -> str:
    return t("各部门处理进度")


def listed(rows: Table, found: Table) -> str:
    if rows:
        return t("{n} 处,涉及 {forms} 份自评表", n=len(rows), forms=len(set(rows.column("evaluation"))))
    if found:
        return t("这样筛选没有核查发现;同一范围内共有 {n} 处,可换一种状态、级别或规则查看", n=len(found))
    return t("这一范围内没有核查发现")


def listed_meaning() -> str:
    return t("错误在前。点击项目名称打开自评表中的那一条;勾选左侧一行或多行可一并处理,表头的方框选中全部。")


def listed_title() -> str:
    return t("核查发现")


def in_hand(rows: Table, at: tuple[int, ...]) -> str:
    if len(at) > 1:
        return t("已选 {n} 处", n=len(at))
    return t("第 {at} 处,共 {n} 处", at=at[0] + 1, n=len(rows))


def reasons() -> tuple[str, ...]:
    """The reasons that are often given for rejecting."""
    return (
        t("原件识读有误,实际填写无误"),
        t("已有佐证材料,填报属实"),
        t("属四舍五入或计量口径差异"),
        t("规则不适用于本项目"),
    )


def reason_hint() -> str:
    return t("写下理由后按“按所写理由排除”;确认时也会一并记下")


def reason_missing() -> str:
    return t("排除须写明理由:请选择一项理由,或在下面写出。")


def carried_out(state: str | None, n: int) -> str:
    if state is None:
        return t("已撤销 {n} 处", n=n)
    return t("{n} 处:{state}", n=n, state=word("state", state))


def changed(earlier: str | None) -> str:
    return t("待处理:曾“{state}”,之后内容有变", state=word("state", earlier))

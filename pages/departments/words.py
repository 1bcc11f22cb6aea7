"""Sentences of the league of departments."""

from pages.departments.figures import DRAWN, moved
from pages.shared.bounds import SMALL_NUMBER
from pages.shared.criteria import Criterion, criteria
from pages.shared.labels import definition, department_name, word
from pages.shared.language import t
from pages.shared.say import Figure
from pages.shared.table import Table


def nothing() -> str:
    return t("这一范围内没有部门。请放宽筛选,或换一个年度。")


def lead(league: Table) -> str:
    """Who lags, and why the first one does."""
    if len(league) == 1:
        return t("只有{name}一个部门,没有可比的部门,不作排名。", name=department_name(league.value("department")))
    lagging = league.where("lags", bool)
    if not lagging:
        return t("{n} 个部门中没有滞后部门。", n=len(league))
    first = lagging.head(1)
    return t(
        "{n} 个部门中 {lagging} 个滞后;最滞后的是{name}:{reasons}。",
        n=len(league),
        lagging=len(lagging),
        name=department_name(first.value("department")),
        reasons=word("reasons", first.value("reasons")),
    )


def medians(league: Table, before: Table) -> list[Figure]:
    """The county's medians, with which each department is compared, and those of the year before."""
    return [
        Figure(one.head, one.words(league.value(one.median)), definition(one.value), beside=since(one, before))
        for one in criteria()
    ]


def since(one: Criterion, before: Table) -> str:
    """What the figure is, and what it was."""
    if not before:
        return t("全县中位数")
    return t("全县中位数,上年 {n}", n=one.words(before.value(one.median)))


def index(league: Table) -> str:
    if len(league) < 2:
        return t("部门不足两个,不计算滞后指数")
    small = len(league.where("small_number", bool))
    few = t(",{n} 个部门不足 {least} 份", n=small, least=SMALL_NUMBER) if small else ""
    return t("滞后指数:越长越滞后{few}", few=few)


def index_meaning() -> str:
    return definition("lag_index") + t(
        "最多画 {n} 个部门,其余见下表。不足 {least} 份的部门名次仅供参考。点击打开部门。", n=DRAWN, least=SMALL_NUMBER
    )


def moves(league: Table) -> str:
    if not league.known("previous_lag_rank"):
        return t("没有上一年度的名次可比")
    rows = moved(league)
    if not rows:
        return t("各部门名次与上年相同")
    department, before, now = rows[0]
    verb = t("前移") if now > before else t("后移")
    return t("名次变动最大的是{name}:{verb} {n} 位", name=department_name(department), verb=verb, n=abs(now - before))


def moves_meaning() -> str:
    return t("第 1 位最滞后。向右为好转,向左为退步。")


def why(league: Table) -> str:
    repeat = len(league.where("repeat", bool))
    if not len(league.where("lags", bool)):
        return t("没有滞后部门需要说明")
    return t("滞后部门差在哪里(其中 {n} 个上年也滞后)", n=repeat)


def why_meaning() -> str:
    return t("与全县中位数逐项比较,● 为比中位数差。")


def listed(league: Table) -> str:
    return t("全部 {n} 个部门", n=len(league))


def title() -> str:
    return t("部门排名")

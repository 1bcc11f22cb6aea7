"""Sentences of the department page."""

from decimal import Decimal

from pages.department.figures import DRAWN, rates
from pages.shared.bounds import bounds
from pages.shared.formats import money as money_words
from pages.shared.formats import points, rate
from pages.shared.labels import department_name, word
from pages.shared.language import t
from pages.shared.table import Table


def nothing() -> str:
    return t("这个部门在这一年度没有自评表。请换一个年度或部门。")


def lead(standing: Table, projects: Table, departments: int) -> str:
    """Where the department stands among all, and why."""
    name = department_name(projects.value("department"))
    if standing and standing.value("lag_rank") is None:
        return t("{name}:{n} 份自评表。这里只有本部门的数据,不与其他部门比较。", name=name, n=len(projects))
    if departments < 2 or standing.value("lag_rank") is None:
        return t("{name}:{n} 份自评表。只有一个部门,不作排名。", name=name, n=len(projects))
    reasons = standing.value("reasons")
    why = (
        t("比全县中位数差的是{reasons}。", reasons=word("reasons", reasons))
        if reasons
        else t("各项都不差于全县中位数。")
    )
    lags = t("列为滞后部门") if standing.value("lags") else t("未列为滞后部门")
    small = t("不足 3 份,名次仅供参考。") if standing.value("small_number") else ""
    standing_in_words = t(
        "{name}:{n} 份自评表,滞后名次第 {rank} 位(共 {all} 个部门),{lags}。",
        name=name,
        n=len(projects),
        rank=standing.value("lag_rank"),
        all=departments,
        lags=lags,
    )
    return standing_in_words + why + small


def scores(projects: Table) -> str:
    over = projects.known("inflation").where("inflation", Decimal(0).__lt__)
    if not over:
        return t("没有自评分高于规则允许的自评表")
    return t("{n} 份自评分高于规则允许,共虚高 {points} 分", n=len(over), points=points(over.total("inflation")))


def scores_meaning() -> str:
    return t("每个项目一行,空心为自评,实心为复算,差距大的在前,最多画 {n} 行。点击打开自评表。", n=DRAWN)


def money(projects: Table) -> str:
    low = projects.known("execution_rate").where("execution_rate", bounds().explained_rate.__gt__)
    if not low:
        return t("没有执行率低于 {rate} 的项目", rate=rate(bounds().explained_rate))
    return t(
        "{n} 个项目执行率低于 {rate},未执行 {money}",
        n=len(low),
        rate=rate(bounds().explained_rate),
        money=money_words(low.total("unspent_wan")),
    )


def money_meaning() -> str:
    lags, told = rate(bounds().lagging_rate), rate(bounds().explained_rate)
    return t(
        "各项目执行率,从低到高,最多画 {n} 条。竖线为 {lags}(滞后)和 {told}(应说明)。点击打开自评表。",
        n=DRAWN,
        lags=lags,
        told=told,
    )


def levels(own: Table) -> str:
    lowest = rates(own)
    if not lowest:
        return t("没有可以计算的得分率")
    level2, share = lowest[0]
    return t(
        "得分率最低的是{level2}:{rate}",
        level2=word("level2", level2) if level2 else t("未填二级指标"),
        rate=rate(share),
    )


def levels_meaning() -> str:
    return t("各类二级指标的复算得分率,空心菱形为全县。点击查看这一类的失分指标。")


def history(summaries: Table) -> str:
    seen = [str(year) for year in summaries.known("year").column("year")]
    if len(seen) < 2:
        return t("只有一个年度,没有变化可看")
    return t("{first}–{last} 年的复算平均分和执行率", first=seen[0], last=seen[-1])


def history_meaning() -> str:
    return t("各线的高度不可相比,数值写在点上。")


def listed(projects: Table) -> str:
    return t("{n} 个项目,点击名称打开自评表", n=len(projects))


def listed_title() -> str:
    return t("部门项目")


def wholes(table: Table) -> str:
    return t("部门整体支出绩效自评表 {n} 份,不计入项目的各项数字", n=len(table))


def wholes_title() -> str:
    return t("部门整体自评")


def findings(rows: Table) -> str:
    if not rows:
        return t("没有核查发现")
    return t("{n} 处核查发现,其中错误 {errors} 处", n=len(rows), errors=len(rows.narrowed(severity="error")))


def findings_title() -> str:
    return t("核查发现")

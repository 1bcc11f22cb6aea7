"""Sentences of the execution page."""

from decimal import Decimal

from pages.execution.figures import DRAWN, is_projects, summed
from pages.execution.figures import over as overspent
from pages.shared.bounds import bounds
from pages.shared.formats import count, money, percent_points, rate, signed
from pages.shared.labels import definition
from pages.shared.language import t
from pages.shared.say import Better, Figure
from pages.shared.table import Table


def nothing() -> str:
    return t("这一范围内没有自评表。请放宽筛选,或换一个年度。")


def things(level: Table) -> str:
    """What is counted: departments or projects."""
    return t("个项目") if is_projects(level) else t("个部门")


def below(level: Table) -> Table:
    return level.known("execution_rate").where("execution_rate", bounds().lagging_rate.__gt__)


def lead(level: Table) -> str:
    """How many stay below the lagging bound, and the money that is about."""
    found = below(level)
    if not found:
        return t("没有执行率低于 {rate} 的{things}。", rate=rate(bounds().lagging_rate), things=things(level))
    return t(
        "{n} {things}执行率低于 {rate},未执行 {money}。",
        n=len(found),
        rate=rate(bounds().lagging_rate),
        things=things(level),
        money=money(found.total("unspent_wan")),
    )


def cards(departments: Table, before: Table) -> list[Figure]:
    """Budget, executed, unspent, rate; each with its change since the year before."""

    def card(head: str, name: str, better: Better) -> Figure:
        now, then = departments.total(name), before.total(name)
        return Figure(head, money(now), definition(name), signed(money(now - then)) if before else None, better)

    return [
        card(t("年初预算"), "initial_budget_wan", "neither"),
        card(t("全年预算"), "adjusted_budget_wan", "neither"),
        card(t("全年执行"), "executed_wan", "neither"),
        card(t("未执行"), "unspent_wan", "less"),
        _rate_card(departments, before),
        Figure(
            t("低于 80% 的项目"), count(int(departments.total("projects_below_80"))), definition("projects_below_80")
        ),
    ]


def _rate_card(departments: Table, before: Table) -> Figure:
    now, then = overall(departments), overall(before)
    moved = percent_points(now - then) if now is not None and then is not None else None
    return Figure(t("执行率"), rate(now), definition("execution_rate"), moved, "more")


def overall(departments: Table) -> Decimal | None:
    """Executed over budget of all together, never a mean of rates."""
    budget, executed = departments.total("adjusted_budget_wan"), departments.total("executed_wan")
    return executed / budget if budget else None


def unspent(level: Table) -> str:
    left = level.known("unspent_wan").where("unspent_wan", Decimal(0).__lt__)
    if not left:
        return t("没有未执行的预算")
    return t(
        "{n} {things}没有用完预算,共 {money}", n=len(left), things=things(level), money=money(left.total("unspent_wan"))
    )


def unspent_meaning(level: Table) -> str:
    shown = t("全年预算数减全年执行数,按金额排序,右侧为金额和执行率;最多画 {n} 条,其余见下表。", n=DRAWN)
    return shown + clicking(level)


def clicking(level: Table) -> str:
    return t("点击可打开自评表。") if is_projects(level) else t("点击可只看这个部门的项目。")


def rates(level: Table) -> str:
    lowest = level.known("execution_rate").by("execution_rate", down=False).head(1)
    if not lowest:
        return t("没有可以计算的执行率")
    name = lowest.value("project") if is_projects(level) else lowest.value("department")
    return t("执行率最低的是{name}:{rate}", name=name or t("未填写"), rate=rate(lowest.value("execution_rate")))


def rates_meaning(level: Table, before: Table) -> str:
    shown = t(
        "全年执行数 ÷ 全年预算数,从低到高,最多画 {n} 条。竖线为 {lags}(滞后)和 {told}(应说明)。",
        n=DRAWN,
        lags=rate(bounds().lagging_rate),
        told=rate(bounds().explained_rate),
    )
    return shown + (t("空心菱形为上年。") if before else "") + clicking(level)


def sources(table: Table) -> str:
    rows = list(table.pick("source_of_funds", "adjusted_budget_wan", "executed_wan"))
    budget, executed = summed(rows)
    if not budget:
        return t("没有填写资金来源")
    return t("各项来源共 {budget},执行 {executed}", budget=money(budget), executed=money(executed))


def sources_meaning() -> str:
    return t("横条为全年执行数,空心菱形为全年预算数。只计填写了来源的行,合计可能小于年度资金总额。")


def changes(level: Table) -> str:
    moved = level.known("budget_change_wan").where("budget_change_wan", bool)
    if not moved:
        return t("没有调整过预算")
    return t(
        "{n} {things}调整过预算,净调整 {money}",
        n=len(moved),
        things=things(level),
        money=signed(money(moved.total("budget_change_wan"))),
    )


def changes_meaning() -> str:
    return t("全年预算数减年初预算数;向右为调增,向左为调减。")


def over(projects: Table) -> str:
    found = overspent(projects)
    if not found:
        return t("没有超预算执行的项目")
    return t("{n} 个项目执行数超过全年预算", n=len(found))


def over_title() -> str:
    return t("超预算执行的项目")


def outrun(findings: Table) -> str:
    if not findings:
        return t("没有结果跑在资金前面的项目")
    return t("{n} 个项目的指标得分明显高于资金执行", n=len(findings))


def outrun_meaning() -> str:
    return t("指标得分率与执行率之差超过得分率的 5%:钱没花完,而指标照样得分。")


def outrun_title() -> str:
    return t("结果跑在资金前面的项目")


def listed(projects: Table) -> str:
    return t("全部 {n} 个项目的资金", n=len(projects))


def listed_title() -> str:
    return t("项目资金")

"""Sentences of the meeting, computed from its rows."""

from collections.abc import Sequence
from decimal import Decimal

from pages.meeting.figures import TOP, named
from pages.meeting.matter import Matter, Part, level_name
from pages.shared.bounds import bounds
from pages.shared.changes import changes
from pages.shared.formats import count, rate, score
from pages.shared.formats import money as money_words
from pages.shared.formats import points as points_words
from pages.shared.labels import department_name, year_name
from pages.shared.language import t


def nothing() -> str:
    return t("这一范围在这一年度没有自评表。按 Esc 退出会议模式,换一个年度或部门。")


def subject(matter: Matter) -> str:
    return department_name(matter.department) if matter.department else t("全县")


def kicker(matter: Matter, at: int) -> str:
    """Whose figures these are, of which year, and what the screen is about."""
    titles = (t("全年情况"), t("钱没花在哪里"), t("分失在哪里、哪里虚高"), t("谁滞后、为什么"), t("下一步做什么"))
    return t("{who} · {year} · {what}", who=subject(matter), year=year_name(matter.year), what=titles[at - 1])


def year(matter: Matter) -> str:
    """How the year stands, in one sentence."""
    return t(
        "{n} 份自评表,全年预算 {budget},执行 {rate},未执行 {unspent};自评平均 {filed} 分,复算 {recomputed} 分",
        n=count(len(matter.projects)),
        budget=money_words(matter.whole.value("adjusted_budget_wan")),
        rate=rate(matter.whole.value("execution_rate")),
        unspent=money_words(matter.whole.value("unspent_wan")),
        filed=score(matter.whole.value("filed_score_100")),
        recomputed=score(matter.whole.value("recomputed_score_100")),
    )


def change(matter: Matter) -> str:
    return changes(matter.whole, matter.before, matter.year)


def below(parts: Sequence[Part], bound: Decimal) -> int:
    return sum(1 for part in parts if part.rate is not None and part.rate < bound)


def money(matter: Matter) -> str:
    """How many spent too little, and where most of the money left lies."""
    top, _rest = named(matter.parts)
    if not top:
        return t("预算都已执行完")
    low, lags = below(matter.parts, bounds().lagging_rate), rate(bounds().lagging_rate)
    few = (
        t("{n} 个项目执行率低于 {rate}", n=low, rate=lags)
        if matter.department
        else t("{n} 个部门执行率低于 {rate}", n=low, rate=lags)
    )
    return t(
        "{few},{mid} 个低于 {told};未执行最多的是{name}:{money},执行 {rate}",
        few=few,
        mid=below(matter.parts, bounds().explained_rate),
        told=rate(bounds().explained_rate),
        name=top[0].name,
        money=money_words(top[0].unspent_wan),
        rate=rate(top[0].rate),
    )


def unspent_title(matter: Matter) -> str:
    """What the bars add up to, and how much of it is drawn by name."""
    top, rest = named(matter.parts)
    whole = sum((part.unspent_wan for part in matter.parts), Decimal(0))
    drawn = sum((part.unspent_wan for part in top), Decimal(0))
    if not rest or whole <= 0:
        return t("未执行 {money}", money=money_words(whole))
    share = rate((drawn / whole).quantize(Decimal("0.001")))
    return t("未执行 {money},前 {n} 个占 {share}", money=money_words(whole), n=len(top), share=share)


def rates_title() -> str:
    return t(
        "执行率:▼ 低于 {lags},◆ 低于 {told} 或超支,● 其他",
        lags=rate(bounds().lagging_rate),
        told=rate(bounds().explained_rate),
    )


def points(matter: Matter) -> str:
    """What is claimed without ground."""
    if not matter.claims:
        return t("没有虚高的自评分")
    first, n = matter.claims[0], len(matter.claims)
    gap = points_words(first.gap_points)
    if matter.department:
        return t("{n} 个项目自评高于规则允许;高出最多的是{name}:{gap} 分", n=n, name=first.name, gap=gap)
    return t("{n} 个部门自评高于规则允许;高出最多的是{name}:平均每份 {gap} 分", n=n, name=first.name, gap=gap)


def claims_title(matter: Matter) -> str:
    """What hollow and full mean, and how many are drawn."""
    if len(matter.claims) > TOP:
        return t("○ 自评 → ● 复算(平均分),前 {n} 个,其余 {rest} 个略", n=TOP, rest=len(matter.claims) - TOP)
    return t("○ 自评 → ● 复算(平均分)")


def lost_title(matter: Matter) -> str:
    """On which kind of indicator most is lost, and what the diamond means."""
    if not matter.levels:
        return t("复算没有失分")
    return t("失分最多:{what}(◇ 为自评所扣)", what=level_name(matter.levels[0].level2))


def lagging(matter: Matter) -> str:
    """How many lag; of one department, where it stands."""
    if len(matter.league) < 2:
        return t("只有一个部门,不作滞后排名")
    if matter.department:
        return standing(matter)
    found = matter.league.where("lags", bool)
    repeat = len(found.where("repeat", bool))
    if not found:
        return t("{n} 个部门中没有滞后部门", n=len(matter.league))
    return t(
        "{all} 个部门中 {n} 个滞后,其中 {repeat} 个上年也滞后;最滞后的是{name}",
        all=len(matter.league),
        n=len(found),
        repeat=repeat,
        name=department_name(found.value("department")),
    )


def standing(matter: Matter) -> str:
    """The rank of the department of the matter, and whether it lags."""
    own = matter.standing
    if own.value("lag_rank") is None:
        return t("{name}没有可比的数据,不作排名", name=subject(matter))
    lags = t("列为滞后部门") if own.value("lags") else t("未列为滞后部门")
    few = t(";不足 3 份,名次仅供参考") if own.value("small_number") else ""
    return t(
        "滞后名次第 {rank} 位(共 {all} 个部门,第 1 位最滞后),{lags}{few}",
        rank=own.value("lag_rank"),
        all=len(matter.league),
        lags=lags,
        few=few,
    )


def todo(matter: Matter) -> str:
    """How much was found, and what to begin with."""
    if not matter.findings:
        return t("各项规则都已核对,没有发现问题")
    errors = len(matter.findings.narrowed(severity="error"))
    return t(
        "核查发现 {n} 处,其中错误 {errors} 处,涉及 {forms} 份自评表;待处理 {open} 处",
        n=count(len(matter.findings)),
        errors=count(errors),
        forms=count(len(set(matter.findings.column("evaluation")))),
        open=count(len(matter.findings.narrowed(state="open"))),
    )

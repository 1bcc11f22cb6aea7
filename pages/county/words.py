"""Sentences of the county page, computed from its tables."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from analytics.working import plain
from pages.county.figures import most_lagging, outrunning, shares_lost
from pages.shared.bounds import SMALL_NUMBER, bounds
from pages.shared.formats import count, money, percent_points, points, rate, rounded, score, signed
from pages.shared.labels import band_name, definition, department_name, label, word
from pages.shared.language import t
from pages.shared.say import Better, Figure
from pages.shared.table import Table


def nothing() -> str:
    return t("这一年度还没有自评表。请换一个年度,或先导入:python -m data load 文件或文件夹。")


def lead(county: Table) -> str:
    """How the county stands, in one sentence, with a warning where the forms are few."""
    forms = county.value("forms")
    sentence = t(
        "{forms} 份自评表({departments} 个部门)全年预算 {budget},执行 {rate},未执行 {unspent};"
        "自评平均 {filed} 分,复算平均 {recomputed} 分。",
        forms=count(forms),
        departments=count(county.value("departments")),
        budget=money(county.value("adjusted_budget_wan")),
        rate=rate(county.value("execution_rate")),
        unspent=money(county.value("unspent_wan")),
        filed=score(county.value("filed_score_100")),
        recomputed=score(county.value("recomputed_score_100")),
    )
    few = t("只有 {n} 份,平均数和排名仅供参考。", n=forms) if forms <= SMALL_NUMBER else ""
    return sentence + few


def cards(county: Table, before: Table) -> list[Figure]:
    """The headline figures, each with its change since the year before where there is one."""

    def card(
        name: str, words: Callable[[Any], str], change: Callable[[Any], str], better: Better, head: str = ""
    ) -> Figure:
        now, then = county.value(name), before.value(name)
        moved = change(now - then) if now is not None and then is not None else None
        return Figure(head or label_alone(name), words(now), definition(name), moved, better)

    return [
        card("forms", count, _more, "neither"),
        card("adjusted_budget_wan", money, lambda wan: signed(money(wan)), "neither"),
        card("execution_rate", rate, percent_points, "more"),
        card("unspent_wan", money, lambda wan: signed(money(wan)), "less"),
        card("filed_score_100", score, _score, "neither", t("自评平均分")),
        card("recomputed_score_100", score, _score, "more", t("复算平均分")),
        card("full_mark_forms", count, _more, "neither"),
        card("overstated_indicators", count, _more, "less"),
        card("errors", count, _more, "less"),
        card("verifiable_share", rate, percent_points, "more"),
    ]


def label_alone(name: str) -> str:
    """The label without its unit: the figure carries it."""
    return label(name).partition(" (")[0]


def _more(change: int) -> str:
    return signed(f"{change:,}")


def _score(change: Decimal) -> str:
    return signed(f"{rounded(change, 1):f}")


def scores(projects: Table) -> str:
    """How many give themselves full marks, and how many keep them."""
    filed = [value for value in projects.column("filed_score_100") if value is not None and value >= 100]
    kept = [value for value in projects.column("recomputed_score_100") if value is not None and value >= 100]
    return t(
        "{n} 份自评表中 {filed} 份自评满分,复算后 {kept} 份仍为满分", n=len(projects), filed=len(filed), kept=len(kept)
    )


def scores_meaning() -> str:
    return t(
        "实心为复算得分,空心为自评得分,均折算为百分制。复算得分是规则允许区间内最接近自评的一点。点击可打开自评表。"
    )


def lost(points_lost: Table) -> str:
    """Where the points go, of every 100."""
    shares = shares_lost(points_lost)
    whole, gone, filed = (points_lost.total(name) for name in ("points", "lost_points", "filed_lost_points"))
    if not whole or not gone:
        return t("复算没有失分")
    most = word("level1", shares[0][0]) if shares[0][0] else t("未填一级指标")
    return t(
        "每 100 分中复算失 {gone} 分,自评只扣 {filed} 分;失分率最高的是{most}",
        gone=points(gone / whole * 100),
        filed=points(filed / whole * 100),
        most=most,
    )


def lost_meaning() -> str:
    return t("各一级指标每 100 分失去的分:横条为复算,空心菱形为自评。点击可查看这一级的低分指标。")


def quadrant(projects: Table) -> str:
    """How many spent little and score high."""
    found = outrunning(projects)
    low, high = rate(bounds().lagging_rate), plain(bounds().excellent_score)
    if not found:
        return t("没有执行率低于 {low} 而复算 {high} 分以上的项目", low=low, high=high)
    return t(
        "{n} 个项目执行率低于 {low},复算仍在 {high} 分以上,未执行 {money}",
        n=len(found),
        low=low,
        high=high,
        money=money(found.total("unspent_wan")),
    )


def quadrant_meaning(projects: Table) -> str:
    blank = len(projects) - len(projects.known("execution_rate"))
    return t(
        "横轴执行率,纵轴复算得分,圆点大小为全年预算。菱形为钱没花完而得分高的项目。{n} 个项目没有执行率,未画。", n=blank
    )


def unspent(projects: Table) -> str:
    left = projects.known("unspent_wan").where("unspent_wan", Decimal(0).__lt__)
    if not left:
        return t("所有项目的预算都已执行完")
    return t("{n} 个项目没有用完预算,共未执行 {money}", n=len(left), money=money(left.total("unspent_wan")))


def unspent_title(band: str | None = None) -> str:
    return within(t("未执行最多的项目"), band)


def within(title: str, band: str | None) -> str:
    """The title of a table that shows only the forms of one band of scores, which its file must say too."""
    return title if band is None else t("{title},得分 {band}", title=title, band=band_name(band))


def inflated(projects: Table) -> str:
    over = projects.known("inflation").where("inflation", Decimal(0).__lt__)
    if not over:
        return t("没有自评分高于规则允许的自评表")
    return t("{n} 份自评表的自评分高于规则允许,共虚高 {points} 分", n=len(over), points=points(over.total("inflation")))


def inflated_title(band: str | None = None) -> str:
    return within(t("虚高最多的自评表"), band)


def lagging(table: Table) -> str:
    """Which departments lag; with one department there is nothing to compare."""
    found = most_lagging(table)
    if len(table) <= 1:
        return t("只有 {n} 个部门,不作滞后排名", n=len(table))
    if not found:
        return t("没有滞后部门")
    names = t("、").join(department_name(name) for name in found.column("department")[:3])
    return t("{n} 个部门滞后:{names}等", n=len(table.where("lags", bool)), names=names)


def lagging_title() -> str:
    return t("滞后部门")

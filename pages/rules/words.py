"""Sentences of the page of rules, computed from its tables."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from analytics import descriptions
from analytics.rules import SEVERITIES, rules
from pages.rules.figures import DRAWN, moved, regraded, reranked
from pages.rules.tables import LISTED, shown
from pages.shared.formats import count, plain, points, rate, signed
from pages.shared.labels import definition, label, scheme_title
from pages.shared.language import t
from pages.shared.marks import marked
from pages.shared.say import Figure
from pages.shared.table import Table


def nothing() -> str:
    return t("这一年度还没有自评表,没有可对比的数。下面仍列出所执行的规则。")


def lead(use: Table, scheme: str | None) -> str:
    """Which scheme scores the forms of the year."""
    forms = count(int(use.total("forms")))
    if scheme is not None:
        return t(
            "{n} 份自评表全部按{scheme}复算;只改变查看的结果,不改动填报数据。", n=forms, scheme=scheme_title(scheme)
        )
    names = list(dict.fromkeys(use.by("forms").column("notes_scheme")))
    if not names:
        return t("每份自评表按自带的口径复算;这一年度还没有自评表。")
    return t(
        "{n} 份自评表各按自带的口径复算:{names}。", n=forms, names=t("、").join(scheme_title(name) for name in names)
    )


def followed(use: Table) -> str:
    """How many forms tell their scheme by what is printed on them."""
    printed = int(use.where("notes_scheme_from", "notes".__eq__).total("forms"))
    return t(
        "{n} 份自评表中 {printed} 份由表上所印的注释认定口径", n=count(int(use.total("forms"))), printed=count(printed)
    )


def followed_meaning() -> str:
    return t("先看表上所印的注释和计分方法,再看县名和年度,都没有时按财政部口径。从严口径只能由使用者选定。")


def followed_title() -> str:
    return t("自评表所归口径")


def asking() -> str:
    return t("换一个口径,或改动其中的数,结果会怎样")


def asking_meaning() -> str:
    return t("在本次查看中重算,与所用口径对照。改动写在网址里,可以把链接发给别人;数据库里什么也不保存。")


def answer(lines: Table, forms: Table, league: Table) -> str:
    """What the what-if changes, in one sentence."""
    if not (lines or forms or league):
        return t("按该口径,没有任何得分、等级或名次改变。")
    return t(
        "按该口径,{open} 项指标的允许区间改变,其中 {lines} 项的得分改变,合计 {points} 分;"
        "{forms} 份自评表的得分改变,{grades} 份的等级改变;"
        "{ranks} 个部门的名次改变。",
        open=count(len(lines)),
        lines=count(len(lines.known("score_change").where("score_change", bool))),
        points=signed(points(lines.total("score_change"))),
        forms=count(len(moved(forms))),
        grades=count(len(regraded(forms))),
        ranks=count(len(reranked(league))),
    )


def cards(now: Table, then: Table) -> list[Figure]:
    """The county under the what-if, with the figure in force beside it."""

    def card(name: str, words: Callable[[Any], str]) -> Figure:
        beside = t("现为 {n}", n=words(now.value(name)))
        return Figure(label(name).partition(" (")[0], words(then.value(name)), definition(name), beside=beside)

    return [
        card("recomputed_score_100", points),
        card("overstated_indicators", count),
        card("low_scoring_indicators", count),
        card("verifiable_share", rate),
        card("lagging_departments", count),
    ]


def forms(changed: Table) -> str:
    found = moved(changed)
    if not found:
        return t("没有自评表的得分改变")
    down = len(found.where("score_100_change", Decimal(0).__gt__))
    return t("{down} 份自评表的得分降低,{up} 份升高", down=count(down), up=count(len(found) - down))


def forms_meaning() -> str:
    return t("改变最大的 {n} 份:空心为现在的复算得分,实心为改动后的得分,红色为等级改变。点击可打开自评表。", n=DRAWN)


def ranks(league: Table) -> str:
    found = reranked(league)
    if not found:
        return t("没有部门的名次改变")
    better = len(found.where("rank_change", (0).__lt__))
    return t("{better} 个部门的滞后名次变好,{worse} 个变差", better=count(better), worse=count(len(found) - better))


def ranks_meaning() -> str:
    return t("改变最大的 {n} 个部门:向右为名次变好(滞后减轻),向左为变差。点击可打开部门。", n=DRAWN)


def detail(lines: Table, forms: Table, league: Table, findings: Table) -> str:
    """The head of the lists: the lines are cut where they are many, and say so."""
    cut = t("(列出前 {n} 项)", n=LISTED) if len(lines) > LISTED else ""
    return t(
        "逐条列出:{lines} 项指标{cut},{forms} 份自评表,{departments} 个部门,{rules} 条核查规则",
        lines=count(len(lines)),
        cut=cut,
        forms=count(len(forms)),
        departments=count(len(league)),
        rules=count(len(findings)),
    )


def lines_title() -> str:
    return t("口径对比-指标")


def forms_title() -> str:
    return t("口径对比-自评表")


def ranks_title() -> str:
    return t("口径对比-部门")


def hits_title() -> str:
    return t("口径对比-核查规则")


def numbers(scheme: str | None) -> str:
    """How many numbers were read in a source and how many are assumed."""
    parameters = [parameter for one in shown(scheme) for parameter in (*one.parameters, *one.caps)]
    assumed = sum(1 for parameter in parameters if parameter.basis == "assumption")
    return t(
        "口径中的 {n} 个数,{read} 个读自原文,{assumed} 个为假定",
        n=len(parameters),
        read=len(parameters) - assumed,
        assumed=assumed,
    )


def numbers_meaning() -> str:
    return t("由口径文件生成。每个数都写明依据:读自原文的写出处,假定的由财政局确认后改为原文。")


def numbers_title() -> str:
    return t("评分口径的各数")


def formulas() -> str:
    return t("每项指标的得分由 {n} 条规则得出,拿不准的给区间而不是猜一个数", n=len({*descriptions.formulas()}))


def formulas_meaning(scheme: str | None) -> str:
    one = shown(scheme)[0]
    return t(
        "A 为指标值,B 为实际值,p 为分值;[低, 高] 为允许的区间,竖线隔开各档或口径可选的算法;"
        "b₁ 为“达成”的下限 {agreed}%,b₂ 为“部分达成”的下限 {partly}%。"
        "例子由程序按{scheme}算出。",
        agreed=plain(one.number("agreed_from_rate") * 100, 1),
        partly=plain(one.number("partly_from_rate") * 100, 1),
        scheme=scheme_title(one.scheme),
    )


def formulas_title() -> str:
    return t("计分规则与例子")


def findings(counted: Table) -> str:
    hit = len({row[0] for row in counted.pick("rule", "hits") if row[1]})
    return t(
        "{n} 条核查规则中 {hit} 条有命中,{passed} 条查过没有问题", n=len(rules()), hit=hit, passed=len(rules()) - hit
    )


def findings_meaning() -> str:
    kinds = t("、").join(marked(severity) for severity in SEVERITIES)
    return t("级别依次为 {kinds}。没有命中的也列出:查过没有问题,不等于没有查。", kinds=kinds)


def findings_title() -> str:
    return t("核查规则")


def views() -> str:
    return t("所有数字由 {n} 张视图逐层算出", n=len(descriptions.views()))


def views_meaning() -> str:
    return t("每张视图说明一行是什么。程序文件在 analytics/views 中,可以逐条核对。")


def views_title() -> str:
    return t("视图")

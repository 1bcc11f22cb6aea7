"""Sentences about generations: what led to each, and what goes out of sight with a change."""

from collections.abc import Iterator

from data.going_back import GoingBack
from data.what_was_done import Done
from pages.shared.formats import count
from pages.shared.language import t


def title() -> str:
    return t("历次数据")


def meaning() -> str:
    return t("每次导入或更正都生成新的一代数据,旧的一代原样保留,可随时退回。退回不删除任何原件。")


def done(one: Done) -> str:
    """导入文件 12 个,拒收 1 个."""
    said = {
        "received": t("导入文件 {n} 个", n=count(one.count("received"))),
        "refused": t("未能读取 {n} 个", n=count(one.count("refused"))),
        "confirmed": t("待确认的计入 {n} 份", n=count(one.count("confirmed"))),
        "declined": t("待确认的不计入 {n} 份", n=count(one.count("declined"))),
        "repair": t("更正 {n} 处", n=count(one.count("repair"))),
        "department_name": t("部门名称对照表"),
        "expected_filing": t("自评任务清单"),
        "forgotten": t("不再列出文件 {n} 个", n=count(one.count("forgotten"))),
    }
    return t("、").join(said[kind] for kind, _ in one.counts) or t("由原件重建")  # nothing else leads to one by no act


def asked(change: GoingBack) -> str:
    """What will be otherwise, in one sentence, and that nothing is lost for good."""
    effects = t(";").join(consequences(change)) or t("显示的自评表没有变化")
    return t(
        "由第 {now} 代改用第 {then} 代后:{effects}。原件和工作记录不受影响,可在“改用”中再选第 {now} 代。",
        now=change.now,
        then=change.then,
        effects=effects,
    )


def consequences(change: GoingBack) -> Iterator[str]:
    if change.lost:
        yield t("现在计入的 {n} 份自评表不再计入", n=count(change.lost))
    if change.back:
        yield t("{n} 份重新计入", n=count(change.back))
    if change.unheld:
        yield t("{n} 份待确认的不再列出", n=count(change.unheld))
    if change.waiting:
        yield t("{n} 份回到待确认", n=count(change.waiting))
    if change.repairs:
        yield t("{n} 处更正不再生效", n=count(change.repairs))
    if change.names:
        yield t("部门名称对照表换回当时的")
    if change.tasks:
        yield t("自评任务清单换回当时的")


def yes(change: GoingBack) -> str:
    return t("改用第 {n} 代", n=change.then)

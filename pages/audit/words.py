"""Sentences and rows of the audit page."""

from data.audit import DONE, Audited
from data.rights.words import ACTION_WORDS, ROLE_WORDS
from data.texts import mark
from pages.shared.formats import count
from pages.shared.language import t
from pages.shared.table import Table

COLUMNS = (
    "act_when", "act_who", "act_role", "act_what", "act_object", "act_count", "act_result", "act_detail", "act_sha256",
)  # fmt: skip
OTHER_WORDS = {
    "sign_in": mark("登录"),
    "sign_out": mark("退出登录"),
    "rebuild": mark("由原件重建"),
    "restore": mark("由备份恢复"),
    "purge_audit": mark("清理审计记录"),
    "accept_audit": mark("记下审计记录的缺失"),
}
RESULTS = {DONE: mark("完成"), "begun": mark("开始"), "not_allowed": mark("未获准"), "others_inside": mark("未获准")}


def lead(acts: tuple[Audited, ...]) -> str:
    """How many acts there are, since when, and that they are whole: otherwise the page would not have come so far."""
    if not acts:
        return t("还没有审计记录。")
    refused = sum(one.result == "not_allowed" for one in acts)
    return t(
        "审计记录完整:自 {day} 起共 {n} 条,首尾相连,末行与封存一致;其中未获准 {refused} 条。",
        n=count(len(acts)),
        day=f"{acts[-1].when.astimezone():%Y-%m-%d}",
        refused=count(refused),
    )


def title() -> str:
    return t("审计记录")


def what(code: str) -> str:
    """The kind of an act in words."""
    words = ACTION_WORDS.get(code) or OTHER_WORDS.get(code)
    return t(words) if words else code


def is_done(one: Audited) -> bool:
    return one.result == DONE


def table(acts: tuple[Audited, ...]) -> Table:
    """One row per act, times by the clock of this machine."""
    return Table("audit", COLUMNS, tuple(map(row, acts)))


def row(one: Audited) -> tuple[object, ...]:
    return (
        f"{one.when.astimezone():%Y-%m-%d %H:%M:%S}",
        one.who,
        t(ROLE_WORDS[one.role]) if one.role in ROLE_WORDS else one.role,
        what(one.what),
        one.object,
        one.count,
        t(RESULTS[one.result]) if one.result in RESULTS else one.result,
        "; ".join(f"{name}={value}" for name, value in one.detail if value),
        one.sha256[:16],
    )

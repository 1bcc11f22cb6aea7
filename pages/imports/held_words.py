"""Sentences about forms that wait for a person."""

from pages.shared.formats import BLANK, count
from pages.shared.labels import department_name, word, year_name
from pages.shared.language import t
from pages.shared.table import Table


def title(forms: Table) -> str:
    waiting = len(waits(forms))
    if not waiting:
        return t("没有待确认的自评表")
    return t("{n} 份自评表待确认,确认前不计入任何数字", n=count(waiting))


def meaning() -> str:
    return t("年度或部门与文件名、批次不一致的,以及由图片识别而来的自评表,须经人工确认才计入。")


def waits(forms: Table) -> Table:
    """The held forms about which nobody decided yet."""
    return forms.where("held_for", lambda reasons: reasons != "declined")


def declined(forms: Table) -> Table:
    return forms.where("held_for", "declined".__eq__)


def who_decides() -> str:
    return t("由绩效股复核人员决定。决定人、时间和理由记入工作记录;不计入的原样保留,可以改为计入。")


def listed_title() -> str:
    return t("待确认的自评表")


def declined_title(n: int) -> str:
    return t("已决定不计入的 {n} 份", n=count(n))


def declined_listed() -> str:
    return t("已决定不计入的自评表")


def name(form: Table) -> str:
    return t(
        "{project}({department},{year})",
        project=form.value("project") or BLANK,
        department=department_name(form.value("department") or form.value("unit")),
        year=year_name(form.value("year")),
    )


def with_place(sentence: str, place: str | None) -> str:
    """The sentence, with the cell in which the form says so."""
    return t("{sentence}(见 {place})", sentence=sentence, place=place) if place else sentence


def received(name: str, place: str, who: str | None, moment: str, batch: str) -> str:
    sentence = t("原件:{name},位置:{place};收到时间(UTC):{moment}", name=name, place=place, moment=moment)
    if who:
        sentence += t(",导入人:{who}", who=word("who", who))
    return sentence + (t(",随批次指定:{batch}", batch=batch) if batch else "") + t("。")


def would_correct(version: int, changes: int) -> str:
    return t("计入后将更正在用的第 {version} 版,改动 {n} 处", version=version, n=count(changes))


def recognised(lines: int, doubtful: int) -> str:
    return t("识别出 {n} 行指标,其中 {m} 处存疑;请与原件逐项核对", n=count(lines), m=count(doubtful))

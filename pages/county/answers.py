"""What is asked first, answered at once, each with the page that shows more. Pure but for the links."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from pages.shared.bounds import SMALL_NUMBER
from pages.shared.changes import changes
from pages.shared.formats import money, points, rate
from pages.shared.labels import department_name, word
from pages.shared.language import t
from pages.shared.query import UNFILLED
from pages.shared.say import plain
from pages.shared.table import Table
from pages.shared.ways import open_page


@dataclass(frozen=True, slots=True)
class Answer:
    """A question, its answer, and the page with the filters that shows where it comes from; None has no page."""

    key: str
    question: str
    answer: str
    page: str | None = None
    ids: tuple[tuple[str, object], ...] = ()


def answers(county: Table, before: Table, money_left: Table, claims: Table, lines: Table) -> tuple[Answer, ...]:
    """Tables but the first two begin with the greatest; one without rows gives the answer that there is none."""
    return (
        _unspent(money_left.head(1)),
        _lost(lines.head(1)),
        _claimed(claims.head(1)),
        Answer("changed", t("比上年变了什么"), changes(county, before, county.value("year")), "departments"),
    )


def _unspent(row: Table) -> Answer:
    question = t("哪个部门没花的钱最多")
    if not row:
        return Answer("unspent", question, t("预算都已执行完"))
    said = t(
        "{name}:未执行 {money},执行率 {rate}",
        name=department_name(row.value("department")),
        money=money(row.value("unspent_wan")),
        rate=rate(row.value("execution_rate")),
    )
    return Answer("unspent", question, said, "department", _of(row))


def _lost(row: Table) -> Answer:
    question = t("哪条指标失分最多")
    if not row:
        return Answer("lost", question, t("复算没有失分"))
    said = t(
        "{name}:失 {n} 分({level2},{department})",
        name=row.value("name") or t("未填指标名称"),
        n=points(row.value("lost_points")),
        level2=word("level2", row.value("level2")) if row.value("level2") else t("未填二级指标"),
        department=department_name(row.value("department")),
    )
    ids = (("evaluation", row.value("evaluation")), ("n", row.value("n")))
    return Answer("lost", question, said, "form", ids)


def _claimed(row: Table) -> Answer:
    question = t("哪个部门的自评最缺依据")
    if not row:
        return Answer("claimed", question, t("没有虚高的自评分"))
    few = t(",只有 {n} 份", n=row.value("projects")) if row.value("projects") < SMALL_NUMBER else ""
    said = t(
        "{name}:自评每份高出规则允许 {n} 分{few}",
        name=department_name(row.value("department")),
        n=points(row.value("inflation_per_form")),
        few=few,
    )
    return Answer("claimed", question, said, "department", _of(row))


def _of(row: Table) -> tuple[tuple[str, object], ...]:
    return (("department", row.value("department") or UNFILLED),)


def show_answers(found: Sequence[Answer]) -> None:
    """Questions and answers, one below the other; an answer opens what it speaks of."""
    with st.container(key="answers", gap="xxsmall"):
        for one in found:
            st.button(
                f"{plain(one.question)} **{plain(one.answer)}**",
                key=f"answer_{one.key}",
                type="tertiary",
                disabled=one.page is None,
                on_click=open_page,
                args=(one.page,),
                kwargs=dict(one.ids),
            )

"""What stands on the screens beside drawings: five figures, who lags and why, rules with what to do, worst projects."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from pages.meeting.matter import Matter
from pages.meeting.reasons import own_reasons, reasons
from pages.meeting.work import Step, steps, worst_projects
from pages.meeting.year import Card, five
from pages.shared.formats import points
from pages.shared.labels import department_name
from pages.shared.language import t
from pages.shared.marks import mark_of
from pages.shared.query import UNFILLED
from pages.shared.say import plain
from pages.shared.table import Table
from pages.shared.ways import open_page

LAGGING, WORST = 5, 5


def sentence(words: str) -> str:
    return f'<p class="jx-change">{escape(words)}</p>'


def cards(matter: Matter) -> str:
    """The five figures, each with its change and what it is compared with."""
    return f'<div class="jx-five">{"".join(map(_card, five(matter)))}</div>'


def _card(one: Card) -> str:
    beside = "".join(f"<small>{escape(words)}</small>" for words in one.beside)
    return f'<div><span class="jx-name">{escape(one.name)}</span><b>{escape(one.value)}</b>{beside}</div>'


def lagging(matter: Matter) -> None:
    """Of the county the five that lag most, of a department its six criteria beside the county's."""
    if matter.department:
        st.html(_listed(own_reasons(matter.standing)))
        return
    for row in matter.league.where("lags", bool).head(LAGGING).each():
        department = row.value("department")
        _way(department_name(department), "department", f"lagging_{row.value('lag_rank')}_{department}",
             department=department or UNFILLED)  # fmt: skip
        st.html(f'<p class="jx-why">{escape(reasons(row))}</p>')


def _listed(rows: Sequence[tuple[str, str, bool]]) -> str:
    """Criteria: the name, what is said of it, and whether it is worse than the county."""
    lines = "".join(
        f'<li class="{"worse" if worse else ""}"><b>{"▼" if worse else "●"} {escape(name)}</b> {escape(said)}</li>'
        for name, said, worse in rows
    )
    return f'<ul class="jx-criteria">{lines}</ul>'


def rules(matter: Matter) -> str:
    """The rules that were broken most, errors first, each with what to do next."""
    title = t("按规则,先改错误")
    return f'<h3 class="jx-drawn">{escape(title)}</h3><ol class="jx-steps">{"".join(map(_step, steps(matter)))}</ol>'


def _step(one: Step) -> str:
    mark = mark_of(one.severity)
    shape = mark.shape if mark else ""
    todo = t("下一步:{todo}", todo=one.todo)
    how_many = t("{n} 处,{forms} 份", n=one.findings, forms=one.forms)
    return (
        f'<li><span class="jx-what">{escape(shape)} {escape(one.what)}</span> <b>{escape(how_many)}</b>'
        f"<small>{escape(todo)}</small></li>"
    )


def worst(matter: Matter) -> None:
    """The projects with most errors, by name; each opens its form."""
    found = worst_projects(matter.projects, WORST)
    title = t("问题最多的项目") if found else t("没有项目有错误")
    st.html(f'<h3 class="jx-drawn">{escape(title)}</h3>')
    for row in found.each():
        name = row.value("project") or t("未填项目名称")
        _way(name, "form", f"worst_{row.value('evaluation')}", evaluation=row.value("evaluation"))
        st.html(f'<p class="jx-why">{escape(_project(row, bool(matter.department)))}</p>')


def _project(row: Table, own: bool) -> str:
    gap = row.value("inflation")
    over = t(",虚高 {points} 分", points=points(gap)) if gap and gap > 0 else ""
    said = t("错误 {n} 处{over}", n=row.value("errors"), over=over)
    return said if own else t("{department}:{said}", department=department_name(row.value("department")), said=said)


def _way(words: str, page: str, key: str, **changes: object) -> None:
    """A name that opens what it names."""
    st.button(plain(words), key=f"meeting_{key}", type="tertiary", on_click=open_page, args=(page,), kwargs=changes)

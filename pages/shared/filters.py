"""The filter bar, the same on every page, bound to the address. The address is the only memory."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any, Literal

import streamlit as st

from pages.shared import store
from pages.shared.bounds import hold_bounds
from pages.shared.labels import band_name, department_name, rule_name, scheme_title, word, year_name
from pages.shared.language import t
from pages.shared.marks import marked
from pages.shared.query import UNFILLED
from pages.shared.say import plain
from pages.shared.scope import VERDICTS, Known, Scope, address, settle, with_findings, without_findings
from pages.shared.ways import here, narrow

EVERYWHERE = ("scheme",)  # every page with a bar recomputes under a scheme


def choose_scope(uses: Collection[str]) -> Scope:
    """Draw the filter bar and give the scope in force. It is the same bar everywhere: filters that this page does not
    use are greyed out; a page that uses none has no bar.
    """
    known = store.known()
    params = st.query_params.to_dict()
    scope, notes = settle(here(), known, params)
    scope = with_findings(scope) if "rule" in uses else without_findings(scope)
    settled = address(scope)
    if settled != params:
        st.query_params.from_dict(settled)
    if uses:
        with st.container(horizontal=True, gap="xsmall", key="filters", vertical_alignment="bottom"):
            bar(scope, known, (*uses, *EVERYWHERE))
    for note in notes:
        st.info(plain(note), icon=":material/info:")
    crumbs(scope, uses)
    hold_bounds(store.scheme_bounds(scope))
    return scope


def choose_department(scope: Scope) -> Scope:
    """A page of one department needs one: where none is chosen, the one that lags most, with a word."""
    if scope.department:
        return scope
    departments = store.known().departments
    if len(departments) == 1:
        return replace(scope, department=departments[0])
    worst = store.fetch("lagging_department", scope.keep("year"), order="lag_rank", limit=1)
    if worst:
        name = plain(department_name(worst.value("department")))
        st.info(t("请在上方选择主管部门;现在显示的是最滞后的{name}。", name=name), icon=":material/info:")
    return replace(scope, department=worst.value("department") or UNFILLED)


def bar(scope: Scope, known: Known, uses: Collection[str]) -> None:
    """The six filters; the look gives each its share of one line where the screen is wide enough."""
    bases = {"recomputed": t("复算"), "filed": t("自评")}
    departments, level2s = (None, *known.departments), (None, *known.level2s)
    schemes = (None, *known.schemes)
    select("year", t("年度"), known.years, scope.year, year_name, uses)
    select("department", t("主管部门"), departments, scope.department, everything(department_name), uses)
    select("level2", t("二级指标"), level2s, scope.level2, everything(lambda v: word("level2", v)), uses)
    select("scheme", t("评分口径"), schemes, scope.scheme, scheme_name, uses)
    select("basis", t("得分依据"), tuple(bases), scope.basis, bases.__getitem__, uses)
    search(scope, uses)


def scheme_name(name: str | None) -> str:
    """A scheme in a narrow field whose label says what it is."""
    return t("各表自带") if name is None else scheme_title(name)


def everything(name: Callable[[Any], str]) -> Callable[[Any], str]:
    """Names of options, with a word for the one that filters nothing."""
    return lambda value: t("全部") if value is None else name(value)


def select(
    name: str,
    title: str,
    options: tuple[Any, ...],
    value: Any,
    words: Callable[[Any], str],
    uses: Collection[str],
    width: int | Literal["stretch"] = "stretch",
) -> None:
    key = f"filter_{name}"
    st.session_state[key] = value
    st.selectbox(
        title,
        options,
        format_func=words,
        key=key,
        width=width,
        placeholder=words(None) if None in options else None,
        disabled=name not in uses,
        on_change=lambda: narrow(**{name: st.session_state[key]}, evaluation=None, n=None),
    )


def search(scope: Scope, uses: Collection[str]) -> None:
    st.session_state["filter_search"] = scope.search or ""
    st.text_input(
        t("查找"),
        key="filter_search",
        max_chars=80,
        icon=":material/search:",
        placeholder=t("部门、项目、指标"),
        disabled="search" not in uses,
        on_change=lambda: narrow(search=st.session_state["filter_search"].strip() or None),
    )


def choose_ranking(scope: Scope) -> None:
    """By what the indicators are ranked, and those of which verdict; both stand in the address."""
    orders = {"points": t("按失分排序"), "rate": t("按得分率排序")}
    verdicts = {"": t("全部结论")} | {one: marked(one) for one in VERDICTS}
    with st.container(horizontal=True, gap="small", key="ranking"):
        choice("order", t("排序"), orders, scope.order)
        choice("verdict", t("复算结论"), verdicts, scope.verdict or "")


def choice(name: str, title: str, options: dict[str, str], value: str) -> None:
    key = f"choice_{name}"
    st.session_state[key] = value
    st.segmented_control(
        title,
        tuple(options),
        format_func=options.get,
        key=key,
        required=True,
        label_visibility="collapsed",
        wrap=True,
        on_change=lambda: narrow(**{name: st.session_state[key] or None}),
    )


def crumbs(scope: Scope, uses: Collection[str]) -> None:
    """What narrows the page beyond the year, each undone by one click."""
    shown = {
        "department": department_name,
        "level1": lambda value: word("level1", value),
        "level2": lambda value: word("level2", value),
        "verdict": marked,
        "severity": marked,
        "rule": rule_name,
        "band": band_name,
        "search": str,
    }
    set_now = [
        (name, words(getattr(scope, name))) for name, words in shown.items() if name in uses and getattr(scope, name)
    ]
    if not set_now:
        return
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="crumbs"):
        for name, words in set_now:
            st.button(
                plain(words),
                key=f"crumb_{name}",
                icon=":material/close:",
                help=t("点击取消这一筛选"),
                on_click=narrow,
                kwargs={name: None, "evaluation": None, "n": None},
            )

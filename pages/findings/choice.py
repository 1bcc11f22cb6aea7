"""What the findings page shows: which part, and which findings. The choice stands in the address."""

from collections import Counter

import streamlit as st

from pages.findings.tables import narrowed
from pages.shared.filters import choice, everything, select
from pages.shared.labels import rule_name, word
from pages.shared.language import t
from pages.shared.scope import PARTS, SEVERITIES, STATES, Scope
from pages.shared.table import Table


def choose(found: Table, scope: Scope) -> None:
    """Which part; where findings are listed, of which rule, state and severity, each with how many it would show."""
    with st.container(horizontal=True, gap="small", key="findings_part", vertical_alignment="bottom"):
        names = dict(zip(PARTS, (t("逐条处理"), t("按规则"), t("按部门")), strict=True))
        choice("part", t("查看方式"), names, scope.part)
        if scope.part == PARTS[0]:
            choose_rule(narrowed(found, scope, but="rule"), scope)
    if scope.part == PARTS[0]:
        with st.container(horizontal=True, gap="small", key="ranking"):
            choose_state(narrowed(found, scope, but="state"), scope)
            choose_severity(narrowed(found, scope, but="severity"), scope)


def choose_state(found: Table, scope: Scope) -> None:
    many = Counter(found.column("state")) | Counter(all=len(found))
    choice(
        "state", t("处理状态"), {one: counted(word("state", one), many[one]) for one in STATES}, scope.state or "open"
    )


def choose_severity(found: Table, scope: Scope) -> None:
    many = Counter(found.column("severity"))
    names = {one: counted(word("severity", one), many[one]) for one in SEVERITIES}
    choice("severity", t("级别"), {"": t("全部级别")} | names, scope.severity or "")


def choose_rule(found: Table, scope: Scope) -> None:
    many = Counter(found.column("rule"))
    rules = sorted({*many, *filter(None, [scope.rule])}, key=lambda rule: (-many[rule], rule))
    words = everything(lambda rule: counted(rule_name(rule), many[rule]))
    select("rule", t("规则"), (None, *rules), scope.rule, words, ("rule",), 340)


def counted(words: str, n: int) -> str:
    """ "待处理 12" """
    return f"{words} {n:,}"

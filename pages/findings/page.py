"""核查发现: one by one with its operands and cell, by rule (rules without a hit too), by department."""

import streamlit as st

from pages.findings import choice, figures, replies, review, tables, words
from pages.shared.charts import part
from pages.shared.filters import choose_scope
from pages.shared.papers import notices_link
from pages.shared.reading import show_reading
from pages.shared.say import say, section
from pages.shared.store import fetch
from pages.shared.tables import show_table

review.carry_out()
scope = choose_scope(uses=("year", "department", "search", "rule", "severity"))
where = scope.keep("year", "department", "search")
found = fetch("decided_finding", where)

say(words.lead(found, scope))
choice.choose(found, scope)
notices_link(scope.keep("year"))
replies.show(scope)

if scope.part == "rules":
    rules = tables.by_rule(found, fetch("rule", scope.keep()))
    section(words.rules(rules), words.rules_meaning())
    show_reading(rules, tables.RULES, "findings_rules", words.rules_title(), "findings")
elif scope.part == "departments":
    progress = fetch("review_progress", scope.keep("year", "department"), order="department")
    part(words.progress(progress), lambda: figures.progress(progress), "findings_progress", words.progress_meaning())
    departments = progress.by("open_findings")
    show_table(departments, tables.DEPARTMENTS, "findings_departments", words.departments_title(), "findings")
else:
    listed = tables.listed(found, scope)
    left, right = st.columns([5, 4], gap="medium")
    with left:
        section(words.listed(listed, found), words.listed_meaning())
        marked = show_table(
            listed, tables.columns(scope), "findings_list", words.listed_title(), "form", picks=review.sheet()
        )
    with right:
        review.panel(listed, marked)

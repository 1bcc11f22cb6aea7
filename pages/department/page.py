"""部门: its figures against the county, its projects, indicators, findings and years."""

import streamlit as st

from pages.department import figures, words
from pages.shared.charts import part
from pages.shared.criteria import against_county
from pages.shared.filters import choose_department, choose_scope
from pages.shared.meeting import meeting_way
from pages.shared.papers import department_links
from pages.shared.reading import show_reading
from pages.shared.say import empty, headline, say, section
from pages.shared.store import fetch, shows_one

scope = choose_department(choose_scope(uses=("year", "department")))
where, whole = scope.keep("year", "department"), scope.keep("department")
league, projects = fetch("lagging_department", scope.keep("year")), fetch("project_summary", where)
standing = fetch("lagging_department", where)
levels = fetch("level2_summary", where)
county_levels = levels.head(0) if shows_one() else fetch("level2_summary", scope.keep("year"))
findings, rules, history = (
    fetch("counted_finding", where),
    fetch("rule", where),
    fetch("department_summary", whole, order="year"),
)

if not projects:
    empty(words.nothing())
    st.stop()

say(words.lead(standing, projects, len(league)))
headline(against_county(standing, len(league)))
department_links(where)
meeting_way(scope.department)

left, right = st.columns(2, gap="large")
with left:
    part(words.scores(projects), lambda: figures.scores(projects), "department_scores", words.scores_meaning())
with right:
    part(words.money(projects), lambda: figures.money(projects), "department_money", words.money_meaning())

left, right = st.columns(2, gap="large")
with left:
    part(
        words.levels(levels), lambda: figures.levels(levels, county_levels), "department_levels", words.levels_meaning()
    )
with right:
    part(words.history(history), lambda: figures.history(history), "department_history", words.history_meaning())

section(words.listed(projects))
show_reading(projects.by("inflation"), figures.PROJECTS, "department_projects", words.listed_title(), "form")
wholes = fetch("whole_department", whole, order="year")
if wholes:
    section(words.wholes(wholes))
    show_reading(wholes, figures.WHOLES, "department_wholes", words.wholes_title())
section(words.findings(findings))
show_reading(figures.named(findings, rules), figures.FINDINGS, "department_findings", words.findings_title(), "form")

"""预算执行: money unspent first, then rates, sources, over-execution, results that outrun money."""

import streamlit as st

from pages.execution import figures, words
from pages.shared.charts import part
from pages.shared.filters import choose_scope
from pages.shared.reading import show_reading
from pages.shared.say import empty, headline, say, section
from pages.shared.store import fetch
from pages.shared.tables import show_table

scope = choose_scope(uses=("year", "department", "search"))
where = scope.keep("year", "department")
projects = fetch("project_funding", scope.keep("year", "department", "search"))
departments, before = fetch("department_execution", where), fetch("department_execution", where.before())
sources = fetch("funding_source", where)
outrun = fetch("counted_finding", where).where("rule", "results_outrun_money".__eq__)

if not projects:
    empty(words.nothing())
    st.stop()

level = figures.level(departments, projects)
earlier = before if level is departments else fetch("project_funding", where.before())
say(words.lead(level))
headline(words.cards(departments, before))

left, right = st.columns(2, gap="large")
with left:
    part(
        words.unspent(level),
        lambda: figures.unspent(level),
        f"execution_unspent_{level.view}",
        words.unspent_meaning(level),
    )
with right:
    part(
        words.rates(level),
        lambda: figures.rates(level, earlier),
        f"execution_rates_{level.view}",
        words.rates_meaning(level, earlier),
    )

left, right = st.columns(2, gap="large")
with left:
    part(words.sources(sources), lambda: figures.sources(sources), "execution_sources", words.sources_meaning())
with right:
    part(
        words.changes(level), lambda: figures.changes(level), f"execution_changes_{level.view}", words.changes_meaning()
    )

section(words.over(projects))
show_reading(figures.over(projects), figures.OVER, "execution_over", words.over_title(), "form")
section(words.outrun(outrun), words.outrun_meaning())
show_reading(outrun, figures.OUTRUN, "execution_outrun", words.outrun_title(), "form")
section(words.listed(projects))
show_table(projects.by("unspent_wan"), figures.PROJECTS, "execution_projects", words.listed_title(), "form")

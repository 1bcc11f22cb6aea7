"""县域总览: headline figures, filed against recomputed, where points and money go, the worst lists."""

import streamlit as st

from pages.county import answers, figures, words
from pages.shared.charts import part
from pages.shared.filters import choose_scope
from pages.shared.meeting import meeting_way
from pages.shared.papers import county_link
from pages.shared.reading import show_reading
from pages.shared.say import empty, headline, say, section
from pages.shared.store import fetch

asked = choose_scope(uses=("year", "band"))
scope, band = asked.keep("year"), asked.band
county, before = fetch("county_summary", scope), fetch("county_summary", scope.before())
projects, lost = fetch("project_summary", scope), fetch("points_lost", scope)
lagging = fetch("lagging_department", scope)

if not projects:
    empty(words.nothing())
    st.stop()

within = figures.within(projects, band)
say(words.lead(county))
headline(words.cards(county, before))
county_link(scope)
meeting_way()
left_over = fetch("department_execution", scope, above="unspent_wan", order="unspent_wan desc, department")
claimed = fetch("department_summary", scope, above="inflation_per_form", order="inflation_per_form desc, department")
worst = fetch("recomputed_indicator", scope, above="lost_points", order="lost_points desc, evaluation, n", limit=1)
answers.show_answers(answers.answers(county, before, left_over, claimed, worst))

left, right = st.columns(2, gap="large")
with left:
    part(words.scores(projects), lambda: figures.scores(projects), "county_scores", words.scores_meaning())
with right:
    part(words.lost(lost), lambda: figures.lost(lost), "county_lost", words.lost_meaning())

part(words.quadrant(within), lambda: figures.quadrant(within), "county_quadrant", words.quadrant_meaning(within))

section(words.unspent(within))
show_reading(figures.most_unspent(within), figures.UNSPENT, "county_unspent", words.unspent_title(band), "form")
section(words.inflated(within))
show_reading(figures.most_inflated(within), figures.INFLATED, "county_inflated", words.inflated_title(band), "form")
section(words.lagging(lagging))
show_reading(figures.most_lagging(lagging), figures.LAGGING, "county_lagging", words.lagging_title(), "department")

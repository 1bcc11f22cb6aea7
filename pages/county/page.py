"""县域总览: headline figures, filed against recomputed, where points and money go, the worst lists."""

import streamlit as st

from pages.county import figures, words
from pages.shared.charts import part
from pages.shared.filters import choose_scope
from pages.shared.papers import county_link
from pages.shared.say import empty, headline, say, section
from pages.shared.store import fetch
from pages.shared.tables import show_table

scope = choose_scope(uses=("year",)).keep("year")
county, before = fetch("county_summary", scope), fetch("county_summary", scope.before())
projects, lost = fetch("project_summary", scope), fetch("points_lost", scope)
lagging = fetch("lagging_department", scope)

if not projects:
    empty(words.nothing())
    st.stop()

say(words.lead(county))
headline(words.cards(county, before))
county_link(scope)

left, right = st.columns(2, gap="large")
with left:
    part(words.scores(projects), lambda: figures.scores(projects), "county_scores", words.scores_meaning())
with right:
    part(words.lost(lost), lambda: figures.lost(lost), "county_lost", words.lost_meaning())

part(words.quadrant(projects), lambda: figures.quadrant(projects), "county_quadrant", words.quadrant_meaning(projects))

section(words.unspent(projects))
show_table(figures.most_unspent(projects), figures.UNSPENT, "county_unspent", words.unspent_title(), "form")
section(words.inflated(projects))
show_table(figures.most_inflated(projects), figures.INFLATED, "county_inflated", words.inflated_title(), "form")
section(words.lagging(lagging))
show_table(figures.most_lagging(lagging), figures.LAGGING, "county_lagging", words.lagging_title(), "department")

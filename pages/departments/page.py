"""滞后部门: league table with the reasons for each rank, county median, change since last year."""

import streamlit as st

from pages.departments import figures, words
from pages.shared.charts import part
from pages.shared.filters import choose_scope
from pages.shared.reading import show_reading
from pages.shared.say import empty, headline, say, section
from pages.shared.store import fetch
from pages.shared.tables import show_html

scope = choose_scope(uses=("year", "search")).keep("year", "search")
league, before = fetch("lagging_department", scope, order="lag_rank"), fetch("lagging_department", scope.before())

if not league:
    empty(words.nothing())
    st.stop()

say(words.lead(league))
headline(words.medians(league, before))

left, right = st.columns(2, gap="large")
with left:
    part(words.index(league), lambda: figures.index(league), "departments_index", words.index_meaning())
with right:
    part(words.moves(league), lambda: figures.moves(league), "departments_moves", words.moves_meaning())

section(words.why(league), words.why_meaning())
show_html(figures.why(league))

section(words.listed(league))
show_reading(league, figures.COLUMNS, "departments_league", words.title(), "department")

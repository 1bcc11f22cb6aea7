"""低分指标: ranked by points lost or score rate, department × level 2, reasons given or missing."""

import streamlit as st

from pages.indicators import figures, words
from pages.shared.charts import part
from pages.shared.filters import choose_ranking, choose_scope
from pages.shared.say import empty, headline, say, section
from pages.shared.store import fetch
from pages.shared.tables import show_table

scope = choose_scope(uses=("year", "department", "level1", "level2", "verdict", "basis", "search"))
choose_ranking(scope)
basis = figures.basis(scope)
where = scope.keep("year", "department", "level1", "level2", "verdict", "search")
lines = fetch("recomputed_indicator", where, above=basis.lost, order=basis.order, limit=figures.LISTED)
levels = fetch("level2_summary", scope.keep("year", "department", "level2"))
before = fetch("recomputed_indicator", where.before(), above=basis.lost, order=basis.order, limit=figures.LISTED)
levels_before = fetch("level2_summary", scope.keep("year", "department", "level2").before())

if not levels:
    empty(words.nothing())
    st.stop()

say(words.lead(lines, basis))
headline(words.cards((lines, levels), (before, levels_before), basis))

part(words.heat(levels, basis), lambda: figures.heat(levels, basis), "indicators_heat", words.heat_meaning(basis))

left, right = st.columns(2, gap="large")
with left:
    part(
        words.levels(levels, basis), lambda: figures.levels(levels, basis), "indicators_levels", words.levels_meaning()
    )
with right:
    part(words.reasons(lines), lambda: figures.reasons(lines), "indicators_reasons", words.reasons_meaning())

section(words.listed(lines))
show_table(lines, figures.COLUMNS, "indicators_lines", words.title(), "form")

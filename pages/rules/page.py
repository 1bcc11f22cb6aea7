"""评分口径: the scheme as it is executed, and another one or other numbers beside it."""

import streamlit as st

from pages.rules import controls, figures, tables, words
from pages.shared.charts import part
from pages.shared.filters import choose_scope
from pages.shared.reading import show_reading
from pages.shared.say import empty, headline, say, section
from pages.shared.store import fetch, fetch_changes
from pages.shared.tables import show_table

scope = choose_scope(uses=("year",))
use, counted = fetch("scheme_use", scope.keep("year")), fetch("finding_count", scope.keep("year"))

say(words.lead(use, scope.scheme))
section(words.followed(use), words.followed_meaning())
show_reading(tables.use(use), tables.USE, "rules_use", words.followed_title())

section(words.asking(), words.asking_meaning())
asked = controls.choose_what_if(scope)
if asked and use:
    lines, forms = fetch_changes("lines", scope), fetch_changes("forms", scope)
    league, findings = fetch_changes("departments", scope), tables.named(fetch_changes("findings", scope))
    now, then = fetch("county_summary", scope.keep("year")), fetch("county_summary", controls.under(scope))
    say(words.answer(lines, forms, league))
    headline(words.cards(now, then))
    left, right = st.columns(2, gap="large")
    with left:
        part(words.forms(forms), lambda: figures.forms(forms), "rules_forms", words.forms_meaning())
    with right:
        part(words.ranks(league), lambda: figures.ranks(league), "rules_ranks", words.ranks_meaning())
    with st.expander(words.detail(lines, forms, league, findings)):
        show_table(lines.head(tables.LISTED), tables.LINES, "rules_lines", words.lines_title(), "form")
        show_table(forms, tables.FORMS, "rules_form_list", words.forms_title(), "form")
        show_table(league, tables.RANKS, "rules_league", words.ranks_title(), "department")
        show_table(findings, tables.HITS, "rules_hits", words.hits_title())
elif not use:
    empty(words.nothing())

section(words.numbers(scope.scheme), words.numbers_meaning())
show_reading(tables.numbers(scope.scheme), tables.NUMBERS, "rules_numbers", words.numbers_title())
section(words.formulas(), words.formulas_meaning(scope.scheme))
show_reading(tables.scored(scope.scheme), tables.SCORED, "rules_scored", words.formulas_title())
section(words.findings(counted), words.findings_meaning())
show_reading(tables.findings(counted), tables.FINDINGS, "rules_findings", words.findings_title())
section(words.views(), words.views_meaning())
show_reading(tables.views(), tables.VIEWS, "rules_views", words.views_title())

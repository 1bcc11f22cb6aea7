"""自评表: what a form claims, what the rules give, where they differ and why; then the form itself with marks."""

import streamlit as st

from pages.form import choice, lines, words
from pages.form.beside import show_beside
from pages.form.details import show_details
from pages.form.filed import draw_form
from pages.form.found import chosen, in_reading_order
from pages.form.links import ways_from
from pages.form.notes import Reading
from pages.form.repairing import repairs
from pages.form.sums import sums
from pages.form.walk import walk
from pages.form.why import reasons
from pages.shared.deliveries import form_link, original_link
from pages.shared.filters import choose_scope
from pages.shared.kept import kept
from pages.shared.say import empty, headline, say, section
from pages.shared.store import fetch
from pages.shared.tables import show_html, show_table
from pages.shared.workings import workings

scope = choose_scope(uses=("year", "department", "search"))
forms = fetch("project_summary", scope.keep("year", "department", "search"))
if not forms and scope.evaluation is None:
    empty(words.nothing())
    st.stop()

here = choice.choose_form(forms, scope)
form, filed, money = fetch("project_summary", here), fetch("facts.evaluation", here), fetch("facts.funding", here)
indicators, rules = fetch("recomputed_indicator", here, order="n"), words.rules(fetch("rule", here))
how = kept("form_workings", lambda: workings(fetch("scored_line", here, order="n")))
found = kept("form_found", lambda: in_reading_order(fetch("counted_finding", here), rules, how))
doubts, now = words.doubts(fetch("facts.issue", here)), chosen(found, scope.finding, scope.n)
marks = sums(form, fetch("project_funding", here), filed, found)
reading = Reading(found, doubts, indicators, how, marks, now, scope.n)
way = ways_from(choice.address_of(scope, here))
say(words.lead(form, found))
headline(words.cards(form, money))
section(words.why(found, form))
show_html(kept("form_reasons", lambda: reasons(found, way)))

section(words.original(form), words.original_meaning())
walk(found, now, indicators, lines.card(indicators, how, scope.n), scope.n)
cells = draw_form(form, reading, way)
if cells is not None:
    original_link(form)
    form_link(here.evaluation, cells, words.title(form), len(found))
    repairs(form, cells, reading)

show_details(form, money, reading, way)

versions = choice.versions(fetch("facts.evaluation", scope.keep("year")), filed)
section(words.versions(versions))
show_table(versions, choice.VERSIONS, "form_versions", words.versions_title())
show_beside(versions, form, here)

"""自评表: one form redrawn, each line with filed and recomputed score, verdict, working and cell."""

import streamlit as st

from pages.form import choice, lines, sheet, words
from pages.form import original as filed_as
from pages.shared.deliveries import original_link
from pages.shared.filters import choose_scope
from pages.shared.say import empty, headline, say, section
from pages.shared.store import fetch, original
from pages.shared.tables import show_html, show_table
from pages.shared.workings import workings

scope = choose_scope(uses=("year", "department", "search"))
forms = fetch("project_summary", scope.keep("year", "department", "search"))
if not forms and scope.evaluation is None:
    empty(words.nothing())
    st.stop()

here = choice.choose_form(forms, scope)
form, filed = fetch("project_summary", here), fetch("facts.evaluation", here)
indicators, found = fetch("recomputed_indicator", here, order="n"), fetch("finding", here)
how = workings(fetch("scored_line", here, order="n"))
doubts, rules = fetch("facts.issue", here), words.rule_sentences(fetch("rule", here))

say(words.lead(form, found))
headline(words.cards(form))
show_html(sheet.head(form, filed))

section(words.money(form))
show_html(sheet.funding(fetch("facts.funding", here)))

section(words.scores(indicators), words.scores_meaning())
line = lines.choose_line(indicators, how, scope.n)
show_html(sheet.indicators(indicators, form, how, line))

section(words.findings(found))
show_html(sheet.findings(found, rules))
section(words.issues(doubts))
show_html(sheet.issues(words.issue_sentences(doubts)))

section(words.original(form), words.original_meaning())
original_link(form)
show_html(filed_as.grid(original(form), form.value("place"), filed_as.marks(indicators, found, doubts, line)))

versions = choice.versions(fetch("facts.evaluation", scope.keep("year", "department")), filed)
section(words.versions(versions))
show_table(versions, choice.VERSIONS, "form_versions", words.versions_title())

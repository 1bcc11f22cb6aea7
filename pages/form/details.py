"""Below the form: every line with its computation, the money, the findings and what was read with doubt."""

from pages.form import sheet, words
from pages.form.links import Way
from pages.form.notes import Reading
from pages.shared.kept import kept
from pages.shared.say import section
from pages.shared.table import Table
from pages.shared.tables import show_html


def show_details(form: Table, money: Table, reading: Reading, way: Way) -> None:
    """`form` is a row of project_summary, `money` its rows of facts.funding."""
    lines = reading.lines
    section(words.scores(lines), words.scores_meaning())
    show_html(kept("form_lines", lambda: sheet.indicators(lines, form, reading.workings, reading.picked)))
    section(words.money(form))
    show_html(sheet.funding(money))
    section(words.findings(reading.found))
    show_html(kept("form_findings", lambda: sheet.findings(reading.found, way)))
    section(words.issues(reading.doubts))
    show_html(sheet.issues([sentence for _, sentence in reading.doubts]))

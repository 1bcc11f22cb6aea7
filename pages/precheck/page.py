"""填报预检: a department reads one form before it files it, and learns what would be found; then files it."""

from pages.precheck import filing, uploading, words
from pages.shared.filters import choose_scope
from pages.shared.reading import show_reading
from pages.shared.say import headline, say, section

scope = choose_scope(uses=("scheme",))
say(words.lead())
files = uploading.show()
filing.show(files.chosen)

for name, fault in files.refused:
    uploading.refuse(name, fault)

for form in uploading.recomputed(files.forms, scope.scheme):
    key = form.key()
    section(words.form(form.summary))
    headline(words.cards(form.summary))
    say(words.verdict(form.summary, form.findings))
    section(words.findings(form.findings))
    show_reading(form.findings, words.FINDINGS, f"precheck_findings_{key}", words.findings_title(form.summary))
    section(words.lines(form.lines), words.lines_meaning())
    show_reading(form.lines, words.LINES, f"precheck_lines_{key}", words.lines_title(form.summary))
    section(words.doubts(form.doubts))
    uploading.list_doubts(form.doubts)

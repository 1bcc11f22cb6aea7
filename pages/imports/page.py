"""数据导入: files in, what became of each, what waits for a person, and the way back."""

from pages.imports import forgetting, generations, held, uploading, words
from pages.shared.filters import choose_scope
from pages.shared.say import say, section
from pages.shared.scope import Scope
from pages.shared.store import fetch, store
from pages.shared.tables import show_table

choose_scope(uses=())
covered, waiting = fetch("coverage", Scope()), fetch("held_form", Scope(), order="evaluation")
refused = words.with_reasons(fetch("refused_file", Scope(), order="file"))

say(words.lead(covered))

section(words.upload(), words.upload_meaning())
uploading.show()

section(words.held(waiting), words.held_meaning())
held.show(waiting)

section(words.refused(refused))
show_table(refused, words.REFUSED, "imports_refused", words.refused_title())
forgetting.show(refused)

section(words.generations(), words.generations_meaning())
generations.show(store())

"""数据导入: files in, what became of each, what waits for a person, who has not filed, and the way back."""

from pages.imports import (
    filings,
    generation_words,
    generations,
    held,
    held_words,
    list_words,
    lists,
    near,
    refused,
    result,
    uploading,
    words,
)
from pages.imports.acting import show_told
from pages.shared.filters import choose_scope
from pages.shared.say import say, section
from pages.shared.scope import Scope
from pages.shared.store import fetch, store

choose_scope(uses=())
covered, waiting = fetch("coverage", Scope()), fetch("held_form", Scope(), order="evaluation")
unread = fetch("refused_file", Scope(), order="file")

say(words.lead(covered))
show_told()

section(words.upload(), words.upload_meaning())
uploading.show()
result.show()

section(held_words.title(waiting), held_words.meaning())
held.show(waiting)

section(words.refused(unread))
refused.show(unread)

filings.show()

section(list_words.title(), list_words.meaning())
lists.show()
near.show()

section(generation_words.title(), generation_words.meaning())
generations.show(store())

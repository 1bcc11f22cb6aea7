"""审计记录: who did what and when, what was refused to whom, and whether the record is whole."""

from pages.audit import choice, words
from pages.shared.filters import choose_scope
from pages.shared.say import say
from pages.shared.tables import show_table

choose_scope(uses=())
acts = choice.written_down()
say(words.lead(acts))
shown = choice.narrowed(acts)
show_table(shown, words.COLUMNS, f"audit_{shown.fingerprint()}", words.title())

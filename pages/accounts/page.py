"""账号: who may come in, in what role; added, changed, disabled, each in the name of the admin who looks."""

from pages.accounts import editing, words
from pages.shared.filters import choose_scope
from pages.shared.reading import show_reading
from pages.shared.say import say, section

choose_scope(uses=())
known = editing.known_accounts()
listed = words.table(known)
say(words.lead(known))
editing.show_told()
show_reading(listed, words.COLUMNS, f"accounts_{listed.fingerprint()}", words.title())

section(words.adding(), words.adding_meaning())
editing.add()

section(words.changing(), words.changing_meaning())
editing.change(known)

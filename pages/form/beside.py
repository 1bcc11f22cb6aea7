"""What stands beside this form: the same project a year ago, and the version that this one corrected."""

from itertools import pairwise

from data.differences import Difference, differences
from data.lines import matched
from pages.form import choice, words
from pages.form.sheet import table, td, th
from pages.form.years import figures, lines
from pages.shared import store
from pages.shared.formats import text
from pages.shared.kept import kept
from pages.shared.labels import place_name
from pages.shared.language import t
from pages.shared.say import section
from pages.shared.scope import Scope
from pages.shared.store import fetch
from pages.shared.table import Table
from pages.shared.tables import show_html


def show_beside(versions: Table, form: Table, here: Scope) -> None:
    """First the versions of this year, then the year before."""
    show_versions(versions)
    show_year_before(form, here)


def show_year_before(form: Table, here: Scope) -> None:
    """The project a year ago beside now; a word where there is no such form."""
    before = choice.year_before(form, here)
    section(words.year_before(before, form))
    if before:
        show_html(figures(before, form))
        show_html(kept("form_years", lambda: _lines(before, form, here)))


def _lines(before: Table, form: Table, here: Scope) -> str:
    old, new = before.value("evaluation"), form.value("evaluation")
    pairs = matched(store.as_filed(old).indicators, store.as_filed(new).indicators)
    then = fetch("recomputed_indicator", Scope(evaluation=old, scheme=here.scheme), order="n")
    return lines(pairs, then, fetch("recomputed_indicator", here, order="n"))


def show_versions(versions: Table) -> None:
    """Each version beside the one before it, newest first."""
    numbers = list(versions.pick("version", "evaluation"))
    for (version, new), (earlier, old) in pairwise(numbers):
        found = _changed(old, new)
        section(words.version_differences(earlier, version, len(found)))
        show_html(changes(found, earlier, version))


def _changed(old: int, new: int) -> tuple[Difference, ...]:
    return kept(f"form_changed_{old}_{new}", lambda: differences(store.as_filed(old), store.as_filed(new)))


def changes(found: tuple[Difference, ...], earlier: int, version: int) -> str:
    """Field by field what the later version says otherwise. Pure; escaped."""
    heads = (t("栏目"), t("行"), words.version(earlier), words.version(version), t("位置"))
    return table(th(heads), [_change(one) for one in found])


def _change(one: Difference) -> str:
    """A label is a marked text, the name of a line may be one too: what was filed has no translation and stays."""
    names = td(t(one.label)) + td(t(one.line) if one.field.startswith("funding.") else text(one.line))
    places = " → ".join(dict.fromkeys(place_name(cell) for cell in (one.old_cell, one.new_cell) if cell))
    return f"<tr>{names}{td(text(one.old), 'was')}{td(text(one.new), 'changed')}{td(places, 'mid sub')}</tr>"

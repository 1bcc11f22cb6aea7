"""The held forms of the generation shown, with why each waits and what was decided before. Nothing is drawn here."""

from dataclasses import dataclass

from data.acts import Act, Confirmed, Declined, Received
from data.carrying_out import history
from data.errors import Fault
from data.holding import Doubt
from data.registry.records import DepartmentName
from data.registry.resolve import Names
from data.registry.rows import rows_in_force
from data.waiting import Held, decisions, doubts_about, receipts, told_all
from pages.shared.kept import kept
from pages.shared.language import language
from pages.shared.store import generation, known, store
from pages.shared.table import Table

HELD = ("evaluation", "document", "document_name", "place", "year", "department", "unit", "project", "held_for")
COLUMNS = ("project", "department", "year", "held_reasons", "file", "received")
DECLINED = ("project", "department", "year", "decision_reason", "who", "decided_here", "file")


@dataclass(frozen=True, slots=True)
class Past:
    """What the journal says about documents and forms. Nothing where it cannot be read: a page still opens."""

    received: dict[str, Received]
    decided: dict[tuple[str, str], Confirmed | Declined]
    names: Names


def past() -> Past:
    """Read once for each generation."""
    return kept("imports_past", _past)


def _past() -> Past:
    try:
        acts: list[Act] = [act for step in history(store()) for act in step.acts]
    except Fault:
        acts = []
    return Past(receipts(acts), decisions(acts), Names(rows_in_force(generation(), DepartmentName)))


def held(form: Table) -> Held:
    """The first row of the view held_form."""
    return Held(*next(form.pick(*HELD)))


def doubts(one: Held, before: Past) -> tuple[Doubt, ...]:
    return doubts_about(one, before.received.get(one.document), known().departments, before.names)


def told(forms: Table) -> Table:
    """The forms with a sentence why each waits, and the file as it was sent."""
    return kept(f"imports_held_{forms.fingerprint()}", lambda: _told(forms))


def _told(forms: Table) -> Table:
    before, rows = past(), []
    for row, said in zip(forms.rows, forms.pick(*HELD), strict=True):
        one = Held(*said)
        receipt = before.received.get(one.document)
        rows.append((*row, told_all(doubts(one, before), language()), receipt.path if receipt else one.name))
    return Table(forms.view, (*forms.columns, "held_reasons", "file"), tuple(rows))


def decided(forms: Table) -> Table:
    """Forms that are not to count, with the reason, who decided so and when."""
    before, rows = past(), []
    for row, (document, place) in zip(told(forms).rows, forms.pick("document", "place"), strict=True):
        act = before.decided.get((document, place))
        rows.append((*row, *((act.reason or None, act.who, act.decided) if act else (None, None, None))))
    return Table(forms.view, (*told(forms).columns, "decision_reason", "who", "decided_here"), tuple(rows))

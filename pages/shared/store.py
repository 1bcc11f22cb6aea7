"""The store as pages see it: sessions shared per generation and scheme, rows cached and bounded."""

import logging
import os
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from analytics.places import only_forms
from analytics.rules import rules
from analytics.schemes.bounds import COLUMNS as BOUNDS
from analytics.schemes.bounds import Bounds, usual_bounds
from analytics.schemes.loader import schemes
from analytics.what_if import COMPARISONS, compare
from data.decisions import journal_of
from data.documents import Document
from data.errors import StoreEmpty
from data.filed import read_evaluation
from data.journal import Journal
from data.load import ensure_samples
from data.logs import note
from data.records import Evaluation
from data.rights import department_of, require
from data.settings import settings
from data.store import Generation, Served, Store, served
from data.worker import Worker
from pages.shared.once import Slots, once
from pages.shared.query import NO_YEAR, UNFILLED, Cut, Filters, query
from pages.shared.scope import Known, Scope
from pages.shared.sessions import Connection, Session, Shown, opened, undecided
from pages.shared.showing import SHOWING
from pages.shared.table import Table
from pages.shared.visitor import visitor


def folder() -> Path:
    """The folder of the store that is served."""
    return Path(os.environ.get("JIXIAO_STORE") or settings().store)


@st.cache_resource(show_spinner=False, max_entries=8)
def open_store(where: Path) -> Store:
    """The store in `where`; an empty county store is given the county's own forms first."""
    store = Store(where)
    if served(store) is None and not store.is_demo:
        ensure_samples(store)
    return store


def store() -> Store:
    """The store in the hands of who looks: what is done with it is done in that name, and with those rights."""
    return Store(open_store(folder()).folder, visitor())


_held: ContextVar[Served | None] = ContextVar("generation", default=None)


def hold_generation() -> None:
    """Show the generation in force now for the whole of this run, whatever is imported meanwhile."""
    held = SHOWING.choose(served(store()))
    if held is not None and held.fault is not None:
        tell_once(held.fault.code, held.fault.place, held.generation.number)
    _held.set(held)


@lru_cache(maxsize=16)
def tell_once(code: str, damaged: str, shown: int) -> None:
    """A line in the log for the first run that had to show an earlier generation."""
    note("standby", logging.ERROR, code=code, generation=int(damaged) if damaged.isdigit() else None, shown=shown)


def held_generation() -> Served | None:
    """What this run shows, and why where that is not the generation in force."""
    return _held.get()


def generation() -> Generation:
    """The generation that this run shows. Raises StoreEmpty when nothing was loaded yet."""
    current = _held.get() or served(store())
    if current is None:
        raise StoreEmpty(str(folder()))
    return current.generation


def decisions_journal() -> Journal:
    """Where decisions on findings are written down."""
    return journal_of(folder())


GENERATIONS = Slots(16)  # by file and digest: a session opens what its key says, whatever came into force meanwhile
SESSIONS = Slots(4)
OWN_SESSIONS = Slots(60)  # of departments, each of few forms: they do not drive out those of the county


def _session(key: Shown) -> Connection:
    held, journal = SESSIONS if key[3] is None else OWN_SESSIONS, decisions_journal()
    session: Session = held.get(key[:4], lambda: opened(GENERATIONS.get(key[:2], generation), *key[2:4], journal))
    return session.fresh()


def shown(scheme: str | None) -> Shown:
    """What the rows of this run depend on: the generation, the scheme or what-if asked for, whose rows they are, what
    was decided by now. Raises NotAllowed.
    """
    return of(generation(), scheme, department_of(visitor()))


def of(current: Generation, scheme: str | None, department: str | None) -> Shown:
    """The key of what that generation tells."""
    GENERATIONS.get((current.path, current.digest), lambda: current)
    return (current.path, current.digest, scheme, department, decisions_journal().stamp())


def make_ready(coming: Generation, former: Generation | None) -> None:
    """Open a generation before anybody is shown it, and ask it what its `former` was asked last."""
    now = of(coming, None, None)
    _session(now)
    _known(undecided(now), scheme_names())
    for key, view, filters, cut in _rows.slots.asked() if former else ():
        if former and key[:4] == (former.path, former.digest, None, None):
            _rows(now, view, filters, cut)


def forget_all_but(*wanted: Generation) -> None:
    """Let go of what was worked out for generations that nobody is shown any more."""
    held = {(one.path, one.digest) for one in wanted}
    for slots in (SESSIONS, OWN_SESSIONS, GENERATIONS):
        slots.keep(lambda key: key[:2] in held)
    for function in (_rows, _changes, _columns, _known):
        function.slots.keep(lambda key: key[0][:2] in held)


def shows_one() -> bool:
    """Whether the rows are those of one department alone: then there is no county to compare with."""
    return department_of(visitor()) is not None


def fetch(
    view: str, scope: Scope, above: str | None = None, order: str | None = None, limit: int | None = None
) -> Table:
    """Rows of `view` inside `scope`, under the scheme of `scope`.

    `above` is a column that must be greater than 0; `order` is a column, with desc or not.
    """
    return _rows(shown(scope.scheme), view, scope.filters(), Cut(above, order, limit))


@once(600)
def _rows(key: Shown, view: str, filters: Filters, cut: Cut) -> Table:
    cursor = _session(key).cursor()
    asked = query(view, _columns(undecided(key), view), filters, cut)
    found = cursor.execute(asked.sql, asked.values)
    names = tuple(str(column[0]) for column in found.description)
    return Table(view, names, tuple(found.fetchall()))


def session_of(scope: Scope) -> Connection:
    """The session under the scheme of `scope`, with every decision in it, for reports that take many views."""
    return _session(shown(scope.scheme))


def fetch_changes(name: str, scope: Scope) -> Table:
    """What the what-if of `scope` changes against its scheme: rows of the comparison `name`, greatest first."""
    return _changes(shown(scope.scheme), shown(scope.what_if), name, scope.year or None)


@once(60)
def _changes(now: Shown, then: Shown, name: str, year: int | None) -> Table:
    comparison = COMPARISONS[name]
    rows = compare(comparison, _session(now), _session(then), year)
    return Table(comparison.view, comparison.columns, rows)


@once(200)
def _columns(key: Shown, view: str) -> tuple[str, ...]:
    described = _session(key).cursor().execute(f"select * from {view} limit 0").description
    return tuple(str(column[0]) for column in described)


@once(80)
def _known(key: Shown, schemes: tuple[str, ...]) -> Known:
    cursor = _session(key).cursor()

    def values(sql: str) -> tuple[Any, ...]:
        return tuple(row[0] for row in cursor.execute(sql).fetchall())

    level = "select distinct {0} from recomputed_indicator where {0} is not null order by 1"
    return Known(
        years=values(f"select distinct coalesce(year, {NO_YEAR}) as year from project_summary order by year desc"),
        departments=values(f"select distinct coalesce(department, '{UNFILLED}') from project_summary order by 1"),
        level1s=values(level.format("level1")),
        level2s=values(level.format("level2")),
        schemes=schemes,
        rules=tuple(one.rule for one in rules()),
    )


def known() -> Known:
    """What the store holds, for filters and for checking an address."""
    return _known(undecided(shown(None)), scheme_names())


def scheme_names() -> tuple[str, ...]:
    """The schemes that a visitor may choose from."""
    return tuple(scheme.scheme for scheme in schemes())


def scheme_bounds(scope: Scope) -> Bounds:
    """The bounds of the scheme in force under `scope`; a store without forms has the usual ones."""
    found = fetch("scheme_bound", scope.keep())
    return Bounds(*next(iter(found.pick(*BOUNDS)))) if found else usual_bounds()


def original(form: Table) -> Document:
    """The original of one form (a row of project_summary), read again for showing it as it was filed.

    A department sees its own forms in it. Raises NotAllowed.
    """
    require(visitor(), "see_original")
    sha256, name = form.value("document"), form.value("document_name")
    if department_of(visitor()) is None:
        return _original(folder(), sha256, name)
    own = fetch("facts.evaluation", Scope()).narrowed(document=sha256).column("place")
    return only_forms(_original(folder(), sha256, name), own) if own else Document(name, sha256, "", ())


@st.cache_resource(show_spinner=False, max_entries=20)
def _original(where: Path, sha256: str, name: str) -> Document:
    return reading_process().document(name, open_store(where).original(sha256))


@st.cache_resource(show_spinner=False)
def reading_process() -> Worker:
    """The one reading process of this server: no file is parsed in the server itself.

    It starts with the first original (0.3 s) and then waits for the next one; it ends with the server, whose pipe
    closes, and is started anew when a file has ended it.
    """
    return Worker()


def as_filed(evaluation: int) -> Evaluation:
    """A form of the generation shown, as the records that were read."""
    return read_evaluation(_session(shown(None)).cursor(), evaluation)

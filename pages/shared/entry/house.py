"""The house and its visitors: settings, logins and accounts brought together, asked anew at every visit."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from data.accounts import Account, find
from data.audit import DONE, Audited, audit_journal, write_audit
from data.logins import Limits, Logins, Standing
from data.rights import LOCAL, ROLES, Actor
from data.settings import settings
from data.settings.sections import Settings
from data.settings.server import Server
from pages.shared.entry.identity import Identity, identity

NOBODY, NO_ACCOUNT, DISABLED = "nobody", "no_account", "disabled"


@dataclass(frozen=True, slots=True)
class Visit:
    """Who came. `actor` is None for who is not let in; `why` says the reason: a Standing, or one of those above."""

    why: str
    actor: Actor | None = None
    who: Identity | None = None

    @property
    def person(self) -> str:
        """Who it is, among all who may come: names of people are given twice, subjects are not."""
        return self.who.subject if self.who else LOCAL.name


@dataclass(frozen=True, slots=True)
class House:
    """What decides about visits. `clock` gives seconds since 1970."""

    server: Server
    store: Path
    logins: Logins
    clock: Callable[[], float]

    @property
    def is_shared(self) -> bool:
        return self.server.mode == "shared"

    def visit(self, cookies: Mapping[str, str]) -> Visit:
        """Who these cookies let in, now. Raises LoginsUnusable and what accounts raise."""
        if not self.is_shared:
            return Visit(Standing.OPEN, LOCAL)
        who = identity(cookies)
        if who is None:
            return Visit(NOBODY)
        standing = self.logins.standing(who.key, who.subject, self.clock())
        if standing is not Standing.OPEN:
            return Visit(standing, None, who)
        account = find(self.store, who.subject)
        why = barred(account)
        return Visit(why, None, who) if why or account is None else Visit(standing, actor_of(account), who)

    def begin(self, who: Identity) -> None:
        """A person came back from the provider. Raises LoginsUnusable and what the audit journal raises."""
        account = find(self.store, who.subject)
        self.note("sign_in", account, who, barred(account) or DONE)
        self.logins.begin(who.key, who.subject, self.clock())

    def see(self, visit: Visit) -> None:
        """A person did something on a page, and did not only have it open: the time of idleness begins anew."""
        if visit.who and visit.actor:
            self.logins.see(visit.who.key, self.clock())

    def end(self, cookies: Mapping[str, str]) -> None:
        """A person signs out: first it holds, then it is written down. Raises as `begin` does."""
        visit = self.visit(cookies)
        if visit.who and visit.why not in (Standing.UNKNOWN, Standing.ENDED):
            self.logins.end(visit.who.key, self.clock())
            self.note("sign_out", find(self.store, visit.who.subject), visit.who, DONE)

    def note(self, what: str, account: Account | None, who: Identity, result: str) -> None:
        """Who came and went, and who was turned away, in the audit journal."""
        name, role = (account.name, account.role) if account else (who.subject, "")
        when = datetime.fromtimestamp(self.clock(), UTC)
        write_audit(audit_journal(self.store), Audited(name, role, when, what, who.subject, None, "", result))


def barred(account: Account | None) -> str:
    """Why this account lets nobody in, "" when it does. The role of who sits at this machine comes with no account."""
    if account is None or account.role not in ROLES or account.role == LOCAL.role:
        return NO_ACCOUNT
    return DISABLED if account.disabled else ""


def actor_of(account: Account) -> Actor:
    return Actor(account.name, account.role, account.department)


def housed(found: Settings, store: Path, clock: Callable[[], float] = time.time) -> House:
    """The house that these settings describe, on the store in that folder."""
    limits = Limits(found.sessions.idle_minutes * 60.0, found.sessions.longest_hours * 3600.0)
    return House(found.server, store, Logins(store / "logins" / "logins.sqlite", limits), clock)


@lru_cache(maxsize=1)
def house() -> House:
    """The house of this server."""
    return housed(settings(), settings().store)

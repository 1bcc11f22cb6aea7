"""Who is signed in: one row per login, so that it ends when it should, however its cookie was copied.

A cookie alone proves nothing here: its login must have been begun by this server, must not be ended, idle or too old.
The file holds no secret – a login is named by a digest – and may be lost: then everybody signs in again.
"""

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import Lock

from data.errors import Fault
from data.texts import mark

TABLE = """
create table if not exists login (
    key text primary key,       -- sha256 of what the cookie says
    subject text not null,      -- whom the provider signed in
    begun real not null,        -- seconds since 1970, as the others
    seen real not null,
    ended real
) strict
"""
NOTED_EVERY = 60.0  # seconds between two notes that somebody is still there
CLOCK_SLACK = 300.0  # what lies further ahead than this was written before the clock was set back
KEPT = 86400.0  # seconds for which an old login can still be told from one that never was


class LoginsUnusable(Fault):
    """The file of the logins cannot be read or written, so nobody can be let in."""

    code = "logins"
    text = mark("登录记录 {name} 无法读写({reason})。请检查磁盘空间和权限;文件损坏时可删除它,所有人重新登录即可。")


class Standing(StrEnum):
    """What became of a login."""

    OPEN = "open"
    UNKNOWN = "unknown"  # never begun here, or long gone
    ENDED = "ended"
    IDLE = "idle"
    OLD = "old"


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a login holds, in seconds."""

    idle: float
    longest: float


@dataclass(frozen=True, slots=True)
class Login:
    """One row."""

    subject: str
    begun: float
    seen: float
    ended: float | None


class Logins:
    """The logins in the file at `path`; several servers may share it. Times are seconds since 1970."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.path = path
        self.limits = limits
        self.lock = Lock()
        self.open: sqlite3.Connection | None = None
        self.active: dict[str, float] = {}  # when a login was last used, and when that was last written down
        self.noted: dict[str, float] = {}

    def begin(self, key: str, subject: str, now: float) -> None:
        """A person came back from the provider. A login once ended is never begun again. Raises LoginsUnusable."""
        old = now - self.limits.longest - KEPT
        self.ask("delete from login where begun < ?", (old,))
        for kept in (self.active, self.noted):
            for gone in [one for one, when in kept.items() if when < old]:
                del kept[gone]
        self.ask("insert or ignore into login values (?, ?, ?, ?, null)", (key, subject, now, now))

    def standing(self, key: str, subject: str, now: float) -> Standing:
        """What holds for the login `key` of `subject` at `now`. Raises LoginsUnusable."""
        rows = self.ask("select subject, begun, seen, ended from login where key = ?", (key,))
        if not rows:
            return Standing.UNKNOWN
        login = Login(*rows[0])
        return self.judged(login, max(login.seen, self.active.get(key, 0.0)), subject, now)

    def judged(self, login: Login, seen: float, subject: str, now: float) -> Standing:
        if login.subject != subject:
            return Standing.UNKNOWN
        if login.ended is not None:
            return Standing.ENDED
        if now - login.begun >= self.limits.longest or login.begun - now > CLOCK_SLACK:
            return Standing.OLD
        return Standing.OPEN if -CLOCK_SLACK < now - seen < self.limits.idle else Standing.IDLE

    def see(self, key: str, now: float) -> None:
        """Somebody did something. Written down once a minute; a full disk locks nobody out meanwhile."""
        self.active[key] = now
        if now - self.noted.get(key, 0.0) < NOTED_EVERY:
            return
        self.noted[key] = now
        with suppress(LoginsUnusable):
            self.ask("update login set seen = max(seen, ?) where key = ? and ended is null", (now, key))

    def end(self, key: str, now: float) -> None:
        """A person signed out: no copy of the cookie is let in again. Raises LoginsUnusable."""
        self.ask("update login set ended = ? where key = ? and ended is null", (now, key))

    def ask(self, sql: str, values: tuple[object, ...]) -> list[tuple[str, float, float, float | None]]:
        with self.lock:
            try:
                if self.open is None:
                    self.open = opened(self.path)
                return self.open.execute(sql, values).fetchall()
            except (OSError, sqlite3.Error) as error:
                raise LoginsUnusable(str(self.path), reason=str(error)) from error


def opened(path: Path) -> sqlite3.Connection:
    """The file, made when it is missing. One thread at a time asks it, under the lock of `Logins`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=5, isolation_level=None, check_same_thread=False)
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")  # who signed out stays signed out, whatever happens to the machine
    connection.execute(TABLE)
    return connection

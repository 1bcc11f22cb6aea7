"""Exports on a route of our own: an unguessable address that works once, bytes built when it is opened."""

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from streamlit.runtime import Runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.errors import Fault
from data.rights import Actor
from data.texts import LANGUAGES, mark, translate
from pages.shared.sign_in import person
from pages.shared.visitor import visitor

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP = "application/zip"
PARQUET = "application/vnd.apache.parquet"
HTML = "text/html; charset=utf-8"
GONE = mark("这个下载地址已经用过或已过期,请回到页面重新点击下载。")
KEPT_SECONDS = 3600
KEPT_PARCELS = 5000
RUNS = 3  # of one screen: the links that it shows, and those that it may be about to replace
LEFT_SECONDS = 120  # so long a screen that lost its connection may come back as the same one


@dataclass(frozen=True, slots=True)
class Parcel:
    """What an address delivers, until `until` on the monotonic clock."""

    name: str
    content_type: str
    build: Callable[[], bytes]
    until: float
    person: str  # who asked for it: nobody else is given it
    actor: Actor  # with which rights: who has others now is not given it either


_parcels: OrderedDict[str, Parcel] = OrderedDict()
_screens: dict[str, list[list[str]]] = {}  # the addresses that the last runs of each screen gave out
_seen: dict[str, float] = {}  # when each screen was last there
_lock = Lock()


def begin() -> None:
    """A new run of this screen: the links that it showed before the last one are gone, and what they held with them.

    Rows that nobody can ask for any more would fill the memory of a server with many visitors.
    """
    with _lock:
        runs = _screens.setdefault(screen(), [])
        runs.append([])
        drop(runs, RUNS)
        sweep()


def sweep() -> None:
    """Forget the screens that were closed."""
    now = time.monotonic()
    for one in list(_screens):
        if is_open(one):
            _seen[one] = now
        elif now - _seen.setdefault(one, now) > LEFT_SECONDS:
            drop(_screens.pop(one), 0)
            del _seen[one]


def drop(runs: list[list[str]], kept: int) -> None:
    """Let go of what all runs but the last so many offered."""
    gone = max(len(runs) - kept, 0)
    for token in (one for run in runs[:gone] for one in run):
        _parcels.pop(token, None)
    del runs[:gone]


def screen() -> str:
    """The window of the browser that this run is for; "" outside of any."""
    run = get_script_run_ctx(suppress_warning=True)
    return run.session_id if run else ""


def is_open(one: str) -> bool:
    """Whether that window is connected now."""
    return Runtime.exists() and Runtime.instance().is_active_session(one)


def offer(name: str, content_type: str, build: Callable[[], bytes]) -> str:
    """Keep `build` for one collection and give the address where it waits, relative to every page."""
    token, until = secrets.token_urlsafe(24), time.monotonic() + KEPT_SECONDS
    parcel = Parcel(name, content_type, build, until, person(), visitor())
    with _lock:
        _parcels[token] = parcel
        if runs := _screens.get(screen()):
            runs[-1].append(token)
        while len(_parcels) > KEPT_PARCELS:
            _parcels.popitem(last=False)
    return f"export/{token}"


def collect(token: str, who: str, actor: Actor) -> Parcel | None:
    """The parcel of `token`, once, for who asked for it; None when it was collected, is too old, or never was.

    A role or a department that changed since ends every address that was given out before.
    """
    with _lock:
        parcel = _parcels.get(token)
        if parcel is None or parcel.person != who:
            return None
        del _parcels[token]
    return parcel if time.monotonic() < parcel.until and parcel.actor == actor else None


async def deliver(request: Request) -> Response:
    """GET /export/<token>."""
    parcel = collect(request.path_params["token"], request.state.person, request.state.actor)
    if parcel is None:
        # No run of a script, so no reader's language: both.
        return PlainTextResponse("\n".join(translate(GONE, one) for one in LANGUAGES), status_code=404)
    try:
        content = await run_in_threadpool(parcel.build)
    except Fault as fault:
        return PlainTextResponse("\n".join(fault.sentence(one) for one in LANGUAGES), status_code=409)
    return Response(content, media_type=parcel.content_type, headers=headers(parcel.name))


def headers(name: str) -> dict[str, str]:
    """The name as RFC 5987 writes it, with a plain one for what cannot read that."""
    suffix = name.rpartition(".")[2]
    plain = f"export.{suffix}" if suffix.isascii() and suffix.isalnum() else "export"
    return {
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }


ROUTES = (Route("/export/{token}", deliver),)

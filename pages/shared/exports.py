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

from data.errors import Fault
from data.texts import LANGUAGES, mark, translate
from pages.shared.sign_in import person

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP = "application/zip"
PARQUET = "application/vnd.apache.parquet"
HTML = "text/html; charset=utf-8"
GONE = mark("这个下载地址已经用过或已过期,请回到页面重新点击下载。")
KEPT_SECONDS = 3600
KEPT_PARCELS = 5000  # each is a name and a reference to rows that are cached anyway


@dataclass(frozen=True, slots=True)
class Parcel:
    """What an address delivers, until `until` on the monotonic clock."""

    name: str
    content_type: str
    build: Callable[[], bytes]
    until: float
    person: str  # who asked for it: nobody else is given it


_parcels: OrderedDict[str, Parcel] = OrderedDict()
_lock = Lock()


def offer(name: str, content_type: str, build: Callable[[], bytes]) -> str:
    """Keep `build` for one collection and give the address where it waits, relative to every page."""
    token = secrets.token_urlsafe(24)
    with _lock:
        _parcels[token] = Parcel(name, content_type, build, time.monotonic() + KEPT_SECONDS, person())
        while len(_parcels) > KEPT_PARCELS:
            _parcels.popitem(last=False)
    return f"export/{token}"


def collect(token: str, who: str) -> Parcel | None:
    """The parcel of `token`, once, for who asked for it; None when it was collected, is too old, or never was."""
    with _lock:
        parcel = _parcels.get(token)
        if parcel is None or parcel.person != who:
            return None
        del _parcels[token]
    return parcel if time.monotonic() < parcel.until else None


async def deliver(request: Request) -> Response:
    """GET /export/<token>."""
    parcel = collect(request.path_params["token"], request.state.person)
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

"""The gate: every visit passes here before any route of the application, and every answer on its way out."""

import logging
from http.cookies import SimpleCookie

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.errors import Fault
from data.rights import may
from data.texts import LANGUAGES, mark, translate
from pages.shared.entry import door
from pages.shared.entry.drawing import drawing_file
from pages.shared.entry.headers import protect
from pages.shared.entry.house import House, house
from pages.shared.entry.identity import identity
from pages.shared.entry.origin import asks_itself, comes_properly
from pages.shared.entry.routes import CLOSED, OPEN, SIGNED_IN, access_of, route_of

logger = logging.getLogger("jixiao")

HEALTH, LOGOUT, CALLBACK = ("/_stcore/health", "/healthz"), "/auth/logout", "/oauth2callback"
CLOSE = {"type": "websocket.close", "code": 1008}
WRONG_WAY = mark("请用管理员给出的地址打开本系统。")
ELSEWHERE = mark("这个请求来自别的网站,没有执行。")
SHUT = mark("这里没有可以打开的内容。")
SIGN_IN = mark("请先登录。")
NOT_YOURS = mark("您的角色不能做这一步。")


class Gate:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        ours = house()
        route = route_of(scope["app"].routes, scope)
        leaving = outgoing(ours, route, scope, send)
        refusal = await refused(ours, route, scope)
        if refusal is None:
            await (drawing_file(route, scope) or self.app)(scope, receive, leaving)
        elif scope["type"] == "websocket":
            await send(CLOSE)
        else:
            await refusal(scope, receive, leaving)


async def refused(ours: House, route: str | None, scope: Scope) -> Response | None:
    """`answer`, aside where accounts are read for it: nobody else waits for a disk."""
    if ours.is_shared:
        return await run_in_threadpool(answer, ours, route, scope)
    return answer(ours, route, scope)


def answer(ours: House, route: str | None, scope: Scope) -> Response | None:
    """What a visit is told that is not let through to `route`, None for one that is."""
    access = CLOSED if route is None else access_of(route)
    if route not in HEALTH and not comes_properly(ours.server, scope):
        return said(WRONG_WAY, 403)
    if not asks_itself(ours.server, scope):
        return said(ELSEWHERE, 403)
    if access == CLOSED:
        return said(SHUT, 404)
    try:
        if route == LOGOUT:
            ours.end(HTTPConnection(scope).cookies)
        return None if access == OPEN else unless_let_in(ours, access, scope)
    except Fault as fault:
        return PlainTextResponse("\n".join(fault.sentence(one) for one in LANGUAGES), 503)


def unless_let_in(ours: House, access: str, scope: Scope) -> Response | None:
    """Lets in who is signed in, and notes who it is for the route; everybody else is sent to the door."""
    visit = ours.visit(HTTPConnection(scope).cookies)
    if visit.actor is None:
        return turned_away(scope)
    if access != SIGNED_IN and not any(may(visit.actor, action) for action in access.split()):
        return said(NOT_YOURS, 403)
    scope.setdefault("state", {}).update(person=visit.person, actor=visit.actor)
    return None


def turned_away(scope: Scope) -> Response:
    """A page that was opened leads to the door; what a page or a program asks for is refused."""
    request = HTTPConnection(scope)
    if scope["type"] == "http" and scope["method"] == "GET" and "text/html" in request.headers.get("accept", ""):
        return RedirectResponse(door.address_for(request.url.path, request.url.query), 303)
    return said(SIGN_IN, 401)


def said(text: str, status: int) -> Response:
    """No run of a script, so no reader's language: both."""
    return PlainTextResponse("\n".join(translate(text, one) for one in LANGUAGES), status)


def outgoing(ours: House, route: str | None, scope: Scope, send: Send) -> Send:
    """`send`, which first protects the answer, and notes a login that begins."""

    async def leaving(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if route == CALLBACK:
                await run_in_threadpool(begin, ours, headers, HTTPConnection(scope).cookies)
            protect(headers, ours.server, ours.logins.limits.longest)
        await send(message)

    return leaving


def begin(ours: House, headers: MutableHeaders, cookies: dict[str, str]) -> None:
    """The provider sent somebody back, and Streamlit has written down whom: the login begins, where it was wanted."""
    set_now: SimpleCookie = SimpleCookie()
    for one in headers.getlist("set-cookie"):
        set_now.load(one)
    who = identity({name: morsel.value for name, morsel in set_now.items()})
    if who is None:
        return
    try:
        ours.begin(who)
        headers["location"] = door.wanted(cookies)
    except Fault as fault:
        # What cannot be written down does not happen: without its row the cookie opens nothing.
        logger.error("%s", fault)
        headers["location"] = door.FAILED_ADDRESS
    headers.append("set-cookie", door.FORGET)

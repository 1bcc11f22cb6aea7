"""Every route of the application stands in the table, and no visitor comes through it who should not."""

import itertools
from collections.abc import Callable, Iterator

import pytest
from starlette.applications import Starlette
from starlette.routing import Route, WebSocketRoute

from data.rights import ACTIONS, ROLES
from pages.shared.entry.gate import answer
from pages.shared.entry.identity import USER_COOKIE_NAME, identity
from pages.shared.entry.routes import CLOSED, OPEN, SIGNED_IN, access_of, access_table, route_of
from tests.entry.accounts import give_account
from tests.entry.asking import HOST, asked, made_scope
from tests.entry.conftest import ADDRESS, HOUR, MINUTE, SECRET, Bureau, Cookies, cookie, header


def no_cookie(_: Bureau) -> Cookies:
    return {}


def garbage(_: Bureau) -> Cookies:
    return {USER_COOKIE_NAME: "abc.def.ghi"}


def forged(bureau: Bureau) -> Cookies:
    bureau.sign_in("li")
    return cookie("li", secret=SECRET[::-1])


def changed(bureau: Bureau) -> Cookies:
    """The signature of one's own cookie under another's name."""
    own, other = bureau.sign_in("li")[USER_COOKIE_NAME], cookie("wang")[USER_COOKIE_NAME]
    return {USER_COOKIE_NAME: ".".join((other.rsplit(".", 2)[0], *own.rsplit(".", 2)[1:]))}


def stolen_secret(_: Bureau) -> Cookies:
    """Signed with the true secret, by somebody who never came through the provider."""
    return cookie("li")


def not_signed_in(bureau: Bureau) -> Cookies:
    cookies = cookie("li", is_logged_in=False)
    bureau.house.logins.begin("any", "li", bureau.clock.now)
    return cookies


def expired(bureau: Bureau) -> Cookies:
    return bureau.sign_in("li", ago=12 * HOUR)


def idle(bureau: Bureau) -> Cookies:
    return bureau.sign_in("li", ago=30 * MINUTE)


def logged_out(bureau: Bureau) -> Cookies:
    cookies = bureau.sign_in("li")
    bureau.house.end(cookies)
    return cookies


def logged_out_rewritten(bureau: Bureau) -> Cookies:
    """A copy of a cookie that was signed out, its signature written in another way that is as true."""
    copied = logged_out(bureau)[USER_COOKIE_NAME]
    last = copied[-1]
    for one in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_":
        rewritten = {USER_COOKIE_NAME: copied[:-1] + one}
        if one != last and identity(rewritten):
            return rewritten
    raise AssertionError("the signature has one writing alone: this visitor is not needed any more")


def no_account(bureau: Bureau) -> Cookies:
    return bureau.sign_in("stranger")


def disabled(bureau: Bureau) -> Cookies:
    cookies = bureau.sign_in("li")
    give_account(bureau.house.store, "li", "admin", disabled=True)
    return cookies


VISITORS: tuple[Callable[[Bureau], Cookies], ...] = (
    no_cookie, garbage, forged, changed, stolen_secret, not_signed_in, expired, idle, logged_out, logged_out_rewritten,
    no_account, disabled,
)  # fmt: skip


def test_every_route_is_placed_and_no_row_is_left_over(application: Starlette) -> None:
    assert {str(getattr(route, "path", None)) for route in application.routes} == set(access_table())


def test_a_route_that_stands_in_no_table_is_closed() -> None:
    assert access_of("/new") == CLOSED


def doors(application: Starlette) -> Iterator[tuple[str, str, str]]:
    """Every method and path that the application answers, with what the table says of it."""
    for route in application.routes:
        if isinstance(route, WebSocketRoute):
            yield "WEBSOCKET", route.path, access_of(route.path)
        elif isinstance(route, Route):
            yield from ((method, concrete(route.path), access_of(route.path)) for method in sorted(route.methods or ()))
    pages = (
        "/",
        "/county",
        "/form?evaluation=1",
        "/index.html",
        "/static/js/index.js",
        "/favicon.png",
        "/nowhere/else",
    )
    yield from ((method, path, SIGNED_IN) for path in pages for method in ("GET", "HEAD", "POST", "PUT", "DELETE"))


def concrete(path: str) -> str:
    for name in ("{file_id:path}", "{path:path}", "{session_id}", "{file_id}", "{token}"):
        path = path.replace(name, "x")
    assert "{" not in path
    return path


@pytest.mark.parametrize("visitor", VISITORS, ids=lambda one: one.__name__)
def test_nobody_comes_through_who_is_not_signed_in(
    application: Starlette, bureau: Bureau, visitor: Callable[[Bureau], Cookies]
) -> None:
    cookies = visitor(bureau)
    tried = 0
    for method, path, access in doors(application):
        if access == OPEN:
            continue
        expected = 404 if access == CLOSED else 401
        assert asked(application, method, path, **header(cookies))[0] == expected, (method, path)
        tried += 1
    assert tried > 50


def test_every_access_is_a_word_of_the_gate_or_a_right() -> None:
    for access in access_table().values():
        assert access in (OPEN, SIGNED_IN, CLOSED) or set(access.split()) <= set(ACTIONS)


# route                                       | roles that pass
BY_ROLE = """
PUT /_stcore/upload_file/{session_id}/{file_id}    | viewer reviewer department
DELETE /_stcore/upload_file/{session_id}/{file_id} | viewer reviewer department
GET /export/{token}                                | viewer reviewer department admin auditor
GET /media/{file_id:path}                          | viewer reviewer department admin auditor
GET /_stcore/host-config                           | viewer reviewer department admin auditor
WEBSOCKET /_stcore/stream                          | viewer reviewer department admin auditor
GET /_stcore/metrics                               |
""".strip().splitlines()


@pytest.mark.parametrize("row", BY_ROLE)
def test_a_role_comes_through_where_it_may(application: Starlette, bureau: Bureau, row: str) -> None:
    """Nobody comes in as `local`, the person at this machine, nor in a role that does not exist."""
    door, _, passing = row.partition("|")
    method, path = door.split()
    passed = []
    for role in (*ROLES, "unknown"):
        give_account(bureau.house.store, "li", role, "县水务局" if role == "department" else None)
        headers = {"host": HOST, "origin": ADDRESS, **header(bureau.sign_in("li"))}
        scope = made_scope(method, concrete(path), headers)
        found = answer(bureau.house, route_of(application.routes, scope), scope)
        assert found is None or found.status_code in (401, 403, 404)
        passed += [role] if found is None else []
    assert passed == passing.split()


@pytest.mark.parametrize("visitor", VISITORS, ids=lambda one: one.__name__)
def test_a_page_that_is_opened_leads_to_the_door(
    application: Starlette, bureau: Bureau, visitor: Callable[[Bureau], Cookies]
) -> None:
    status, headers = asked(application, "GET", "/form?year=2022", accept="text/html", **header(visitor(bureau)))
    assert (status, headers["location"]) == (303, "/login?next=%2Fform%3Fyear%3D2022")


def test_who_is_signed_in_comes_through(application: Starlette, bureau: Bureau) -> None:
    passed = 0
    for method, path, access in doors(application):
        # Each with a login of its own: one of the ways leads out.
        headers = {"host": ADDRESS.removeprefix("https://"), "origin": ADDRESS, **header(bureau.sign_in("li"))}
        scope = made_scope(method, path, headers)
        found = answer(bureau.house, route_of(application.routes, scope), scope)
        assert (found is None) == (access != CLOSED), (method, path)
        passed += found is None
    assert passed > 40


ODD_PATHS = (
    "//county", "/./county", "/login/../county", "/login%2f..%2fcounty", "/_stcore/health/../host-config",
    "/_STCORE/health", "/_stcore/health/x", "/county/_stcore/health", "/LOGIN", "/login;/county",
    "/auth/login/../../county", "/%2e%2e/etc/passwd", "/_stcore/stream", "/media/../_stcore/health",
    "/oauth2callback/x", "/login/x",
)  # fmt: skip


@pytest.mark.parametrize("path", ODD_PATHS)
def test_no_spelling_of_a_path_opens_a_page(application: Starlette, bureau: Bureau, path: str) -> None:
    for method in ("GET", "POST"):
        scope = made_scope(method, path, {"host": ADDRESS.removeprefix("https://"), "origin": ADDRESS})
        found = answer(bureau.house, route_of(application.routes, scope), scope)
        assert found is not None and found.status_code in (401, 404)


# method    | host                      | origin                          | scheme | way in | answer
WAYS = """
GET       | jixiao.example.gov.cn     | -                               | https  | passes
GET       | JIXIAO.example.gov.cn     | -                               | https  | passes
GET       | jixiao.example.gov.cn     | -                               | http   | 403
GET       | evil.example.com          | -                               | https  | 403
GET       | jixiao.example.gov.cn:99  | -                               | https  | 403
GET       | -                         | -                               | https  | 403
GET       | 127.0.0.1                 | -                               | https  | 403
PUT       | jixiao.example.gov.cn     | https://jixiao.example.gov.cn   | https  | passes
PUT       | jixiao.example.gov.cn     | -                               | https  | 403
PUT       | jixiao.example.gov.cn     | null                            | https  | 403
PUT       | jixiao.example.gov.cn     | https://evil.example.com        | https  | 403
DELETE    | jixiao.example.gov.cn     | http://jixiao.example.gov.cn    | https  | 403
POST      | jixiao.example.gov.cn     | https://jixiao.example.gov.cn.evil.com | https | 403
WEBSOCKET | jixiao.example.gov.cn     | https://jixiao.example.gov.cn   | wss    | passes
WEBSOCKET | jixiao.example.gov.cn     | -                               | wss    | 403
WEBSOCKET | jixiao.example.gov.cn     | null                            | wss    | 403
WEBSOCKET | jixiao.example.gov.cn     | https://evil.example.com        | wss    | 403
WEBSOCKET | jixiao.example.gov.cn     | https://jixiao.example.gov.cn   | ws     | 403
""".strip().splitlines()


@pytest.mark.parametrize("row", WAYS)
def test_a_visit_comes_through_the_proxy_from_a_page_of_ours(application: Starlette, bureau: Bureau, row: str) -> None:
    method, host, origin, scheme, expected = (part.strip() for part in row.split("|"))
    names = {"host": host, "origin": origin}
    sent = {name: value for name, value in names.items() if value != "-"}
    path = "/_stcore/stream" if method == "WEBSOCKET" else "/_stcore/upload_file/a/b" if method != "GET" else "/county"
    scope = made_scope(method, path, {**sent, **header(bureau.sign_in("li"))}) | {"scheme": scheme}
    found = answer(bureau.house, route_of(application.routes, scope), scope)
    assert ("passes" if found is None else str(found.status_code)) == expected


# machine       | host             | origin                 | answer, of a house for this machine alone
LOCAL_WAYS = """
127.0.0.1     | localhost:8501   | http://localhost:8501  | passes
127.0.0.1     | 127.0.0.1:8501   | -                      | passes
::1           | [::1]:8501       | http://[::1]:8501      | passes
127.0.0.1     | 127.0.0.1:8501   | http://127.0.0.1:9999  | 403
127.0.0.1     | 127.0.0.1:8501   | http://evil.com        | 403
127.0.0.1     | 127.0.0.1:8501   | null                   | 403
127.0.0.1     | evil.com:8501    | http://evil.com:8501   | 403
127.0.0.1     | evil@127.0.0.1   | -                      | 403
192.168.1.20  | localhost:8501   | http://localhost:8501  | 403
192.168.1.20  | 192.168.1.5:8501 | -                      | 403
-             | localhost:8501   | -                      | 403
""".strip().splitlines()


@pytest.mark.parametrize("row", LOCAL_WAYS)
@pytest.mark.parametrize("method", ["WEBSOCKET", "PUT"])
def test_a_house_for_this_machine_knows_no_other(
    application: Starlette, local_house: object, row: str, method: str
) -> None:
    machine, host, origin, expected = (part.strip() for part in row.split("|"))
    sent = {name: value for name, value in {"host": host, "origin": origin}.items() if value != "-"}
    path = "/_stcore/stream" if method == "WEBSOCKET" else "/_stcore/upload_file/a/b"
    scope = made_scope(method, path, sent) | {"client": None if machine == "-" else (machine, 1), "scheme": "http"}
    found = answer(local_house, route_of(application.routes, scope), scope)
    assert ("passes" if found is None else str(found.status_code)) == expected


def test_health_is_answered_from_anywhere(application: Starlette, bureau: Bureau) -> None:
    scope = made_scope("GET", "/_stcore/health", {"host": "10.0.0.3:8501"}) | {"scheme": "http"}
    assert answer(bureau.house, route_of(application.routes, scope), scope) is None


def test_all_combinations_were_meant(application: Starlette) -> None:
    assert len(list(itertools.product(VISITORS, doors(application)))) > 500

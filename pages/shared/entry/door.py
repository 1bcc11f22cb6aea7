"""The door: the one page for who is not signed in. It is drawn here, whole, and needs no file beside it."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from urllib.parse import quote, unquote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from streamlit.user_info import generate_login_redirect_url

from data.logins import Standing
from data.texts import mark, translate
from pages.shared.entry.house import DISABLED, NO_ACCOUNT, NOBODY, Visit, house
from pages.shared.language import chosen_language
from pages.shared.scripts import digest

LOOK = Path(__file__).with_name("door.css").read_text(encoding="utf-8").replace("\r\n", "\n")
WANTED = "jixiao_wanted"  # the cookie that holds the page somebody wanted to open, while they sign in
WANTED_SECONDS = 600
FORGET = f"{WANTED}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax"
POLICY = f"default-src 'none'; style-src {digest(LOOK)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
FAILED, FAILED_ADDRESS = "failed", "/login?failed=1"
SAYS = {
    FAILED: mark("现在无法登录:登录记录写不下来。请告诉管理员检查服务器的磁盘空间。"),
    NOBODY: mark("请先登录。"),
    Standing.UNKNOWN: mark("登录已失效,请重新登录。"),
    Standing.ENDED: mark("您已退出,请重新登录。"),
    Standing.IDLE: mark("您有一段时间没有操作,已自动退出,请重新登录。"),
    Standing.OLD: mark("登录时间已满,请重新登录。"),
    NO_ACCOUNT: mark("您已通过身份认证,但在本系统还没有账号。请把下面的编号告诉管理员,由他开通。"),
    DISABLED: mark("您的账号已停用。如有疑问,请把下面的编号告诉管理员。"),
}


def says(visit: Visit, language: str) -> str:
    """The sentence for who is not let in."""
    return translate(SAYS[visit.why], language)


def address_for(path: str, query: str) -> str:
    """The door, with the page that was wanted behind it."""
    return "/login?" + urlencode({"next": f"{path}?{query}" if query else path})


def local(address: str) -> str:
    """An address of ours as it stands, the first page for any other: nobody is sent elsewhere from here."""
    plain = address.isprintable() and "\\" not in address
    return address if plain and address.startswith("/") and not address.startswith(("//", "/login", "/auth")) else "/"


def wanted(cookies: Mapping[str, str]) -> str:
    """The page that somebody wanted to open before signing in, as the Location of an answer."""
    return quote(local(unquote(cookies.get(WANTED, "/"))), safe="/?&=%:,;+-_.~")


async def login(request: Request) -> Response:
    """GET /login."""
    visit = await run_in_threadpool(house().visit, request.cookies)
    back = local(request.query_params.get("next", "/"))
    if visit.actor:
        return RedirectResponse(quote(back, safe="/?&=%:,;+-_.~"), 303)
    language = chosen_language(None, request.headers.get("accept-language"))
    if "failed" in request.query_params:
        visit = Visit(FAILED)
    refused = visit.why in (NO_ACCOUNT, DISABLED)
    page = drawn(visit, back, language)
    return HTMLResponse(page, 403 if refused else 200, {"Content-Security-Policy": POLICY, "Cache-Control": "no-store"})


def drawn(visit: Visit, back: str, language: str) -> str:
    """The page in one language. Pure."""
    title, sentence = translate(TITLE, language), says(visit, language)
    spoken = "en" if language == "en" else "zh-CN"
    return (
        f'<!doctype html><html lang="{spoken}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{LOOK}</style></head>'
        f"<body><main><h1>{escape(title)}</h1><p>{escape(sentence)}</p>{way_on(visit, back, language)}</main>"
        "</body></html>"
    )


TITLE = mark("绩效自评看板")
ENTER = mark("登录")
LEAVE = mark("退出,换一个账号登录")


def way_on(visit: Visit, back: str, language: str) -> str:
    """The button to the provider; for who was confirmed and yet is not let in, their number and the way out."""
    if visit.why in (NO_ACCOUNT, DISABLED) and visit.who:
        number = f"<p><code>{escape(visit.who.subject)}</code></p>"
        return f'{number}<a class="go" href="/auth/logout">{escape(translate(LEAVE, language))}</a>'
    start = escape("/login/start?" + urlencode({"next": back}))
    return f'<a class="go" href="{start}">{escape(translate(ENTER, language))}</a>'


async def start(request: Request) -> Response:
    """GET /login/start: on to the provider, with a word that Streamlit signs for two minutes."""
    if not house().is_shared:
        return RedirectResponse("/", 303)
    answer = RedirectResponse(generate_login_redirect_url("default"), 303)
    back = local(request.query_params.get("next", "/"))
    answer.set_cookie(WANTED, quote(back, safe=""), WANTED_SECONDS, httponly=True, samesite="lax")
    return answer


ROUTES = (Route("/login", login), Route("/login/start", start))

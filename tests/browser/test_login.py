"""A bureau's server in a real browser: through nginx with TLS, signed in by a provider of OpenID Connect."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from data.load import ensure_samples
from data.store import Store
from tests.browser.browsing import PATIENCE, settle
from tests.browser.bureau import NGINX, Bureau, opened_bureau
from tests.entry.accounts import give_account

pytestmark = pytest.mark.skipif(
    not NGINX and "CI" not in os.environ, reason="nginx is not installed: apt-get install nginx"
)
BARRED = "[data-testid='stAlert']"


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bureau]:
    folder = tmp_path_factory.mktemp("bureau")
    ensure_samples(Store(folder / "store"))
    for person in ("li", "wang", "zhao", "sun"):
        give_account(folder / "store", person, "reviewer")
    with opened_bureau(folder / "store", folder) as found:
        yield found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A window's cookies; it may ask this machine alone, whose certificate nobody else signed."""
    made = browser.new_context(locale="zh-CN", ignore_https_errors=True, accept_downloads=True)
    made.set_default_timeout(PATIENCE)
    made.route(lambda address: urlsplit(address).hostname != "localhost", lambda route: route.abort())
    yield made
    made.close()


def sign_in(context: BrowserContext, bureau: Bureau, person: str, page: str = "/county") -> Page:
    """The whole way: the page that is wanted, the door, the provider, and back."""
    window = context.new_page()
    window.goto(bureau.url + page)
    window.get_by_role("link", name="登录").click()
    window.get_by_placeholder("sub").fill(person)
    window.get_by_role("button", name="Authorize").first.click()
    return window


def test_the_page_that_was_wanted_opens_after_signing_in(context: BrowserContext, bureau: Bureau) -> None:
    window = context.new_page()
    answer = window.goto(f"{bureau.url}/indicators?year=2022")
    assert answer and "/login?next=" in window.url
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    window.close()
    window = sign_in(context, bureau, "li", "/indicators?year=2022")
    settle(window)
    assert window.url == f"{bureau.url}/indicators?year=2022"
    expect(window.locator("[data-testid='stSidebar']")).to_contain_text("li")
    for one in context.cookies():
        assert one["secure"], one["name"]
        assert one["name"] == "_streamlit_xsrf" or one["httpOnly"], one["name"]
        assert one["expires"] < time.time() + 12 * 3600 + 60, one["name"]


def test_a_copy_of_a_cookie_that_was_signed_out_opens_nothing(
    browser: Browser, context: BrowserContext, bureau: Bureau
) -> None:
    window = sign_in(context, bureau, "li")
    settle(window)
    copied = context.cookies(bureau.url)
    with browser.new_context(ignore_https_errors=True, locale="zh-CN") as thief:
        thief.add_cookies(copied)  # type: ignore[arg-type]
        page = thief.new_page()
        page.goto(f"{bureau.url}/county")
        settle(page)
        window.get_by_role("button", name="退出登录").click()
        window.wait_for_url("**/end_session**")
        # The window that is open says it at the next click; a new one is not even drawn.
        page.get_by_role("link", name="预算执行").click()
        expect(page.locator(BARRED)).to_contain_text("您已退出")
        page.goto(f"{bureau.url}/county")
        expect(page.locator("main")).to_contain_text("您已退出")
        for path in ("/_stcore/host-config", "/media/x", "/export/x", "/static/js/index.js"):
            assert thief.request.get(bureau.url + path).status == 401


def test_who_is_disabled_is_out_at_the_next_click(context: BrowserContext, bureau: Bureau) -> None:
    window = sign_in(context, bureau, "wang")
    settle(window)
    give_account(bureau.store, "wang", "reviewer", disabled=True)
    window.get_by_role("link", name="预算执行").click()
    expect(window.locator(BARRED)).to_contain_text("已停用")
    assert window.locator("[data-testid='stMetric']").count() == 0
    window.get_by_role("link", name="重新登录").click()
    window.goto(f"{bureau.url}/county")
    expect(window.locator("main")).to_contain_text("已停用")
    expect(window.locator("code")).to_have_text("wang")


def test_who_has_no_account_reads_what_to_tell_the_administrator(context: BrowserContext, bureau: Bureau) -> None:
    window = sign_in(context, bureau, "<b>stranger</b>")
    expect(window.locator("main")).to_contain_text("还没有账号")
    expect(window.locator("code")).to_have_text("<b>stranger</b>")
    give_account(bureau.store, "<b>stranger</b>", "viewer")
    window.goto(f"{bureau.url}/county")
    settle(window)
    assert window.url.startswith(f"{bureau.url}/county")


def test_who_was_idle_signs_in_again(context: BrowserContext, bureau: Bureau) -> None:
    window = sign_in(context, bureau, "zhao")
    settle(window)
    with closing(sqlite3.connect(bureau.store / "logins" / "logins.sqlite")) as file, file:
        file.execute("update login set begun = begun - 43200 where subject = 'zhao'")
    window.get_by_role("link", name="预算执行").click()
    expect(window.locator(BARRED)).to_contain_text("登录时间已满")


def test_a_screen_that_nobody_sits_at_is_emptied(context: BrowserContext, bureau: Bureau) -> None:
    window = sign_in(context, bureau, "sun")
    settle(window)
    window.clock.install()
    window.reload()
    settle(window)
    window.clock.run_for(130_000)
    expect(window.locator("[data-testid='stMetric']").first).to_be_visible()
    with closing(sqlite3.connect(bureau.store / "logins" / "logins.sqlite")) as file, file:
        file.execute("update login set begun = begun - 43200 where subject = 'sun'")
    window.clock.run_for(61_000)
    expect(window.locator("main")).to_contain_text("登录时间已满")
    assert window.locator("[data-testid='stMetric']").count() == 0


def test_an_export_serves_who_asked_for_it(browser: Browser, context: BrowserContext, bureau: Bureau) -> None:
    window = sign_in(context, bureau, "li", "/findings")
    settle(window)
    address = window.locator("a[href*='export/']").first.get_attribute("href")
    assert address
    url = f"{bureau.url}/{address.lstrip('./')}"
    with browser.new_context(ignore_https_errors=True, locale="zh-CN") as other:
        settle(sign_in(other, bureau, "zhao", "/findings"))
        assert other.request.get(url).status == 404
    assert context.request.get(url).status == 200
    assert context.request.get(url).status == 404


def test_the_proxy_lets_through_what_it_should(context: BrowserContext, bureau: Bureau) -> None:
    ask = context.request
    assert ask.get(f"{bureau.plain}/county?a=1", max_redirects=0).headers["location"] == "https://localhost/county?a=1"
    assert ask.get(f"{bureau.url}/_stcore/metrics").status == 404
    assert ask.get(f"{bureau.url}/_stcore/health").status == 200
    assert ask.get(f"{bureau.direct}/login").status == 403  # past the proxy, without TLS
    forged = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "127.0.0.1", "Host": urlsplit(bureau.url).netloc}
    assert ask.get(f"{bureau.url}/county", headers=forged, max_redirects=0).status == 401
    settle(sign_in(context, bureau, "li"))
    large = ask.put(f"{bureau.url}/_stcore/upload_file/a/b", data=b"x" * 3_000_000, headers={"Origin": bureau.url})
    assert large.status not in (401, 413), large.status


def test_no_secret_stands_in_the_log(bureau: Bureau) -> None:
    folder = Path(bureau.store).parent
    for name in ("log", "error.log"):
        said = (folder / name).read_text(encoding="utf-8")
        for secret in ("client-secret", "cookie-secret"):
            assert (folder / secret).read_text(encoding="ascii").strip() not in said

"""A real browser that may speak to this machine only."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Request, Route, WebSocket

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# The browser's own calls home are switched off: what is left to see is what our pages ask for.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LOCALES = {"zh": "zh-CN", "en": "en-GB"}
SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"]'
PATIENCE = 20_000  # ms


def launched(playwright: Playwright) -> Browser:
    """An installed Chromium or Chrome, else the one that Playwright brought along."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    return playwright.chromium.launch(executable_path=found, args=ARGUMENTS)


@dataclass(slots=True)
class Window:
    """One window, and the foreign addresses that it asked for (there should be none)."""

    page: Page
    foreign: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        self.page.goto(address)
        settle(self.page)
        return self.page


@contextmanager
def opened(
    browser: Browser,
    language: str = "zh",
    width: int = 1280,
    height: int = 900,
    scheme: Literal["light", "dark"] = "light",
) -> Iterator[Window]:
    """A fresh window in `language`, light or dark; on leaving, fails if anything was asked of another machine."""
    context = browser.new_context(
        locale=LOCALES.get(language, language),
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        accept_downloads=True,
    )
    context.set_default_timeout(PATIENCE)
    window = Window(context.new_page())
    _watch(context, window)
    try:
        yield window
    finally:
        context.close()
    assert not window.foreign, f"asked of another machine: {window.foreign}"


def _watch(context: BrowserContext, window: Window) -> None:
    def note(address: str) -> None:
        if is_foreign(address):
            window.foreign.append(address)

    def stop(route: Route, request: Request) -> None:
        route.abort() if is_foreign(request.url) else route.continue_()

    def listen(socket: WebSocket) -> None:
        note(socket.url)

    context.on("request", lambda request: note(request.url))
    window.page.on("websocket", listen)
    context.route(is_foreign, stop)


def is_foreign(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme not in ("data", "blob", "about") and parts.hostname not in ("127.0.0.1", "localhost")


def settle(page: Page) -> None:
    """Wait until the script has run to its end and everything is drawn."""
    page.wait_for_selector(SETTLED, state="attached")
    page.wait_for_selector('[data-testid="stMainBlockContainer"] >> css=h1', state="attached")
    page.wait_for_timeout(300)  # a click is answered a moment later
    _wait_until_still(page)
    page.wait_for_function('() => !document.querySelector(\'[data-testid="stSkeleton"], [data-stale="true"]\')')


def _wait_until_still(page: Page) -> None:
    """The script rests and the text of the page stays the same for half a second."""
    before, still = "", 0
    for _ in range(60):
        page.wait_for_selector(SETTLED, state="attached")
        now = page.locator("body").inner_text()
        still = still + 1 if now == before else 0
        if still == 2:
            return
        before = now
        page.wait_for_timeout(250)

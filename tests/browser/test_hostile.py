"""Code in every text of every form: it is shown as it stands, nowhere executed, and asks for nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from data.load import load_paths
from data.store import Store
from tests.browser.browsing import PATIENCE, is_foreign, settle
from tests.browser.dashboard import PAGES, Dashboard, started
from tests.browser.hostile import TEXTS, write_hostile

FORMS = 65
# What the browser refused because of the Content-Security-Policy: the second wall held, so the first has a hole.
WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (one) => window.refused.push(
    `${one.violatedDirective} ${one.blockedURI} ${one.sample}`));
"""
# Elements that only a hostile text can have made: none of ours points there or has such attributes.
PLANTED = """() => [...document.querySelectorAll("*")].filter((one) => [...one.attributes].some((attribute) => {
    if (attribute.name.startsWith("on")) return attribute.value.includes("struck");
    if (attribute.name === "style") return /url\\([^)]*struck/i.test(attribute.value);
    if (!["src", "href", "action", "data", "xlink:href", "formaction"].includes(attribute.name)) return false;
    const to = new URL(attribute.value, location.href);
    return to.protocol === "javascript:" || to.hostname === "struck.example" || to.pathname.includes("struck");
})).map((one) => one.outerHTML.slice(0, 200))"""


@dataclass(slots=True)
class Watched:
    """A window, and everything that happened in it which should not have."""

    page: Page
    struck: list[str] = field(default_factory=list)

    def look(self) -> None:
        """Fails when anything was executed, planted, refused or asked for since the window was opened."""
        settle(self.page)
        assert self.page.evaluate("window.struck") is None
        assert self.page.evaluate("window.refused") == []
        assert self.page.evaluate(PLANTED) == []
        assert self.struck == []


@contextmanager
def watched(browser: Browser, language: str = "zh-CN") -> Iterator[Watched]:
    context = browser.new_context(locale=language, viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(3 * PATIENCE)  # some pages are large here
    context.add_init_script(WATCH)
    found = Watched(context.new_page())

    def note(address: str) -> None:
        if is_foreign(address) or "struck" in urlsplit(address).path:
            found.struck.append(address)

    context.on("request", lambda request: note(request.url))
    context.on("dialog", lambda dialog: (found.struck.append(dialog.message), dialog.dismiss()))
    context.on("page", lambda page: found.struck.append(f"a window of its own: {page.url}"))
    context.route(is_foreign, lambda route: route.abort())
    yield found
    context.close()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    folder = tmp_path_factory.mktemp("hostile")
    write_hostile(folder / "forms")
    report = load_paths([folder / "forms"], Store(folder / "store"))
    assert report.imported == FORMS, "the texts must come into the store, or nothing is tried"
    with started(folder / "store", folder / "log") as dashboard:
        yield dashboard


@pytest.mark.parametrize("name", PAGES)
def test_no_page_executes_what_a_form_says(hostile: Dashboard, browser: Browser, name: str) -> None:
    with watched(browser) as window:
        window.page.goto(hostile.address(name))
        window.look()
        assert "window.struck" in window.page.content() or name in ("rules", "imports", "precheck")
        hover(window.page)
        open_all(window.page)
        window.look()


@pytest.mark.parametrize("evaluation", [1, 2, 3, 8, 21])
def test_no_form_executes_what_it_says(hostile: Dashboard, browser: Browser, evaluation: int) -> None:
    with watched(browser) as window:
        window.page.goto(hostile.address("form", f"evaluation={evaluation}"))
        window.look()
        open_all(window.page)
        window.look()


@pytest.mark.parametrize("name", ["year", "department", "search", "scheme", "what_if", "evaluation", "lang", "rule"])
def test_no_address_executes_what_it_says(hostile: Dashboard, browser: Browser, name: str) -> None:
    text = "".join(TEXTS[:4])
    with watched(browser) as window:
        for page in ("county", "findings"):
            window.page.goto(hostile.address(page, f"{name}={quote(text)}"))
            window.look()


def test_no_name_of_a_file_and_no_reason_is_executed(hostile: Dashboard, browser: Browser, tmp_path: Path) -> None:
    with watched(browser) as window:
        page = window.page
        page.goto(hostile.address("findings"))
        settle(page)
        page.get_by_label("其他理由或说明").fill("".join(TEXTS[:3]))
        page.get_by_label("其他理由或说明").blur()
        settle(page)
        page.keyboard.press("x")
        window.look()
        page.goto(hostile.address("findings", "state=rejected"))
        window.look()
        for at, name in enumerate(("imports", "precheck")):
            path = tmp_path / f"{TEXTS[at + 1].replace('/', '')}.xlsx"
            path.write_bytes(b"PK\x03\x04 broken")
            page.goto(hostile.address(name))
            settle(page)
            page.locator("[data-testid='stFileUploaderDropzoneInput']").first.set_input_files(path)
            settle(page)
            for button in ("导入", "检查"):
                if page.get_by_role("button", name=button, exact=True).count():
                    page.get_by_role("button", name=button, exact=True).click()
            window.look()


def hover(page: Page) -> None:
    """Point at some marks of every chart: their words are drawn then."""
    for mark in page.locator(".plotly .point, .plotly .points path, .heatmaplayer image").all()[:12]:
        if mark.is_visible():
            mark.hover(force=True)
            page.wait_for_timeout(60)


def open_all(page: Page) -> None:
    """Open what is folded: the tables behind charts, and what stands behind a sign."""
    for button in page.locator("[data-testid='stPopoverButton']").all()[:6]:
        button.click()
        settle(page)
        page.keyboard.press("Escape")
    for summary in page.locator("[data-testid='stExpander'] summary").all()[:6]:
        summary.click()
    settle(page)


@pytest.mark.parametrize("policy", [True, False], ids=["with the policy", "without it"])
def test_the_watch_sees_what_it_watches_for(hostile: Dashboard, browser: Browser, policy: bool) -> None:
    """A page that does put texts in as they are is caught, whether the browser then refuses to execute them or not."""
    with watched(browser) as window:
        if not policy:
            window.page.route("**/county", lambda route: route.fulfill(body=BARE, content_type="text/html"))
        window.page.goto(hostile.address("county"))
        if policy:
            settle(window.page)
        window.page.evaluate("(text) => document.body.insertAdjacentHTML('beforeend', text)", TEXTS[1])
        window.page.wait_for_timeout(500)
        executed = window.page.evaluate("window.struck") is not None
        assert executed is not policy
        assert policy is bool(window.page.evaluate("window.refused"))
        assert window.page.evaluate(PLANTED)
        assert window.struck


BARE = "<!doctype html><title>x</title><h1>x</h1>"

"""How long a person waits in a real browser: `python -m tests.benchmarks.page_clicks`.

From the click or the key until what was asked for stands on the screen and has been painted, on the fictional county
with warm caches. A copy of the store is used, for decisions are taken in it. Goals: a click until its chart is drawn
at most 400 ms, the county overview until its last chart is drawn at most 0.8 s, each the median of many.
"""

import shutil
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.visits import demo_store, visiting
from tests.browser.browsing import launched, opened, settle
from tests.browser.dashboard import PAGES, Dashboard, started

TIMES = 15
WATCH = Path(__file__).with_name("page_clicks.js").read_text(encoding="utf-8")
CHART = ".js-plotly-plot"
MENU = "[data-testid='stSidebar'] [data-testid='stPageLink'] a"
PATIENCE = 60_000  # ms, for a busy machine
LOOKED = 1_000  # ms that a person looks at a page before the next click
CHARTS = 3  # of the county overview
NEXT = ", ".join(f"[class*='indicators_{name}'] {CHART}" for name in ("heat", "reasons"))


def main() -> None:
    with TemporaryDirectory() as folder:
        store = Path(shutil.copytree(demo_store(), Path(folder, "store")))
        with started(store, Path(folder, "log")) as dashboard, sync_playwright() as playwright:
            warm(dashboard)
            browser = launched(playwright)
            for name, measure in MEASURES.items():
                with opened(browser) as window:
                    window.page.set_default_timeout(PATIENCE)
                    told(name, list(measure(window.page, dashboard))[1:])  # the first one fills the caches
            browser.close()


def warm(dashboard: Dashboard) -> None:
    """Every page once, so that the server has what a second visitor finds."""
    with visiting(dashboard.url) as visitor:
        for name in PAGES:
            visitor.run(name)


def told(name: str, waits: list[float]) -> None:
    p95 = statistics.quantiles(waits, n=20, method="inclusive")[-1]
    print(f"{name:34} median {statistics.median(waits):5.0f} ms   p95 {p95:5.0f} ms   of {len(waits)}", flush=True)


def overview(page: Page, dashboard: Dashboard) -> Iterator[float]:
    """From another page of the dashboard to the county overview, by the menu."""
    for _ in range(TIMES):
        visit(page, dashboard.address("rules"))
        yield waited(page, CHART, CHARTS, page.locator(MENU).first.click)


def clicked_mark(page: Page, dashboard: Dashboard) -> Iterator[float]:
    """A bar of the overview, points lost by level 1: the page of indicators is drawn for it."""
    for _ in range(TIMES):
        visit(page, dashboard.address("county"))
        bar = page.locator(f"[class*='county_lost'] {CHART} .bars .point path").first
        yield waited(page, NEXT, 1, lambda bar=bar: bar.click(force=True))


def other_year(page: Page, dashboard: Dashboard) -> Iterator[float]:
    """Another year chosen in the filter bar: the charts of the page are drawn anew."""
    visit(page, dashboard.address("execution"))
    for at in range(TIMES):
        page.locator(".st-key-filter_year button[aria-haspopup='listbox']").click()
        yield waited(page, CHART, 1, page.get_by_role("option").nth((at + 1) % 2).click)
        settle(page)


def decision(page: Page, dashboard: Dashboard) -> Iterator[float]:
    """A finding accepted by its key: the next one comes into hand."""
    visit(page, dashboard.address("findings", "rule=shortfall_unexplained"))
    for _ in range(TIMES):
        yield waited(page, "[data-testid='stHtml']:has(.jx-facts)", 1, lambda: page.keyboard.press("a"))
        settle(page)


def next_finding(page: Page, dashboard: Dashboard) -> Iterator[float]:
    """The next finding of a form, by its key, and the one before."""
    visit(page, dashboard.address("form"))
    for at in range(TIMES):
        key = "p" if at % 2 else "n"
        yield waited(page, ".st-key-walk", 1, lambda key=key: page.keyboard.press(key))
        settle(page)


MEASURES: dict[str, Callable[[Page, Dashboard], Iterator[float]]] = {
    "county overview, from the menu": overview,
    "click on a mark, next chart": clicked_mark,
    "another year, charts": other_year,
    "findings, decided and the next one": decision,
    "form, next finding": next_finding,
}


def visit(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate(WATCH)
    settle(page)
    page.wait_for_timeout(LOOKED)


def waited(page: Page, watched: str, least: int, act: Callable[[], None]) -> float:
    """Milliseconds from a click or key until at least so many of the watched parts were drawn anew."""
    page.evaluate("([selector, least]) => window.jxWatch(selector, least)", [watched, least])
    act()
    return float(page.evaluate("() => window.jxSeen"))


if __name__ == "__main__":
    main()

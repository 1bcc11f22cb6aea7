"""Nothing on any page bars a person who cannot see it well, or who has no mouse: axe-core, and the tab key."""

import re
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.browsing import Window, opened, settle
from tests.browser.dashboard import PAGES, Dashboard

AXE = files("axe_playwright_python").joinpath("axe.min.js")
SERIOUS = ("serious", "critical")
LOOK = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map(one => [
    one.id, one.impact, one.nodes.map(node => [node.target.join(" "), node.html.slice(0, 300)])])"""
# What lies inside the library's own widgets and cannot be reached from outside, one line each:
# rule of axe-core | what its HTML matches | why it stays
TOLERATED = """
"""
STEPS = 400  # tabs; a page has fewer stops


def tolerated() -> list[tuple[str, str]]:
    rows = (line.split("|") for line in TOLERATED.strip().splitlines())
    return [(rule.strip(), html.strip()) for rule, html, _ in rows]


def violations(page: Page) -> list[str]:
    """Serious and critical violations, one line each."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return [
        f"{rule} ({impact}): {target} {html}"
        for rule, impact, nodes in page.evaluate(LOOK)
        if impact in SERIOUS
        for target, html in nodes
        if not any(rule == named and re.search(pattern, html) for named, pattern in tolerated())
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious(demo: Dashboard, browser: Browser, name: str, language: str, scheme: str) -> None:
    with opened(browser, language, scheme=scheme) as window:  # type: ignore[arg-type]
        assert violations(window.open(demo.address(name))) == []


def test_axe_sees_what_is_wrong(demo: Dashboard, window: Window) -> None:
    page = window.open(demo.address("county"))
    page.evaluate("() => document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"data:,\">')")
    assert any(line.startswith("image-alt") for line in violations(page))


@pytest.mark.parametrize("name", ["county", "execution", "indicators", "departments", "department"])
def test_every_chart_has_words_and_a_table(demo: Dashboard, window: Window, name: str) -> None:
    page = window.open(demo.address(name))
    charts, buttons = page.locator(".stPlotlyChart"), page.locator("[class*='st-key-behind_'] button")
    assert charts.count() == buttons.count() > 0
    assert page.locator(".stPlotlyChart[role='figure'][aria-label]:not([aria-label=''])").count() == charts.count()
    buttons.first.click()
    settle(page)
    assert page.locator("[data-testid='stPopoverBody'] .jx-reading tbody tr").count() > 0


def test_the_tab_key_reaches_filters_tables_and_links(demo: Dashboard, window: Window) -> None:
    page = window.open(demo.address("county"))
    seen = set()
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        spot, shows = page.evaluate(FOCUS)
        assert shows, f"nobody sees where the focus is: {spot}"
        if spot in seen and spot.endswith("跳到正文"):
            break
        seen.add(spot)
    for wanted in ("filter_year", "Excel", "jx-reading", "jx-go", "behind_county_scores", "filter_scheme"):
        assert any(wanted in spot for spot in seen), f"{wanted} is not reached: {sorted(seen)}"


# Which element has the focus, and whether one sees it: an outline, a shadow or a border of another colour.
FOCUS = """() => {
    const one = document.activeElement;
    const keyed = one.closest('[class*="st-key-"]')?.classList ?? [];
    const spot = [one.tagName, one.className?.baseVal ?? one.className, one.textContent.slice(0, 20), ...keyed]
        .join(' ');
    let shows = one === document.body;
    for (let at = one, up = 0; at && up < 4; at = at.parentElement, up += 1) {
        const style = getComputedStyle(at);
        shows ||= (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    }
    return [spot, shows];
}"""


def test_a_mark_is_followed_without_a_mouse(demo: Dashboard, window: Window) -> None:
    page = window.open(demo.address("county"))
    page.locator("[class*='st-key-behind_county_lost'] button").first.focus()
    page.keyboard.press("Enter")
    page.locator("[data-testid='stPopoverBody'] a.jx-go").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/indicators?**level1=**")

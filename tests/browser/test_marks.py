"""A click on a mark of a chart: where it leads, what it takes along, and the way back."""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.browsing import Window, settle
from tests.browser.dashboard import Dashboard

LOST, LEVELS, QUADRANT = "county_lost", "indicators_levels", "county_quadrant"


def mark(page: Page, chart: str, kind: str = ".bars .point path") -> Locator:
    return page.locator(f".st-key-{chart} .js-plotly-plot {kind}").first


def behind(page: Page, chart: str) -> str:
    """The address of the first row of the table behind a chart."""
    page.locator(f".st-key-behind_{chart} button").first.click()
    link = page.locator("[data-testid='stPopoverBody'] a.jx-go").first
    address = str(link.evaluate("link => link.href"))
    page.keyboard.press("Escape")
    settle(page)
    return address


def view(address: str) -> tuple[str, list[tuple[str, str]]]:
    """What an address shows, whatever the order in which it says so."""
    parts = urlsplit(address)
    return parts.path, sorted(parse_qsl(parts.query))


def click(page: Page, chart: str) -> None:
    mark(page, chart).click(force=True)


@pytest.mark.parametrize("query", ["", "scheme=mof-2020&lang=en", "year=2023&band=80"])
def test_a_mark_opens_what_the_row_behind_it_opens(demo: Dashboard, window: Window, query: str) -> None:
    page = window.open(demo.address("county", query))
    expected = behind(page, LOST)
    click(page, LOST)
    page.wait_for_url(re.compile("/indicators[?]"))
    settle(page)
    assert view(page.url) == view(expected)
    assert "level1=" in page.url and "band=" not in page.url
    expect(page.locator(".st-key-crumb_level1")).to_have_count(1)


def test_back_from_a_mark_shows_the_page_before(demo: Dashboard, window: Window) -> None:
    page = window.open(demo.address("county"))
    before = page.url
    click(page, LOST)
    page.wait_for_url(re.compile("/indicators[?]"))
    settle(page)
    page.go_back()
    settle(page)
    expect(page.locator("h1").first).to_have_text("县域总览")
    assert page.url == before
    click(page, LOST)  # a chart drawn anew is heard too
    page.wait_for_url(re.compile("/indicators[?]"))


def test_a_mark_narrows_its_own_page_and_the_crumb_undoes_it(demo: Dashboard, window: Window) -> None:
    page = window.open(demo.address("indicators"))
    whole = page.locator(".jx-lead").first.inner_text()
    click(page, LEVELS)
    page.wait_for_url(re.compile("[?&]level2="))
    settle(page)
    assert "/indicators" in page.url
    assert page.locator(".jx-lead").first.inner_text() != whole
    page.locator(".st-key-crumb_level2 button").first.click()
    settle(page)
    assert "level2=" not in page.url
    assert page.locator(".jx-lead").first.inner_text() == whole


def test_a_dot_opens_its_form(demo: Dashboard, window: Window) -> None:
    page = window.open(demo.address("county"))
    mark(page, QUADRANT, ".scatterlayer .point").scroll_into_view_if_needed()
    box = mark(page, QUADRANT, ".scatterlayer .point").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(re.compile(r"/form[?].*evaluation=\d+"))


def test_with_the_control_key_a_mark_opens_beside(demo: Dashboard, window: Window) -> None:
    page = window.open(demo.address("county"))
    expected, context = behind(page, LOST), page.context
    assert isinstance(context, BrowserContext)
    with context.expect_page() as coming:
        mark(page, LOST).click(force=True, modifiers=["Control"])
    coming.value.wait_for_url(re.compile("/indicators[?]"))
    assert coming.value.url == expected
    assert "/county" in page.url


def test_beside_the_marks_a_click_does_nothing(demo: Dashboard, window: Window) -> None:
    page = window.open(demo.address("county"))
    before = page.url
    box = page.locator(f".st-key-{LOST} .js-plotly-plot").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] - 3, box["y"] + 3)
    settle(page)
    assert page.url == before

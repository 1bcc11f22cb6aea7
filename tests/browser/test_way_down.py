"""From the county to one line of one form by clicks, and back by address."""

import re

from playwright.sync_api import Page, expect

from tests.browser.browsing import Window, settle
from tests.browser.dashboard import Dashboard
from tests.browser.grid import Grid


def choose(page: Page, key: str, at: int) -> str:
    """Choose one option of a list by its place; gives its words."""
    option = page.get_by_role("option").nth(at)
    for _ in range(5):  # a list that opens while the page is being drawn anew closes again
        page.locator(f".st-key-{key} button[aria-haspopup='listbox']").click()
        page.wait_for_timeout(500)
        if option.count():
            break
    words = option.inner_text()
    option.click()
    settle(page)
    return words


def open_row(page: Page, key: str, row: int, name: str) -> str:
    """Click a row of a table and wait for the page that it opens; gives what the row is called."""
    grid = Grid(page, key)
    words = grid.rows()[row][0]
    grid.open_row(row)
    page.wait_for_url(re.compile(f"/{name}[?]"))
    settle(page)
    return words


def body(page: Page) -> str:
    return page.locator("[data-testid='stMainBlockContainer']").inner_text()


def assert_line_is_explained(page: Page) -> None:
    choose(page, "line_choice", 1)
    assert re.search(r"[?&]n=\d+", page.url)
    shown = body(page)
    for label in ("计算过程", "复算得分", "原件位置"):
        assert label in shown


def test_from_the_county_to_a_form_to_its_line(county: Dashboard, window: Window) -> None:
    page = window.open(county.address("county"))
    project = open_row(page, "county_inflated", 0, "form")
    assert project in body(page)
    assert_line_is_explained(page)


def test_from_the_county_to_a_department_to_a_form_to_its_line(demo: Dashboard, window: Window) -> None:
    page = window.open(demo.address("county"))
    department = open_row(page, "county_lagging", 0, "department")
    expect(page.locator("h1").first).to_have_text("部门")
    assert department in body(page)
    project = open_row(page, "department_projects", 0, "form")
    assert project in body(page)
    assert_line_is_explained(page)


def test_from_an_indicator_to_its_line(dashboard: Dashboard, window: Window) -> None:
    page = window.open(dashboard.address("indicators"))
    name = open_row(page, "indicators_lines", 0, "form")
    assert re.search(r"[?&]n=\d+", page.url)
    assert name in body(page)


def test_an_address_restores_the_view(dashboard: Dashboard, window: Window) -> None:
    page = window.open(dashboard.address("county"))
    open_row(page, "county_inflated", 0, "form")
    choose(page, "line_choice", 1)
    page.mouse.move(0, 0)  # a mark under the pointer tells what it means
    address, shown = page.url, body(page)
    page.goto("about:blank")
    again = window.open(address)
    assert again.url == address
    assert body(again) == shown


def test_back_goes_back(dashboard: Dashboard, window: Window) -> None:
    page = window.open(dashboard.address("county"))
    open_row(page, "county_inflated", 0, "form")
    page.go_back()
    settle(page)
    expect(page.locator("h1").first).to_have_text("县域总览")


def test_a_year_narrows_the_page_and_stands_in_the_address(demo: Dashboard, window: Window) -> None:
    page = window.open(demo.address("county"))
    first = page.locator(".jx-lead").first.inner_text()
    year = choose(page, "filter_year", 1)
    assert f"year={year}" in page.url
    assert page.locator(".jx-lead").first.inner_text() != first


def test_an_address_with_nonsense_still_shows_the_page(dashboard: Dashboard, window: Window) -> None:
    page = window.open(dashboard.address("form", "year=1066&department=<b>x</b>&evaluation=999999&n=abc&scheme=../x"))
    assert page.locator("[data-testid='stException'], [data-testid='stAlertContentError']").count() == 0


def test_the_language_switch(dashboard: Dashboard, window: Window) -> None:
    page = window.open(dashboard.address("county"))
    page.get_by_text("English", exact=True).click()
    settle(page)
    expect(page.locator("h1").first).to_have_text("County overview")
    assert "lang=en" in page.url
    page.reload()
    settle(page)
    expect(page.locator("h1").first).to_have_text("County overview")
    page.get_by_text("中文", exact=True).click()
    settle(page)
    expect(page.locator("h1").first).to_have_text("县域总览")

"""From the county to one line of one form by clicks, and back by address."""

import re

from playwright.sync_api import Page, expect

from tests.browser.browsing import Window, settle
from tests.browser.dashboard import Dashboard
from tests.browser.grid import Grid


def choose(page: Page, key: str, at: int) -> str:
    """Choose one option of a list by its place; gives its words."""
    box = page.locator(f".st-key-{key}")
    box.locator("input").click()
    option = page.get_by_role("option").nth(at)
    words = option.inner_text()
    option.click()
    settle(page)
    return words


def test_from_the_county_to_one_line(dashboard: Dashboard, window: Window) -> None:
    page = window.open(dashboard.address("county"))
    league = Grid(page, "county_lagging")
    department = league.rows()[0][0]
    league.open_row(0)
    page.wait_for_url(re.compile("/department[?]"))
    settle(page)
    expect(page.locator("h1").first).to_have_text("部门")
    assert department in page.locator(".st-key-filters").inner_html() or department in page.inner_text("body")

    projects = Grid(page, "department_projects")
    project = projects.rows()[0][0]
    projects.open_row(0)
    page.wait_for_url(re.compile("/form[?].*evaluation="))
    settle(page)
    assert project in page.inner_text("body")

    choose(page, "line_choice", 1)
    assert re.search(r"[?&]n=\d+", page.url)
    line = page.inner_text("body")
    for label in ("计算过程", "复算得分", "原件位置"):
        assert label in line


def test_an_address_restores_the_view(dashboard: Dashboard, window: Window) -> None:
    page = window.open(dashboard.address("county"))
    Grid(page, "county_lagging").open_row(0)
    page.wait_for_url(re.compile("/department[?]"))
    settle(page)
    Grid(page, "department_projects").open_row(0)
    page.wait_for_url(re.compile("/form[?].*evaluation="))
    settle(page)
    choose(page, "line_choice", 1)
    address, shown = page.url, page.locator("[data-testid='stMainBlockContainer']").inner_text()
    page.goto("about:blank")
    again = window.open(address)
    assert again.url == address
    assert again.locator("[data-testid='stMainBlockContainer']").inner_text() == shown


def test_back_goes_back(dashboard: Dashboard, window: Window) -> None:
    page = window.open(dashboard.address("county"))
    Grid(page, "county_lagging").open_row(0)
    page.wait_for_url(re.compile("/department[?]"))
    settle(page)
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

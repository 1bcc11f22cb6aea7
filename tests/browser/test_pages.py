"""Every page opens on every store, whole and in the reader's language."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.browsing import Window, opened
from tests.browser.dashboard import PAGES, Dashboard
from tests.browser.wording import chinese_left, english_left, text_nodes, typed_signs

FAULTS = '[data-testid="stException"], [data-testid="stAlertContentError"]'


def assert_whole(page: Page) -> None:
    faults = page.locator(FAULTS)
    assert faults.count() == 0, faults.first.inner_text()
    assert page.locator("h1").first.inner_text().strip()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_in_chinese(dashboard: Dashboard, window: Window, name: str) -> None:
    page = window.open(dashboard.address(name))
    assert_whole(page)
    texts = text_nodes(page)
    assert not english_left(texts, dashboard.store)
    assert not typed_signs(texts, dashboard.store)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_in_english(dashboard: Dashboard, english_window: Window, name: str) -> None:
    page = english_window.open(dashboard.address(name))
    assert_whole(page)
    assert not chinese_left(text_nodes(page), dashboard.store)


@pytest.mark.parametrize(
    ("locale", "title"), [("zh-CN", "县域总览"), ("en-US", "County overview"), ("fr-FR", "县域总览")]
)
def test_the_browser_decides_the_language(county: Dashboard, browser: Browser, locale: str, title: str) -> None:
    with opened(browser, locale) as window:
        assert window.open(county.address("county")).locator("h1").first.inner_text() == title


def test_the_demonstration_says_so_on_every_page(demo: Dashboard, window: Window) -> None:
    for name in PAGES:
        said = window.open(demo.address(name)).get_by_text("演示数据")
        assert any(one.is_visible() for one in said.all())


def test_the_county_does_not(county: Dashboard, window: Window) -> None:
    assert window.open(county.address("county")).get_by_text("演示数据").count() == 0


def test_the_root_is_the_county_page(county: Dashboard, window: Window) -> None:
    assert window.open(county.url).locator("h1").first.inner_text() == "县域总览"

"""Stores, dashboards and a browser, each made once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from data.demo.__main__ import load_county
from data.demo.forms import FORMS, write_county
from data.demo.generate import county as filings
from tests.browser.browsing import Window, launched, opened
from tests.browser.dashboard import Dashboard, started

SEED, DEPARTMENTS = 2024, 8


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = launched(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The first start: an empty folder, to which the dashboard itself brings the county's own forms."""
    folder = tmp_path_factory.mktemp("county")
    with started(folder / "store", folder / "log") as dashboard:
        yield dashboard


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """A small fictional county."""
    folder = tmp_path_factory.mktemp("demo")
    build_demo(folder / "forms", folder / "store")
    with started(folder / "store", folder / "log") as dashboard:
        yield dashboard


def build_demo(forms: Path, store: Path) -> None:
    files = write_county(forms, filings(SEED, DEPARTMENTS), lambda _: None)
    load_county(forms / FORMS, store, files)


@pytest.fixture(params=["county", "demo"])
def dashboard(request: pytest.FixtureRequest) -> Dashboard:
    """Each store in turn."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Dashboard)
    return found


@pytest.fixture
def window(browser: Browser) -> Iterator[Window]:
    """A Chinese window."""
    with opened(browser, "zh") as one:
        yield one


@pytest.fixture
def english_window(browser: Browser) -> Iterator[Window]:
    with opened(browser, "en") as one:
        yield one

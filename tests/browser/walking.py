"""A way through the pages: clicks are counted, each step is looked at and leaves a picture.

The pictures go to the folder that JIXIAO_PICTURES names, else to the test's own.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.browsing import opened, settle
from tests.browser.grid import Grid

FAULTS = '[data-testid="stException"], [data-testid="stAlertContentError"]'
ACROSS = "(m => m.scrollWidth - m.clientWidth)(document.querySelector('[data-testid=stMain]'))"
Theme = Literal["light", "dark"]


@dataclass(slots=True)
class Walk:
    """Where one stands, how many clicks it took, and where pictures go."""

    page: Page
    folder: Path
    name: str
    clicks: int = 0
    pictures: int = 0

    def open(self, address: str) -> None:
        self.page.goto(address)
        settle(self.page)

    def click(self, mark: Locator, page: str = "") -> None:
        """Click, and wait until the page so named is drawn."""
        mark.click()
        self._came(page)

    def open_row(self, key: str, row: int, page: str) -> str:
        """Click a row of a table; gives what it is called."""
        grid = Grid(self.page, key)
        words = grid.rows()[row][0]
        grid.open_row(row)
        self._came(page)
        return words

    def _came(self, page: str) -> None:
        self.clicks += 1
        if page:
            self.page.wait_for_url(re.compile(f"/{page}[?]"))
        settle(self.page)

    def look(self, step: str) -> None:
        """Nothing is at fault and nothing hangs out sideways; a picture is left."""
        faults = self.page.locator(FAULTS)
        assert faults.count() == 0, faults.first.inner_text()
        assert self.page.evaluate(ACROSS) <= 0, f"{step}: the page scrolls sideways"
        self.pictures += 1
        self.page.screenshot(path=self.folder / f"{self.name}-{self.pictures}-{step}.png")

    def body(self) -> str:
        return self.page.locator("[data-testid='stMainBlockContainer']").inner_text()


@contextmanager
def walking(
    browser: Browser, folder: Path, name: str, language: str, width: int, height: int, theme: Theme
) -> Iterator[Walk]:
    """A window of that language, size and theme."""
    pictures = Path(os.environ.get("JIXIAO_PICTURES") or folder)
    pictures.mkdir(parents=True, exist_ok=True)
    with opened(browser, language, width, height) as window:
        window.page.emulate_media(color_scheme=theme)
        yield Walk(window.page, pictures, f"{name}-{language}-{width}-{theme}")


def in_sight(mark: Locator) -> None:
    """It is drawn inside the window, without scrolling."""
    expect(mark).to_be_in_viewport(ratio=0.9)

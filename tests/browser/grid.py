"""A table on the screen: what it shows, and clicks into it. A table for reading stands there as it is; a grid draws on
a canvas, and its cells are read from the table that it keeps inside for screen readers."""

from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.browser.browsing import settle

HEADER_PIXELS = 35
ROW_PIXELS = 35


class Grid:
    """The table with the key `key` of `show_table` or `show_reading`."""

    def __init__(self, page: Page, key: str) -> None:
        self.page, self.key = page, key
        # The links that take it away stand right under the table and carry the key.
        above = "xpath=preceding::div[@data-testid='stDataFrame' or contains(@class, 'jx-reading')][1]"
        self.place: Locator = page.locator(f".st-key-exports_{key}").locator(above)
        self.place.scroll_into_view_if_needed()
        self.place.locator("table tbody tr").first.wait_for(state="attached")

    def header(self) -> list[str]:
        return self._texts("thead th")

    def rows(self) -> list[list[str]]:
        """The rows that are drawn now, as they read."""
        count = self.place.locator("table tbody tr").count()
        return [self._texts(f"tbody tr:nth-child({at + 1}) :is(td, th)") for at in range(count)]

    def open_row(self, row: int) -> None:
        """Click the first cell of a row, counted from 0."""
        link = self.place.locator("tbody tr").nth(row).locator("th a")
        if link.count():
            link.click()
            return
        box = self.place.bounding_box()
        assert box is not None
        self.page.mouse.click(box["x"] + 40, box["y"] + HEADER_PIXELS + ROW_PIXELS * row + ROW_PIXELS / 2)

    def download(self, kind: str, folder: Path) -> Path:
        """Take the table away as "xlsx" or "csv"."""
        with self.page.expect_download() as coming:
            self.page.locator(f".st-key-{self.key}_{kind} a").click()
        target = folder / coming.value.suggested_filename
        coming.value.save_as(target)
        settle(self.page)  # the click put a fresh address under the link
        return target

    def _texts(self, cells: str) -> list[str]:
        found: list[str] = self.place.locator(f"table {cells}").evaluate_all(
            "cells => cells.map(cell => cell.textContent.trim())"
        )
        return found

"""Pictures of the pages of the fictional county. `python -m tests.browser.take_screenshots`.

Without options: the pictures of the README. With --all FOLDER: every page of a store in three widths and both
languages, for looking at.
"""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.browsing import launched, opened
from tests.browser.dashboard import PAGES, PROJECT, Dashboard, started

PICTURES = Path(__file__).with_name("pictures")
WIDTHS = (390, 1280, 1920)
LARGEST = 250_000  # bytes
STORE = PROJECT / os.environ.get("JIXIAO_STORE", ".store/demo")


@click.command()
@click.option("--all", "folder", type=click.Path(file_okay=False, path_type=Path), help="every page into this folder")
@click.option("--store", type=click.Path(file_okay=False, path_type=Path), default=STORE, help="default: .store/demo")
def main(folder: Path | None, store: Path) -> None:
    """Take pictures of every page."""
    if not (store / "CURRENT").exists():
        subprocess.run([sys.executable, "-m", "data.demo"], cwd=PROJECT, check=True)
    with TemporaryDirectory() as log, started(store.resolve(), Path(log, "log")) as dashboard, sync_playwright() as one:
        browser = launched(one)
        if folder is None:
            _for_readme(dashboard, browser)
        else:
            _everything(dashboard, browser, folder)
        browser.close()


def _for_readme(dashboard: Dashboard, browser: Browser) -> None:
    PICTURES.mkdir(exist_ok=True)
    for name in PAGES:
        taken = _picture(dashboard, browser, name, "zh", 1280, whole=False)
        (PICTURES / f"{name}.png").write_bytes(_small(taken))


def _everything(dashboard: Dashboard, browser: Browser, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in PAGES:
        for language in ("zh", "en"):
            for width in WIDTHS:
                taken = _picture(dashboard, browser, name, language, width, whole=True)
                (folder / f"{name}-{language}-{width}.png").write_bytes(taken)
                click.echo(f"{name} {language} {width}")


def _picture(dashboard: Dashboard, browser: Browser, name: str, language: str, width: int, *, whole: bool) -> bytes:
    with opened(browser, language, width) as window:
        page = window.open(dashboard.address(name))
        if whole:
            # The page scrolls inside a block of its own: the window grows until nothing is left to scroll.
            height = page.evaluate("() => document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
            page.set_viewport_size({"width": width, "height": min(int(height) + 40, 12_000)})
        page.wait_for_timeout(1_200)  # charts grow into their place
        return page.screenshot(animations="disabled")


def _small(picture: bytes) -> bytes:
    """The picture in as many colours as fit into LARGEST bytes."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    for colors in (256, 128, 64, 32):
        buffer = BytesIO()
        image.quantize(colors, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
        if len(buffer.getvalue()) <= LARGEST:
            break
    return buffer.getvalue()


if __name__ == "__main__":
    main()

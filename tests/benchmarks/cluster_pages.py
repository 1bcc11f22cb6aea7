"""Every page on results of the cluster: python -m tests.benchmarks.cluster_pages [--lines 1000000] [--pictures DIR]

Generated lines are exported, all views computed on Spark and published, the dashboard started on them and each page
opened in a browser, with a department and a form chosen where a page asks for one. Prints what each step took; ends
with 1 where a page shows a fault. Needs `make cluster` and a browser.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import click
from playwright.sync_api import Page, sync_playwright

from data.store import Store, attach
from tests.benchmarks.generated_facts import generate
from tests.browser.browsing import launched, opened, settle
from tests.browser.dashboard import PAGES, started
from tests.browser.test_pages import FAULTS

PATIENCE = 120_000  # ms: the first page reads the results that all others share
CHOSEN = (
    "select e.evaluation, e.department from facts.evaluation as e join facts.indicator as i on i.evaluation ="
    " e.evaluation where e.department is not null and e.project is not null group by all order by count(*) desc, 1"
)


@click.command()
@click.option("--lines", default=1_000_000, show_default=True)
@click.option("--master", default="local[2]", show_default=True)
@click.option("--folder", type=click.Path(file_okay=False, path_type=Path), help="where to keep what was made")
@click.option("--pictures", type=click.Path(file_okay=False, path_type=Path), help="where to put pictures")
def main(lines: int, master: str, folder: Path | None, pictures: Path | None) -> None:
    """Generate, export, compute on Spark, open every page."""
    with tempfile.TemporaryDirectory() as aside:
        place = folder or Path(aside)
        store = made(place, lines, master)
        faults = sum(shown(store, place / "server.log", pictures))
    click.echo(f"{len(PAGES)} pages opened, {faults} with a fault")
    raise SystemExit(1 if faults else 0)


def made(place: Path, lines: int, master: str) -> Store:
    """The store whose generation in force was computed on the cluster."""
    source, store = Store(place / "generated"), Store(place / "store")
    if store.current() is not None:
        return store
    began = time.perf_counter()
    counts = generate(source, lines).counts
    told(f"generated {counts['evaluation']} forms, {counts['indicator']} lines", began)
    began = time.perf_counter()
    run("data", "export", "--store", str(source.folder), "--out", str(place / "facts"))
    told("exported", began)
    began = time.perf_counter()
    run("analytics", "cluster", "--master", master, "--facts", str(place / "facts"), "--out", str(store.folder))
    told(f"computed on {master} and published", began)
    return store


def shown(store: Store, log: Path, pictures: Path | None) -> Iterator[bool]:
    """Whether each page showed a fault."""
    generation = store.current()
    if generation is None:
        raise SystemExit(f"{store.folder} holds nothing")
    with attach(generation) as connection:
        found = connection.execute(CHOSEN).fetchone()
    if found is None:
        raise SystemExit(f"{store.folder} has no form of a department")
    chosen = urlencode({"department": found[1], "evaluation": found[0]})
    with started(store.folder, log) as dashboard, sync_playwright() as playwright:
        browser = launched(playwright)
        with opened(browser) as window:
            page = window.page
            page.set_default_timeout(PATIENCE)
            for name in PAGES:
                for query in ("", chosen):
                    began = time.perf_counter()
                    page.goto(dashboard.address(name, query))
                    settle(page)
                    fault = fault_of(page)
                    told(f"{name}{'?' if query else ''}{query}: {fault or heading(page)}", began)
                    if pictures:
                        pictures.mkdir(parents=True, exist_ok=True)
                        page.screenshot(path=pictures / f"{name}{'-chosen' if query else ''}.png", full_page=True)
                    yield bool(fault)
        browser.close()


def heading(page: Page) -> str:
    return page.locator("h1").first.inner_text().strip()


def fault_of(page: Page) -> str:
    """What a page says went wrong, or that it says nothing at all."""
    faults = page.locator(FAULTS)
    if faults.count():
        return faults.first.inner_text()
    return "" if heading(page) else "nothing"


def told(what: str, began: float) -> None:
    click.echo(f"{time.perf_counter() - began:7.1f} s  {what}")


def run(module: str, *words: str) -> None:
    """One of our commands as a process of its own; ends the program with what it said where it failed."""
    done = subprocess.run(  # noqa: S603 – our own command
        [sys.executable, "-m", module, *words], capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise SystemExit(done.stdout[-2000:] + done.stderr[-4000:])


if __name__ == "__main__":
    main()

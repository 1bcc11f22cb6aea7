"""python -m tests.benchmarks.viewers: how long viewers wait while an import of thousands of forms runs beside them.

A real server on a copy of the fictional county, real web sockets, no browsers. In each scene a new import begins with
the viewers, so that generations change under them and every cache has to be filled anew.
"""

import asyncio
import json
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice, repeat
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import click

from data.demo.generate import county
from data.demo.writer import workbook
from data.store import Store, attach
from tests.benchmarks.crowd import Asked, Crowd, all_browse, all_open
from tests.benchmarks.visits import MEASURED, demo_store, resident_mb
from tests.browser.dashboard import Dashboard, started

FORMS = 2000
SECONDS = 90.0
THINK = 10.0
MOST_MEGABYTES = 1024
SEED = 2030
FIRST: Asked = ("county", "")
PAGES = tuple(page for page in MEASURED if page not in ("imports", "precheck"))  # what leaders look at


@dataclass(frozen=True, slots=True)
class Scene:
    """So many viewers, and the seconds that 95 of 100 answers must stay below; `opening`: all at the same moment.

    `first`: the first page, as a person opens the dashboard; without it each follows a link to another page.
    """

    title: str
    viewers: int
    goal: float
    opening: bool = False
    first: bool = False


SCENES = (
    Scene("50 viewers who think 10 s", 50, 1.0),
    Scene("100 viewers who think 10 s", 100, 3.0),
    Scene("50 viewers who open the dashboard at the same moment", 50, 5.0, opening=True, first=True),
    Scene("50 viewers who open 50 links to different pages at the same moment", 50, 5.0, opening=True),
)


@click.command()
@click.option("--seconds", default=SECONDS, show_default=True, help="length of a scene")
@click.option("--forms", default=FORMS, show_default=True, help="forms that are imported meanwhile, 0 for none")
@click.option("--share", default=1.0, show_default=True, help="of the viewers, for a try")
def main(seconds: float, forms: int, share: float) -> None:
    """Print what was met, and end with 1 when a goal was missed."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        store = Path(shutil.copytree(demo_store(), place / "store"))
        inboxes = [filed(place / f"inbox-{at}", forms, SEED + at) for at in range(len(SCENES))]
        with started(store, place / "server.log") as dashboard, memory_watched(dashboard.process) as most:
            asked = wandering(store)
            asyncio.run(all_open(dashboard.url, 1, asked))  # the first visitor of the day, who fills the caches
            met = [
                played(scene, dashboard, asked, inbox, seconds, share)
                for scene, inbox in zip(SCENES, inboxes, strict=True)
            ]
        used = max(most, default=0.0)
        for line in page_faults(store):
            click.echo(line)
    click.echo(f"memory of the server at its most: {used:.0f} MB (goal ≤ {MOST_MEGABYTES})")
    raise SystemExit(0 if all(met) and used <= MOST_MEGABYTES else 1)


def page_faults(store: Path) -> Iterator[str]:
    """What the log of the dashboard says of pages that failed: the reference that a viewer read, and where it was."""
    for log in sorted((store / "logs").glob("server.jsonl*")):
        for line in log.read_text(encoding="utf-8").splitlines():
            said = json.loads(line)
            if said["event"] in ("page_failed", "warming_failed"):
                where = " < ".join(reversed(said.get("stack", ())))
                yield f"    {said.get('reference', '')} {said.get('error')}: {where}"


def filed(inbox: Path, forms: int, seed: int) -> Path:
    """So many forms of another county than the one that is shown, as files."""
    inbox.mkdir()
    filings = (filing for one in range(seed, seed + 10) for filing in county(one * 100))
    for at, filing in enumerate(islice(filings, forms)):
        (inbox / f"{at}.xlsx").write_bytes(workbook([filing]))
    return inbox


def played(
    scene: Scene, dashboard: Dashboard, asked: Iterator[Asked], inbox: Path, seconds: float, share: float
) -> bool:
    """One scene while the forms of `inbox` are imported; whether its goals were met."""
    viewers = max(int(scene.viewers * share), 1)
    browse = partial(all_open, dashboard.url, viewers, repeat(FIRST) if scene.first else asked)
    if not scene.opening:
        browse = partial(all_browse, dashboard.url, viewers, THINK, seconds, asked)
    importing = imported(dashboard.store, inbox)
    crowd, beside = beside_import(browse, importing)
    waited = (
        f"p50 {crowd.at(0.5):.2f} s · p95 {crowd.at(0.95):.2f} s (goal ≤ {scene.goal:g}) · most {crowd.at(1):.2f} s"
    )
    click.echo(f"{scene.title}: {len(crowd.waited)} answers, {waited}, errors {len(crowd.errors)}; import {beside}")
    for error in sorted(set(crowd.errors))[:5]:
        click.echo(f"    {error}")
    return crowd.at(0.95) <= scene.goal and not crowd.errors and beside.startswith("ended well")


def imported(store: Path, inbox: Path) -> "subprocess.Popen[str] | None":
    """An import as a person starts it; None where there is nothing to import."""
    if not any(inbox.iterdir()):
        return None
    command = [sys.executable, "-m", "data", "load", "--store", str(store), str(inbox)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")  # noqa: S603


def beside_import(
    browse: Callable[[], Coroutine[Any, Any, Crowd]], importing: "subprocess.Popen[str] | None"
) -> tuple[Crowd, str]:
    """What the viewers met, and how the import ended; an opening is over sooner than the import."""
    begun, ends = time.monotonic(), list[float]()
    watcher = threading.Thread(target=lambda: importing and (importing.communicate(), ends.append(time.monotonic())))
    watcher.start()
    crowd = asyncio.run(browse())
    watcher.join()
    if importing is None:
        return crowd, "ended well: none"
    return crowd, f"{'ended well' if not importing.returncode else 'FAILED'} after {ends[0] - begun:.0f} s"


def wandering(store: Path) -> Iterator[Asked]:
    """Pages and addresses without end, as leaders ask for them: this year mostly, a department now and then."""
    rng, generation = random.Random(SEED), Store(store).current()
    assert generation is not None
    with attach(generation) as opened:
        held = {
            name: [
                row[0] for row in opened.execute(f"select distinct {name} from facts.evaluation order by 1").fetchall()
            ]
            for name in ("year", "department", "evaluation")
        }
    years = held["year"]
    while True:
        page = rng.choice(PAGES)
        query: dict[str, object] = {"year": years[-1] if rng.random() < 0.7 else rng.choice(years)}
        if page == "department" or rng.random() < 0.2:
            query["department"] = rng.choice(held["department"])
        if page == "form":
            query = {"evaluation": rng.choice(held["evaluation"])}
        yield page, urlencode(query)


@contextmanager
def memory_watched(process: int) -> Iterator[list[float]]:
    """What the server held, in MB, looked at twice a second."""
    seen, done = list[float](), threading.Event()

    def watch() -> None:
        while not done.wait(0.5):
            seen.append(resident_mb(process) or 0.0)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield seen
    finally:
        done.set()
        watcher.join()


if __name__ == "__main__":
    main()

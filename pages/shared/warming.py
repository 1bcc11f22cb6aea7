"""Beside the visits: the generation in force is made ready before anybody asks, and what is shown no more is let go.

One thread looks every half second whether another program has published something. Where it fails, visitors wait for
what they ask, as they would without it.
"""

import logging
import time
from importlib import import_module
from pathlib import Path
from threading import Thread

from data.logs import note
from data.store import Served, Store, served
from pages.shared.kept import MADE
from pages.shared.showing import SHOWING
from pages.shared.store import folder, forget_all_but, make_ready

BETWEEN_LOOKS = 0.5  # seconds
PAGES = Path(__file__).parents[1]


def begin() -> None:
    """Watch from here on, until the server ends."""
    Thread(target=watch, name="warming", daemon=True).start()


def watch() -> None:
    """What pages are made of first, then every generation as it comes."""
    load_parts()
    failed = ""
    while True:
        try:
            look(Store(folder()))
            failed = ""
        except Exception as error:  # whatever it is, the visit that asks for it says so
            if failed != repr(error):
                note("warming_failed", logging.WARNING, failed=True)
            failed = repr(error)
        time.sleep(BETWEEN_LOOKS)


def look(store: Store) -> None:
    """Make ready what has come into force since the last look."""
    newest, former = served(store), SHOWING.ready
    if newest is None or newest.fault or newest == former:
        return
    before = former.generation if former else None
    make_ready(newest.generation, before)
    SHOWING.put(newest)
    let_go(newest, former)


def let_go(newest: Served, former: Served | None) -> None:
    """Keep what is shown, and what runs that began a moment ago still show."""
    wanted = [one.generation for one in (newest, former) if one]
    forget_all_but(*wanted)
    held = {(one.path, one.digest) for one in wanted}
    MADE.keep(lambda key: key[0][:2] in held)


def load_parts() -> None:
    """Import what pages draw with: the first visitor of the day would wait for it."""
    for path in sorted(PAGES.glob("*/*.py")):
        if path.stem not in ("page", "__init__") and path.parent.name != "shared":
            import_module(f"pages.{path.parent.name}.{path.stem}")

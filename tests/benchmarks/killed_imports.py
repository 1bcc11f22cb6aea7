"""python -m tests.benchmarks.killed_imports: imports killed with SIGKILL at random moments.

Each round takes a store with forms in it, imports more, kills the import and everything that it started, and looks:
the forms that were there must be there, or those and all the new ones, and never anything between. Then the import is
run again undisturbed, and the rows of every table must be those of a store that never saw a kill.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from data.carrying_out import rebuild
from data.load import load_paths
from data.store import Store, attach
from data.store.checks import TABLES, number, table_digest

SAMPLE = Path("data/samples/yanchi-2022.txt")
KILLS = 200
FILES = 12
REBUILT_EVERY = 20  # every so many rounds the store is also built again from originals and journal
PUBLICATION = 0.05  # seconds from the journal's line to the end of the import, about
SEED = 20221231
# When a form came in differs from run to run, and nothing else may.
MOMENTS = {"document": "received", "refused": "received"}


@dataclass(slots=True)
class Tally:
    """What the rounds came to. `lost` and `torn` count rounds, `same` those that ended in the undisturbed digest."""

    rounds: int = 0
    before: int = 0
    after: int = 0
    too_late: int = 0
    lost: int = 0
    torn: int = 0
    same: int = 0
    rebuilt: int = 0
    rebuilt_same: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        return self.lost == self.torn == 0 and self.same == self.rounds and self.rebuilt_same == self.rebuilt

    def lines(self) -> Sequence[str]:
        killed = f"{self.before} before publication, {self.after} after it, {self.too_late} after its end"
        return (
            f"imports killed: {self.rounds} ({killed})",
            f"committed forms lost: {self.lost} · torn: {self.torn}",
            f"final digest as of an undisturbed run: {self.same}/{self.rounds}",
            f"rebuilt from originals and journal with the same digests: {self.rebuilt_same}/{self.rebuilt}",
            *self.wrong,
        )


@click.command()
@click.option("--kills", default=KILLS, show_default=True)
@click.option("--seed", default=SEED, show_default=True, help="of the moments")
def main(kills: int, seed: int) -> None:
    """Print the tally, and end with 1 when a single form was lost."""
    with tempfile.TemporaryDirectory() as folder:
        tally = killed_imports(Path(folder), kills, seed=seed)
    click.echo("\n".join(tally.lines()))
    raise SystemExit(0 if tally.passed else 1)


def killed_imports(place: Path, kills: int, files: int = FILES, seed: int = SEED) -> Tally:
    """So many rounds in the folder `place`."""
    first, inbox = place / "first", filed(place / "inbox", files)
    load_paths([SAMPLE], Store(first))
    undisturbed = Path(shutil.copytree(first, place / "undisturbed"))
    long = run_whole(undisturbed, inbox)
    moments = (facts(Store(first)), facts(Store(undisturbed)))
    chance, tally = random.Random(seed), Tally()
    for at in range(kills):
        store = Store(Path(shutil.copytree(first, place / "store")))
        # Every other kill falls into the moments of publication, which begins with a line in the journal.
        moment = chance.uniform(0, PUBLICATION) if at % 2 else chance.uniform(0, 1.05) * long
        killed = run_and_kill(store.folder, inbox, moment, published=bool(at % 2))
        judge(tally, store, inbox, moments, killed, also_rebuilt=at % REBUILT_EVERY == 0)
        shutil.rmtree(store.folder)
    return tally


def filed(inbox: Path, files: int) -> Path:
    """The three forms as so many files, no two alike."""
    inbox.mkdir()
    text = SAMPLE.read_text(encoding="utf-8")
    for at in range(files):
        (inbox / f"{at:03}.txt").write_text(text.replace("租用费", f"租用费{at:03}"), encoding="utf-8")
    return inbox


def started(store: Path, inbox: Path) -> "subprocess.Popen[bytes]":
    """An import as a person starts it, in a group of its own."""
    command = [sys.executable, "-m", "data", "load", "--store", str(store), str(inbox)]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603 our own command


def run_whole(store: Path, inbox: Path) -> float:
    """Seconds of an undisturbed import."""
    begun = time.monotonic()
    if started(store, inbox).wait():
        raise SystemExit("the undisturbed import failed")
    return time.monotonic() - begun


def run_and_kill(store: Path, inbox: Path, after: float, published: bool) -> bool:
    """Start an import and kill its whole group so many seconds later; False when it had ended by then.

    `published`: so many seconds after its publication began.
    """
    stamp = Store(store).acts.stamp()
    process = started(store, inbox)
    while published and process.poll() is None and Store(store).acts.stamp() == stamp:
        time.sleep(0.0005)
    time.sleep(after)
    killed = process.poll() is None
    os.killpg(process.pid, signal.SIGKILL) if killed else None
    process.wait()
    return killed


def judge(tally: Tally, store: Store, inbox: Path, moments: tuple[str, str], killed: bool, also_rebuilt: bool) -> None:
    """What a kill left, what a second import makes of it, and what a rebuild tells."""
    tally.rounds += 1
    try:
        left = facts(store)
    except Exception as error:
        tally.torn += 1
        tally.wrong.append(f"round {tally.rounds}: {error}")
        return
    count(tally, left, moments, killed)
    load_paths([inbox], store)
    if facts(store) == moments[1]:
        tally.same += 1
    if also_rebuilt:
        tally.rebuilt += 1
        tally.rebuilt_same += not rebuild(store).differs


def count(tally: Tally, left: str, moments: tuple[str, str], killed: bool) -> None:
    if not killed:
        tally.too_late += 1
    elif left == moments[0]:
        tally.before += 1
    elif left == moments[1]:
        tally.after += 1
    else:
        tally.lost += 1


def facts(store: Store) -> str:
    """Every row of every table in force as one text, after the generation was compared with its manifest."""
    current = Store(store.folder).current()
    if current is None:
        return ""
    for path in store.originals.iterdir():
        store.original(path.name)
    store.acts.entries()
    with attach(current) as opened:
        for table, rows in current.counts.items():
            if number(opened, f"select count(*) from facts.{table}") != rows:
                raise ValueError(f"{table} is torn")
        opened.execute("attach ':memory:' as timeless")
        for table in TABLES:
            left_out = f"exclude ({MOMENTS[table]})" if table in MOMENTS else ""
            opened.execute(f"create table timeless.{table} as select * {left_out} from facts.{table}")
        return " ".join(table_digest(opened, table, "timeless") for table in TABLES)


if __name__ == "__main__":
    main()

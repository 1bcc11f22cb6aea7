"""python -m tests.benchmarks.full_disk: imports on a disk that is full, while viewers keep reading.

The store lies on a small disk in memory (tmpfs; mounting one needs root). Each round leaves less room than the import
needs, down to none, and looks: the import ends with its sentence, every viewer read the last good generation whole all
the time, and with room again the same import goes through.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import click

from data.load import load_paths
from data.store import Store, attach, served
from data.store.checks import number
from tests.benchmarks.killed_imports import SAMPLE, filed

ROUNDS = 20
FILES = 30
VIEWERS = 4
DISK_MEGABYTES = 64
MEGABYTE = 1024 * 1024
SEED = 20221231


@dataclass(slots=True)
class Tally:
    """What the rounds came to. `reads` and `failed_reads` are of all viewers together."""

    rounds: int = 0
    refused: int = 0
    fitted: int = 0
    reads: int = 0
    failed_reads: int = 0
    recovered: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        return not self.wrong and not self.failed_reads and self.recovered == self.rounds and self.refused > 0

    def lines(self) -> Sequence[str]:
        return (
            f"imports on a full disk: {self.rounds}, ended with their sentence: {self.refused}, fitted: {self.fitted}",
            f"reads meanwhile: {self.reads}, failed: {self.failed_reads}",
            f"the same import with room again: {self.recovered}/{self.rounds}",
            *self.wrong,
        )


@click.command()
@click.option("--rounds", default=ROUNDS, show_default=True)
def main(rounds: int) -> None:
    """Print the tally, and end with 1 when a viewer was disturbed."""
    with tempfile.TemporaryDirectory() as folder, small_disk(Path(folder)) as disk:
        if disk is None:
            click.echo("skipped: a disk in memory can be mounted by root alone (Linux)")
            return
        tally = full_disk(disk, Path(folder), rounds)
    click.echo("\n".join(tally.lines()))
    raise SystemExit(0 if tally.passed else 1)


@contextmanager
def small_disk(folder: Path) -> Iterator[Path | None]:
    """A disk of a few megabytes; None where it cannot be had."""
    disk, mount = folder / "disk", shutil.which("mount")
    disk.mkdir()
    command = [mount, "-t", "tmpfs", "-o", f"size={DISK_MEGABYTES}m", "jixiao", str(disk)]
    if not mount or subprocess.run(command, capture_output=True, check=False).returncode:  # type: ignore[arg-type]  # noqa: S603
        yield None
        return
    try:
        yield disk
    finally:
        subprocess.run([shutil.which("umount") or "umount", str(disk)], check=True)  # noqa: S603


def full_disk(disk: Path, place: Path, rounds: int, files: int = FILES) -> Tally:
    """So many rounds on `disk`; the forms lie in `place`, which has room."""
    inbox, chance, tally = filed(place / "inbox", files), random.Random(SEED), Tally()
    first = place / "first"
    load_paths([SAMPLE], Store(first))
    for at in range(rounds):
        store = Store(Path(shutil.copytree(first, disk / "store")))
        room = int(chance.uniform(0, 3) * MEGABYTE) if at else 0
        one_round(tally, store, inbox, disk / "ballast", room)
        shutil.rmtree(store.folder)
    return tally


def one_round(tally: Tally, store: Store, inbox: Path, ballast: Path, room: int) -> None:
    """Fill the disk, import, look, make room, import again."""
    tally.rounds += 1
    before = store.current_number()
    fill(ballast, room)
    with viewers(tally, store.folder):
        failed, said = imported(store.folder, inbox)
    if failed and ("Traceback" in said or "请检查磁盘空间" not in said):
        tally.wrong.append(f"round {tally.rounds}: {said[-300:]}")
    if failed and Store(store.folder).current_number() != before:
        tally.wrong.append(f"round {tally.rounds}: another generation is in force")
    tally.refused += failed
    tally.fitted += not failed
    ballast.unlink()
    failed, said = imported(store.folder, inbox)
    tally.recovered += not failed
    if failed:
        tally.wrong.append(f"round {tally.rounds}, with room again: {said[-300:]}")


def fill(ballast: Path, room: int) -> None:
    """Leave so many bytes on the disk."""
    free = shutil.disk_usage(ballast.parent).free
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(free - room, 1))


def imported(store: Path, inbox: Path) -> tuple[bool, str]:
    """Whether an import failed, and what it said."""
    command = [sys.executable, "-m", "data", "load", "--store", str(store), str(inbox)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    return ran.returncode != 0, ran.stderr


@contextmanager
def viewers(tally: Tally, store: Path) -> Iterator[None]:
    """Several who open the store again and again, and count what it says."""
    done, lock = threading.Event(), threading.Lock()

    def view() -> None:
        while not done.is_set():
            good = reads_whole(store)
            with lock:
                tally.reads += 1
                tally.failed_reads += not good
            done.wait(0.02)

    people = [threading.Thread(target=view) for _ in range(VIEWERS)]
    for one in people:
        one.start()
    try:
        yield
    finally:
        done.set()
        for one in people:
            one.join()


def reads_whole(store: Path) -> bool:
    try:
        shown = served(Store(store))
        if shown is None or shown.fault:
            return False
        with attach(shown.generation) as opened:
            forms = number(opened, "select count(*) from facts.evaluation")
    except Exception:
        return False
    return forms == shown.generation.counts["evaluation"]


if __name__ == "__main__":
    main()

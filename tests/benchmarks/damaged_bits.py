"""python -m tests.benchmarks.damaged_bits: bits flipped and ends cut off in a published generation.

Each round damages one file of the newest generation – its tables or its manifest – or the pointer, and asks for what is
served. The damage must be noticed, the generation before it served whole, and both said in a sentence; what was kept
must be exactly what it was.
"""

import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from data.errors import Fault
from data.load import load_paths
from data.store import Generation, Store, attach, served
from data.store.checks import table_digests
from data.store.generation import manifest_of
from tests.benchmarks.killed_imports import filed

FLIPS, CUTS = 150, 60
GENERATIONS = 3
SEED = 20221231


@dataclass(slots=True)
class Tally:
    """What the rounds came to."""

    flips: int = 0
    cuts: int = 0
    unnoticed: int = 0
    served_before: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        return not self.unnoticed and not self.wrong and self.served_before == self.flips + self.cuts

    def lines(self) -> Sequence[str]:
        total = self.flips + self.cuts
        return (
            f"bits flipped: {self.flips}, ends cut off: {self.cuts}, unnoticed: {self.unnoticed}",
            f"a whole generation served, with a warning: {self.served_before}/{total}",
            *self.wrong,
        )


@click.command()
@click.option("--flips", default=FLIPS, show_default=True)
@click.option("--cuts", default=CUTS, show_default=True)
def main(flips: int, cuts: int) -> None:
    """Print the tally, and end with 1 when damage went unnoticed."""
    with tempfile.TemporaryDirectory() as folder:
        tally = damaged_bits(Path(folder), flips, cuts)
    click.echo("\n".join(tally.lines()))
    raise SystemExit(0 if tally.passed else 1)


def damaged_bits(place: Path, flips: int, cuts: int) -> Tally:
    """So many rounds of each kind in the folder `place`."""
    store, chance, tally = made(place), random.Random(SEED), Tally()
    whole = {number: tables_of(store.generation(number)) for number in store.numbers()}
    for damage, rounds in ((flipped, flips), (cut, cuts)):
        for at in range(rounds):
            path = target(store, at)
            content = path.read_bytes()
            path.write_bytes(damage(content, chance))
            judge(tally, store, whole, f"{damage.__name__} in {path.name}")
            path.write_bytes(content)
            tally.flips += damage is flipped
            tally.cuts += damage is cut
    return tally


def made(place: Path) -> Store:
    """A store of three generations."""
    store, inbox = Store(place / "store"), filed(place / "inbox", GENERATIONS)
    for file in sorted(inbox.iterdir()):
        load_paths([file], store)
    return store


def target(store: Store, at: int) -> Path:
    """Mostly the tables, every third time the manifest, every tenth the pointer."""
    path = store.path_of(GENERATIONS)
    if at % 10 == 9:
        return store.pointer
    return manifest_of(path) if at % 3 == 2 else path


def flipped(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :]


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def judge(tally: Tally, store: Store, whole: dict[int, dict[str, str]], what: str) -> None:
    try:
        shown = served(Store(store.folder))
    except Fault as fault:
        tally.wrong.append(f"{what}: nothing served: {fault}")
        return
    if shown is None or shown.fault is None:
        tally.unnoticed += 1
        tally.wrong.append(f"{what}: unnoticed")
    elif tables_of(shown.generation) != whole[shown.generation.number]:
        tally.wrong.append(f"{what}: generation {shown.generation.number} is not what it was")
    elif "python -m data" not in shown.fault.sentence("zh"):
        tally.wrong.append(f"{what}: {shown.fault} does not say what to do")
    else:
        tally.served_before += 1


def tables_of(generation: Generation) -> dict[str, str]:
    """The digests of the rows as they are read, not as they were written down."""
    with attach(generation) as opened:
        return table_digests(opened)


if __name__ == "__main__":
    main()

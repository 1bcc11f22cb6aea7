"""How long the recomputing of many lines takes, against the barest query, pandas and polars over the same facts.

python -m tests.benchmarks.recompute --lines 1000000

Each in a process of its own: seconds of the clock and of the processors, and the most memory it held. Ratios are of
processor seconds: they stay the same on a machine that is busy with other things.
`views` does all that the dashboard's figures rest on (texts folded, wording told, three kinds of scheme); the others
score a figure against a figure and nothing else, which is the least that any program must do.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import click

from data.parquet import write_parquet
from data.store import Store, attach
from tests.benchmarks.generated_facts import generate

PEERS = ("bare", "polars", "pandas")
GOALS = {"bare": "at most 3.00", "polars": "at most 1.00", "pandas": "at most 0.20"}


@click.command()
@click.option("--lines", default=1_000_000, show_default=True)
@click.option("--folder", type=click.Path(file_okay=False, path_type=Path), help="where to keep the facts")
def main(lines: int, folder: Path | None) -> None:
    """Print seconds, memory and ratios."""
    with tempfile.TemporaryDirectory() as aside:
        place = folder or Path(aside)
        made = prepare_facts(place, lines)
        click.echo(f"{made} lines")
        ours = measured("views", place)
        for name in PEERS:
            theirs = measured(name, place)
            click.echo(f"    views / {name}: {ours / theirs:.2f} (goal: {GOALS[name]})")


def prepare_facts(place: Path, lines: int) -> int:
    """The same facts as a generation and as Parquet, made only where they are not there yet."""
    store = Store(place / "store")
    generation = store.current() or generate(store, lines)
    if not (place / "facts").exists():
        with attach(generation) as connection:
            write_parquet(connection, place / "facts")
    return generation.counts["indicator"]


def measured(name: str, place: Path) -> float:
    """Processor seconds of one of recompute_by.py."""
    command = [sys.executable, "-m", "tests.benchmarks.recompute_by", name, str(place)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()  # noqa: S603
    seconds, worked, megabytes = map(float, told)
    click.echo(f"{name:8} {seconds:8.2f} s {worked:8.2f} s of processors {megabytes:8.0f} MB")
    return worked


if __name__ == "__main__":
    main()

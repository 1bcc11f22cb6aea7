"""python -m tests.benchmarks.intake: how fast filed forms come in, against the same extraction over openpyxl's cells.

Every form is drawn by the demo's generator and another one than all others. Whole processes are measured from outside:
their time, the processor time of all of them, and the most memory that each of them held.
"""

import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

import click

from data.demo.generate import county
from data.demo.writer import workbook
from data.forms import read_forms
from data.readers import read_document
from tests.data.readers.second_opinion import second_opinion

MEGABYTE = 1024 * 1024
FORMS_PER_SECOND = 150
RATIO = 5
ZIP_SECONDS = 90
ZIP_MEGABYTES = 1024
SMALL = 1000  # forms of a load that is run several times
SAMPLE = 120  # forms of one round against openpyxl

# `data load`, which says in the end what it and the processes that it started took.
MEASURED = """
import resource, sys
from data.__main__ import main
try:
    main(sys.argv[1:], standalone_mode=False)
finally:
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cpu = own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime
    print(f"measured {cpu} {own.ru_maxrss * 1024} {others.ru_maxrss * 1024}", flush=True)
"""


@dataclass(frozen=True, slots=True)
class Load:
    """One `data load`: seconds, processor seconds of all processes, bytes of it and of its largest reading process."""

    seconds: float
    cpu: float
    loader_bytes: int
    reader_bytes: int


@click.command()
@click.option("--forms", default=10_000, show_default=True, help="forms in the zip")
@click.option("--rounds", default=3, show_default=True, help="runs of the small measurements")
def main(forms: int, rounds: int) -> None:
    """Print the figures with their goals, and end with 1 when one is missed."""
    with tempfile.TemporaryDirectory() as folder:
        packed = Path(folder, "forms.zip")
        small = Path(folder, "small.zip")
        drawn = write_zip(packed, forms)
        write_zip(small, SMALL)
        click.echo(f"{forms} forms, no two alike, {packed.stat().st_size / MEGABYTE:.0f} MB")
        small_load(small, rounds)
        met = [against_openpyxl(drawn, rounds), whole_county(packed, forms)]
    raise SystemExit(0 if all(met) else 1)


def write_zip(path: Path, forms: int) -> list[bytes]:
    """A zip of so many forms; gives the first ones for the other measurement."""
    filings = (filing for seed in count(2024) for filing in county(seed))
    first: list[bytes] = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for number, filing in enumerate(islice(filings, forms)):
            content = workbook([filing])
            archive.writestr(f"{number // 2000}/{number}.xlsx", content)
            if number % max(forms // SAMPLE, 1) == 0:
                first.append(content)
    return first[:SAMPLE]


def small_load(small: Path, rounds: int) -> None:
    """The same for a load of so few forms that starting three processes is a good part of it: told, no goal."""
    loads = [load(small) for _ in range(rounds)]
    rate = SMALL / statistics.median(one.cpu for one in loads)
    seconds = statistics.median(one.seconds for one in loads)
    told = f"{rate:.0f} forms per second and core, {SMALL} forms in {seconds:.1f} s"
    click.echo(f"a small load: {told}, median of {rounds} whole processes, starting included")


def against_openpyxl(forms: Sequence[bytes], rounds: int) -> bool:
    """Both arms give the same forms; only who reads the cells differs. The parts are told: they bound the ratio."""
    for content in forms:
        assert read_by_us(content) == read_by_openpyxl(content)
    reads = (read_by_us, read_by_openpyxl, lambda content: read_document("表", content))
    ours, theirs, cells = taking_turns(rounds, forms, reads)
    ratio = theirs / ours
    parts = f"cells {cells * 1000:.1f} + forms {(ours - cells) * 1000:.1f} ms against {theirs * 1000:.1f} ms"
    click.echo(f"against openpyxl: {ratio:.1f} times as fast (goal ≥ {RATIO}), a form {parts}, fastest of {rounds}")
    return ratio >= RATIO


def read_by_us(content: bytes) -> object:
    return read_forms(read_document("表", content))


def read_by_openpyxl(content: bytes) -> object:
    """The same records from openpyxl's cells."""
    return read_forms(second_opinion("表", content))


def taking_turns(rounds: int, forms: Sequence[bytes], reads: Sequence[Callable[[bytes], object]]) -> list[float]:
    """Processor seconds for one form, each way, the fastest of its rounds.

    The ways take turns: what else the machine does strikes them alike, and can only make a round slower.
    """
    took = [[timed(forms, read) for read in reads] for _ in range(rounds)]
    return [min(of_one) / len(forms) for of_one in zip(*took, strict=True)]


def timed(forms: Sequence[bytes], read: Callable[[bytes], object]) -> float:
    started = time.process_time()
    for content in forms:
        read(content)
    return time.process_time() - started


def whole_county(packed: Path, forms: int) -> bool:
    """One load of everything, from the zip to a published generation, starting included.

    Told are its time, the forms by the processor time of all its processes, and what memory the loading process and
    the largest reading process held.
    """
    one = load(packed)
    rate = forms / one.cpu
    click.echo(f"end to end: {rate:.0f} forms per second and core (goal ≥ {FORMS_PER_SECOND}), {forms} forms")
    loader, reader = one.loader_bytes / MEGABYTE, one.reader_bytes / MEGABYTE
    memory = f"memory {loader:.0f} MB loading, {reader:.0f} MB in the largest reading process (goal ≤ {ZIP_MEGABYTES})"
    click.echo(f"zip of {forms}: {one.seconds:.0f} s (goal ≤ {ZIP_SECONDS}), {one.cpu:.0f} s of processor; {memory}")
    return rate >= FORMS_PER_SECOND and one.seconds <= ZIP_SECONDS and max(loader, reader) <= ZIP_MEGABYTES


def load(packed: Path) -> Load:
    """Load one zip into an empty store with a process of its own."""
    with tempfile.TemporaryDirectory() as store:
        started = time.perf_counter()
        command = [sys.executable, "-c", MEASURED, "load", "--store", store, str(packed)]
        ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
        seconds = time.perf_counter() - started
    told = [line.split()[1:] for line in ran.stdout.splitlines() if line.startswith("measured ")]
    if not told:
        raise click.ClickException(ran.stderr[-2000:])
    cpu, own, others = map(float, told[0])
    return Load(seconds, cpu, int(own), int(others))


if __name__ == "__main__":
    main()

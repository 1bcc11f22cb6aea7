"""make bench: how fast everything is, each figure beside its peer in the same run: python -m tests.benchmarks.bench

Ten million generated lines are made, recomputed four ways, their results kept, and asked what the pages ask. Reading,
exporting and starting are measured beside. Writes docs/benchmarks.md, its Chinese twin and the chart.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import click
import pandas as pd

from data.store import Store
from tests.benchmarks.bench_report import Figure, Run, others_busy, write_report
from tests.benchmarks.generated_facts import generate
from tests.benchmarks.intake import read_by_openpyxl, read_by_us, taking_turns, write_zip
from tests.benchmarks.page_queries import GOAL
from tests.benchmarks.readings import generation_of
from tests.browser.dashboard import started

ROUNDS = 3
FORMS = 60
MEGABYTES = 1024
WAYS = ("bare", "totals", "views", "polars", "pandas")


@click.command()
@click.option("--lines", default=10_000_000, show_default=True)
@click.option("--folder", type=click.Path(file_okay=False, path_type=Path), help="where to keep what was made")
@click.option("--docs", default="docs", show_default=True, type=click.Path(file_okay=False, path_type=Path))
def main(lines: int, folder: Path | None, docs: Path) -> None:
    """Measure everything, print each figure, write the report."""
    began, busy = time.perf_counter(), others_busy()
    figures = []
    with tempfile.TemporaryDirectory() as aside:
        place = folder or Path(aside)
        for measure in (reading, lambda: recompute(place, lines), lambda: pages(place), exports, start):
            for figure in measure():
                click.echo(figure.line("en"))
                figures.append(figure)
        lines = generation_of(place).counts["indicator"]
    took = time.perf_counter() - began
    others = (others_busy() - busy) / took / (os.cpu_count() or 1)
    write_report(docs, figures, Run(lines, took, max(others, 0.0)))


def reading() -> Iterator[Figure]:
    """One form from its bytes to records; openpyxl's cells through the same forms; pandas' cells and nothing else."""
    with tempfile.TemporaryDirectory() as aside:
        forms = write_zip(Path(aside, "forms.zip"), FORMS)
    seconds = taking_turns(ROUNDS, forms, (read_by_us, read_by_openpyxl, read_by_pandas))
    ours, *peers = (1000 * one for one in seconds)
    yield Figure("reading", "读一份表", "one form read", ours, "ms")
    for name, theirs in zip(("openpyxl", "pandas"), peers, strict=True):
        goal = 5.0 if name == "openpyxl" else None
        words = ("只取单元格", "cells alone") if name == "pandas" else ("同样的记录", "the same records")
        yield Figure(
            "reading", f"{name}:{words[0]}", f"{name}: {words[1]}", theirs, "ms", theirs / ours, goal, most=False
        )


def read_by_pandas(content: bytes) -> object:
    return pd.read_excel(BytesIO(content), header=None, engine="openpyxl")


def recompute(place: Path, lines: int) -> Iterator[Figure]:
    """Score, verdict, totals and departments of every line, each way in a process of its own.

    The ways take turns: what the machine does meanwhile, and a file not yet read, strike them alike.
    """
    store = Store(place / "store")
    if store.current() is None:
        generate(store, lines)
    if not (place / "readings.duckdb").exists():
        seconds = float(run("tests.benchmarks.readings", str(place)).split()[0])
        yield Figure("reading", "读懂全部文字,每代数据一次", "all texts understood, once a generation", seconds, "s")
    rounds = [{way: once(way, place) for way in WAYS} for _ in range(ROUNDS)]
    found = {way: min(one[way] for one in rounds) for way in WAYS}
    answers = {way: found[way][3:] for way in ("views", "polars", "pandas")}
    if len(set(answers.values())) > 1:
        raise click.ClickException(f"the ways do not answer the same: {answers}")
    ours = found["views"]
    yield Figure("recompute", "复算:视图", "recompute: the views", ours[0], "s")
    for way, zh, en, goal in (
        ("bare", "最简单的一条查询(只除,按部门)", "the barest query (a division, by department)", 3.0),
        ("totals", "最简单的查询加各表合计", "the barest query with the totals of forms", None),
        ("polars", "polars,同样的规则", "polars, the same rules", 1.0),
        ("pandas", "pandas,同样的规则", "pandas, the same rules", 0.2),
    ):
        yield Figure("recompute", zh, en, found[way][0], "s", ours[0] / found[way][0], goal)
    yield Figure("recompute", "复算占用内存", "memory of recomputing", ours[2], "MB", goal=MEGABYTES, absolute=True)
    for way in ("polars", "pandas"):
        yield Figure("recompute", f"{way} 占用内存", f"memory of {way}", found[way][2], "MB", ours[2] / found[way][2])


def once(way: str, place: Path) -> tuple[float, ...]:
    """One run of one way: seconds, processor seconds, megabytes, and the answer."""
    return tuple(map(float, run("tests.benchmarks.recompute_by", way, str(place)).split()))


def pages(place: Path) -> Iterator[Figure]:
    """Results kept, then every query of the pages on them."""
    began = time.perf_counter()
    run("analytics", "keep", "--store", str(place / "store"))
    yield Figure(
        "keep", "全部视图和核查算好存放", "every view and finding computed and kept", time.perf_counter() - began, "s"
    )
    for row in run("tests.benchmarks.page_queries", str(place)).splitlines():
        median, _, rows, what = row.split(" ", 3)
        goal = None if what.startswith("opening") else GOAL
        yield Figure("pages", what, f"{what} ({rows} rows)", float(median), "ms", goal=goal, absolute=True)


def exports() -> Iterator[Figure]:
    """50,000 rows of 12 columns as a file."""
    for row in run("tests.benchmarks.export_speed").splitlines():
        name, seconds = row.split()[0], float(re.findall(r"([\d.]+) s \(", row)[0])
        yield Figure("export", f"导出 50,000 行:{name}", f"50,000 rows as {name}", seconds, "s")


def start() -> Iterator[Figure]:
    """From the command to the first answer."""
    with tempfile.TemporaryDirectory() as aside:
        began = time.perf_counter()
        with started(Path(aside), Path(aside, "log")):
            seconds = time.perf_counter() - began
    yield Figure("start", "启动到可以访问", "start to first answer", seconds, "s")


def run(module: str, *words: str) -> str:
    """What a module prints, run as a process of its own."""
    done = subprocess.run(  # noqa: S603 – our own command
        [sys.executable, "-m", module, *words], capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise click.ClickException(done.stderr[-3000:])
    return done.stdout


if __name__ == "__main__":
    main()

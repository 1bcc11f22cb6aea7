"""The figures of a run as a table in two languages and a chart, with the machine and the versions."""

import os
import platform
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from data.texts.punctuation import printed

PACKAGES = ("duckdb", "pandas", "polars", "openpyxl", "streamlit")
WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("bench_words.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. Its goal is one of the ratio, or of the figure itself (`absolute`); at most or at least."""

    group: str
    zh: str
    en: str
    value: float
    unit: str
    ratio: float | None = None
    goal: float | None = None
    absolute: bool = False
    most: bool = True

    @property
    def reached(self) -> bool | None:
        found = self.value if self.absolute else self.ratio
        if self.goal is None or found is None:
            return None
        return found <= self.goal if self.most else found >= self.goal

    def cells(self, language: str) -> tuple[str, ...]:
        """What the columns of the table say."""
        said = {True: WORDS[language]["yes"], False: WORDS[language]["no"], None: ""}[self.reached]
        unit = f" {self.unit}" if self.absolute else ""
        goal = "" if self.goal is None else f"{'≤' if self.most else '≥'} {self.goal:g}{unit}"
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        return (self.zh if language == "zh" else self.en, amount(self.value, self.unit), ratio, goal, said)

    def line(self, language: str) -> str:
        what, figure, ratio, goal, said = self.cells(language)
        return f"{what:52} {figure:>12} {ratio:>8} {goal:>10} {said}".rstrip()


@dataclass(frozen=True, slots=True)
class Run:
    """What a run was: its lines, its seconds, and which share of the processors went to other work meanwhile."""

    lines: int
    seconds: float
    others: float


def others_busy() -> float:
    """Processor seconds that the machine gave to other processes than this one and its children (Linux)."""
    path, own = Path("/proc/stat"), os.times()
    if not path.exists():
        return 0.0
    user, nice, system, _, _, irq, softirq, steal = map(int, path.read_text(encoding="utf-8").split()[1:9])
    busy = (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK")
    return busy - own.user - own.system - own.children_user - own.children_system


def amount(value: float, unit: str) -> str:
    return f"{value:.2f} {unit}" if unit == "s" else f"{value:.0f} {unit}" if value >= 10 else f"{value:.1f} {unit}"


def write_report(folder: Path, figures: Sequence[Figure], run: Run) -> None:
    """benchmarks.md, benchmarks.zh-CN.md and benchmarks.svg."""
    folder.mkdir(exist_ok=True)
    for language, name in (("en", "benchmarks.md"), ("zh", "benchmarks.zh-CN.md")):
        page = "\n\n".join(parts(figures, language, run))
        page = "\n".join(map(printed, page.splitlines())) if language == "zh" else page
        (folder / name).write_text(page + "\n", encoding="utf-8")
    bars = [one for one in figures if one.group == "recompute" and one.unit == "s"]
    (folder / "benchmarks.svg").write_text(chart(bars), encoding="utf-8")


def parts(figures: Sequence[Figure], language: str, run: Run) -> list[str]:
    words = WORDS[language]
    said = words["said"].format(lines=run.lines, minutes=run.seconds / 60, others=run.others)
    found = [f"# {words['title']}", said, machine(), "![](benchmarks.svg)"]
    for group, rows in groupby(figures, lambda one: one.group):
        found += [f"## {words['groups'][group]}", table([one.cells(language) for one in rows], words["heads"])]
    return [*found, words["notes"].strip()]


def table(rows: Sequence[Sequence[str]], heads: Sequence[str]) -> str:
    lines = [heads, ("---", "---:", "---:", "---:", "---"), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def machine() -> str:
    """What it ran on, without any name of a machine."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    names = (row.split(":")[1].strip() for row in cpu_lines() if row.startswith("model name"))
    processor = f"{next(names, platform.machine())} × {os.cpu_count()}"
    return f"{processor}, {memory_gb()} GB, {platform.system()}, Python {platform.python_version()}, {packages}"


def cpu_lines() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def memory_gb() -> str:
    path = Path("/proc/meminfo")
    return str(round(int(path.read_text(encoding="utf-8").split()[1]) / 1e6)) if path.exists() else "?"


def chart(figures: Sequence[Figure]) -> str:
    """Seconds of the ways to recompute as bars."""
    longest = max(one.value for one in figures)
    rows = [bar(at, one, longest) for at, one in enumerate(figures)]
    size = f'width="760" height="{len(rows) * 44 + 16}" viewBox="0 0 760 {len(rows) * 44 + 16}"'
    style = 'font-family="sans-serif" font-size="13"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>\n' + "\n".join(rows) + "\n</svg>\n"


def bar(at: int, one: Figure, longest: float) -> str:
    y, width = 12 + at * 44, one.value / longest * 640
    colour = "#1f6f8b" if at == 0 else "#b8c4cc"
    words = escape(f"{one.zh} · {one.en}")
    return (
        f'<text x="0" y="{y + 10}">{words}</text>'
        f'<rect x="0" y="{y + 15}" width="{width:.1f}" height="14" fill="{colour}"/>'
        f'<text x="{width + 8:.1f}" y="{y + 27}">{amount(one.value, one.unit)}</text>'
    )

"""How much of what was planted in the fictional county the findings recover: python -m tests.benchmarks.recover_faults

Recall: of the faults planted, how many does each rule that must answer find, in their form and line.
Precision: of the findings of a rule, how many stand where a fault that calls for it was planted.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import duckdb

from analytics.rules import rules
from analytics.session import open_session
from data.demo.truth import Truth, read_truth
from data.store import Store


@dataclass(frozen=True, slots=True)
class Place:
    """One finding or one planted fault: the rule, the form, and the line where it has one."""

    rule: str
    form: tuple[str, str]
    line: int | None


@dataclass(frozen=True, slots=True)
class Recovery:
    """One rule: how many faults call for it, how many of them it found, its findings and how many were called for."""

    rule: str
    severity: str
    planted: int
    recalled: int
    found: int
    expected: int

    @property
    def recall(self) -> float | None:
        return self.recalled / self.planted if self.planted else None

    @property
    def precision(self) -> float | None:
        return self.expected / self.found if self.found else None


def findings(connection: duckdb.DuckDBPyConnection) -> list[Place]:
    """All findings; the form by file name and sheet, as truth.jsonl names it."""
    rows = connection.execute("""
        select
            f.rule,
            cast(e.year as varchar) || '/' || e.filed_department || '/' || e.document_name,
            split_part(e.place, '!', 1),
            f.n
        from finding as f join evaluation_in_force as e on e.evaluation = f.evaluation
    """).fetchall()
    return [Place(rule, (file, sheet), n) for rule, file, sheet, n in rows]


def called_for(truths: Iterable[Truth]) -> Iterator[tuple[str, tuple[str, str], tuple[int, ...]]]:
    """(rule, form, lines) for every rule that a planted fault calls for, in forms that are in force."""
    for truth in truths:
        if not truth.superseded:
            for fault in truth.planted:
                yield from ((rule, (truth.file, truth.sheet), fault.lines) for rule in fault.rules)


def recoveries(places: Iterable[Place], truths: Iterable[Truth]) -> list[Recovery]:
    """Every rule with its recall and precision, those without a hit too."""
    places, called = list(places), list(called_for(truths))
    lines_found, lines_called = defaultdict(list), defaultdict(list)
    for place in places:
        lines_found[place.rule, place.form].append(place.line)
    for rule, form, lines in called:
        lines_called[rule, form].append(lines)
    recalled = Counter(rule for rule, form, lines in called if any(touches(n, lines) for n in lines_found[rule, form]))
    expected = Counter(p.rule for p in places if any(touches(p.line, lines) for lines in lines_called[p.rule, p.form]))
    wanted, found = Counter(rule for rule, _, _ in called), Counter(place.rule for place in places)
    return [
        Recovery(one.rule, one.severity, wanted[one.rule], recalled[one.rule], found[one.rule], expected[one.rule])
        for one in rules()
    ]


def touches(line: int | None, lines: tuple[int, ...]) -> bool:
    """A finding or a fault of the whole form touches every line of it."""
    return line is None or not lines or line in lines


def unexpected(places: Iterable[Place], truths: Iterable[Truth]) -> list[Place]:
    """Findings that no planted fault calls for."""
    called = list(called_for(truths))
    return [
        p
        for p in places
        if not any((p.rule, p.form) == (rule, form) and touches(p.line, lines) for rule, form, lines in called)
    ]


def missed(places: Iterable[Place], truths: Iterable[Truth]) -> list[Place]:
    """Planted faults that a rule should have found and did not."""
    found = defaultdict(list)
    for place in places:
        found[place.rule, place.form].append(place.line)
    return [
        Place(rule, form, lines[0] if lines else None)
        for rule, form, lines in called_for(truths)
        if not any(touches(n, lines) for n in found[rule, form])
    ]


def share(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path(".store", "demo-forms"), show_default=True)
@click.option("--store", type=click.Path(path_type=Path), default=Path(".store", "demo"), show_default=True)
@click.option("--show", default=0, help="how many unexpected and missed places to print")
def main(out: Path, store: Path, show: int) -> None:
    """Recall and precision of every rule on the fictional county."""
    generation = Store(store).current()
    if generation is None:
        raise click.ClickException("python -m data.demo first")
    truths = list(read_truth(out))
    places = findings(open_session(generation))
    click.echo(f"{'rule':34}{'severity':10}{'planted':>8}{'recall':>8}{'found':>8}{'precision':>11}")
    for one in recoveries(places, truths):
        click.echo(
            f"{one.rule:34}{one.severity:10}{one.planted:8}{share(one.recall):>8}{one.found:8}{share(one.precision):>11}"
        )
    clean = {(truth.file, truth.sheet) for truth in truths if not truth.planted}
    accused = {place.form for place in places if place.form in clean}
    click.echo(f"forms without a planted fault: {len(clean)}, of them with any finding: {len(accused)}")
    for title, listed in (("unexpected", unexpected(places, truths)), ("missed", missed(places, truths))):
        for place in listed[:show]:
            click.echo(f"{title}: {place.rule} {place.form[0]} {place.form[1]} n={place.line}")


if __name__ == "__main__":
    main()

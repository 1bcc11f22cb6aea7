"""What the commands of the bureau's own lists share: replace and say what changed, or show what is in force."""

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from data.errors import Fault
from data.registry.load import Kept, Replaced, rows_in_force
from data.store import Store
from data.texts import mark, translate

MOST_CHANGES = 20
NOTHING = mark("还没有导入。")
REFUSED = mark("有 {n} 行不能采用,原有的清单没有改动。")
MORE = mark("…… 另有 {n} 条")


def show_or_replace(
    file: Path | None,
    store: Store,
    kind: type[Kept],
    line: Callable[[Kept], str],
    summary: Callable[[Replaced[Kept]], str],
    replace: Callable[[Path, Store], Replaced[Kept]],
) -> None:
    """Exit code 1 when the file is refused; each bad row stands on a line of its own."""
    try:
        if file is None:
            click.echo(in_force(store, kind, line))
            return
        done = replace(file, store)
    except Fault as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(1) from fault
    if done.bad:
        for bad in done.bad:
            click.echo(f"{file.name} {bad.place}: {bad.sentence('zh')}", err=True)
        click.echo(translate(REFUSED, "zh", n=len(done.bad)), err=True)
        raise SystemExit(1)
    click.echo(summary(done))


def in_force(store: Store, kind: type[Kept], line: Callable[[Kept], str]) -> str:
    generation = store.current()
    rows = rows_in_force(generation, kind) if generation is not None else []
    return "\n".join(map(line, rows)) or translate(NOTHING, "zh")


def changes(done: Replaced[Kept], line: Callable[[Kept], str]) -> Iterator[str]:
    """+ for what came, - for what went; the first of them, and how many more."""
    every = [*(f"- {line(one)}" for one in done.removed), *(f"+ {line(one)}" for one in done.added)]
    yield from every[:MOST_CHANGES]
    if len(every) > MOST_CHANGES:
        yield translate(MORE, "zh", n=len(every) - MOST_CHANGES)

"""python -m analytics keep: the results of the generation in force, computed once for all who open it."""

from pathlib import Path

import click

from analytics.session import keep_results
from data.commands.options import store_option
from data.errors import Fault
from data.store import Generation, Store
from data.texts import mark, translate

KEPT = mark("第 {number} 代数据的结果已算好存放,打开看板时不再重新计算。")
NOTHING = mark("数据库中还没有数据。请先导入自评表。")


@click.command()
@store_option
@click.option("--memory", default="4GB", show_default=True, help="内存上限 · memory limit")
def keep(store: Path, memory: str) -> None:
    """预先算好当前数据的全部结果 · compute all results of the data in force once."""
    try:
        generation = kept(Store(store), memory)
    except Fault as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(1) from fault
    if generation is None:
        click.echo(translate(NOTHING, "zh"), err=True)
        raise SystemExit(1)
    click.echo(translate(KEPT, "zh", number=generation.number))


def kept(store: Store, memory: str) -> Generation | None:
    """The generation in force with its results beside it; no import may remove it meanwhile. None where there is none.

    Raises NotAllowed, StoreBusy and StoreDamaged.
    """
    if store.current() is None:
        return None
    with store.locked():
        generation = store.current()
        if generation is not None:
            keep_results(generation, (f"set memory_limit = '{memory}'", "set preserve_insertion_order = false"))
    return generation

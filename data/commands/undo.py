"""python -m data undo: put the generation before the last import back into force."""

from pathlib import Path

import click

from data.commands.options import store_option
from data.errors import Fault
from data.store import Store
from data.texts import mark, translate


@click.command()
@store_option
def undo(store: Path) -> None:
    """撤销上一次导入 · go back to the generation before the last import."""
    try:
        found = Store(store).undo()
    except Fault as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(1) from fault
    if found is None:
        click.echo(translate(mark("没有更早的数据可以恢复。"), "zh"), err=True)
        raise SystemExit(1)
    done = mark("已恢复到第 {number} 代({published} 发布),自评表 {forms} 份。")
    when = f"{found.published:%Y-%m-%d %H:%M} UTC"
    click.echo(translate(done, "zh", number=found.number, published=when, forms=found.counts["evaluation"]))

"""python -m data export: the facts in force as Parquet."""

from pathlib import Path

import click

from data.commands.options import store_option
from data.errors import Fault
from data.parquet import write_parquet
from data.store import Store, attach
from data.texts import mark, translate

NOTHING = mark("数据库中还没有数据。请先导入自评表。")
NOT_EMPTY = mark("文件夹 {name} 不是空的。请另选一个空文件夹。")
WRITTEN = mark("已写出第 {number} 代数据:自评表 {forms} 份、指标 {lines} 项。")


@click.command()
@store_option
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="空文件夹 · an empty folder"
)
def export(store: Path, out: Path) -> None:
    """把当前数据写成按年度分区的 Parquet · write the facts as Parquet, parted by year."""
    if out.exists() and any(out.iterdir()):
        raise click.UsageError(translate(NOT_EMPTY, "zh", name=str(out)))
    try:
        generation = Store(store).current()
        if generation is None:
            click.echo(translate(NOTHING, "zh"), err=True)
            raise SystemExit(1)
        with attach(generation) as connection:
            counts = write_parquet(connection, out)
    except Fault as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(1) from fault
    said = {"number": generation.number, "forms": counts["evaluation"], "lines": counts["indicator"]}
    click.echo(translate(WRITTEN, "zh", **said))

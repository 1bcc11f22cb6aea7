"""Options that several commands share."""

from pathlib import Path

import click

from data.logs import begin


def with_log(_context: click.Context, _option: click.Parameter, store: Path) -> Path:
    """What a command does to a store is logged beside it; the file is made by its first line."""
    begin(store / "logs", "commands")
    return store


store_option = click.option(
    "--store",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="JIXIAO_STORE",
    default=Path(".store", "county"),
    show_default=True,
    help="数据库文件夹 · folder of the store",
    callback=with_log,
)

"""Options that several commands share."""

from pathlib import Path

import click

from data.errors import Fault
from data.logs import as_set, begin


def usual_store() -> Path:
    """The folder that the settings name. Who names one on the command line does not wait for the settings."""
    from data.settings import settings

    try:
        return settings().store
    except Fault as fault:
        raise click.UsageError(fault.sentence("zh")) from fault


def with_log(_context: click.Context, _option: click.Parameter, store: Path) -> Path:
    """What a command does to a store is logged beside it; the file is made by its first line."""
    begin("commands", lambda: as_set(store))
    return store


store_option = click.option(
    "--store",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="JIXIAO_STORE",
    default=usual_store,
    show_default=".store/county",
    help="数据库文件夹 · folder of the store",
    callback=with_log,
)

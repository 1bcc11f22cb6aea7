"""Options that several commands share."""

from pathlib import Path

import click

store_option = click.option(
    "--store",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="JIXIAO_STORE",
    default=Path(".store", "county"),
    show_default=True,
    help="数据库文件夹 · folder of the store",
)

"""python -m data doctor: whether all is well with the store, and what to do where it is not."""

from datetime import UTC, datetime
from pathlib import Path

import click

from data.backup import Backups
from data.commands.backup import to_option, usual_folder
from data.commands.options import store_option
from data.doctor import Place, examine
from data.errors import Fault
from data.store import Store
from data.texts import mark, translate

SIGNS = {"good": "✓", "warning": "!", "bad": "✗"}
WELL = mark("一切正常。")
CARE = mark("可以使用,有 {n} 处请留意。")
ILL = mark("有 {n} 处需要处理。")


@click.command()
@store_option
@to_option
def doctor(store: Path, folder: Path | None) -> None:
    """检查数据库、工作记录、磁盘、时钟和备份 · what ails the store, and what to do."""
    try:
        backups = Backups(folder or usual_folder(store))
        check_settings()
    except Fault as fault:
        click.echo(f"{SIGNS['bad']} {fault}")
        raise SystemExit(1) from fault
    found = list(examine(Place(Store(store), backups, datetime.now(UTC))))
    for one in found:
        click.echo(f"{SIGNS[one.state]} {one.sentence('zh')}")
    states = [one.state for one in found]
    words = ILL if "bad" in states else CARE if "warning" in states else WELL
    click.echo(translate(words, "zh", n=states.count("bad") or states.count("warning")))
    raise SystemExit(1 if "bad" in states else 0)


def check_settings() -> None:
    """Whether a start would be refused. Raises what the settings raise."""
    from data.settings import settings
    from data.settings.startup import check_start

    server = settings().server
    check_start(settings(), server.address, server.proxy or "")

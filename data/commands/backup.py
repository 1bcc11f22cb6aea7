"""python -m data backup: a proven copy of everything that cannot be made again."""

from pathlib import Path

import click
from tqdm import tqdm

from data.backup import Backups, Kept, make_backup
from data.backup.making import Done
from data.commands.options import store_option
from data.errors import Fault
from data.store import Store
from data.texts import mark, translate

DONE_WELL = mark(
    "备份 {name} 已完成并核对:第 {generation} 代数据,自评表 {forms} 份,原件 {originals} 个;清理旧备份 {removed} 个。"
)
LOST = mark(
    "备份 {name} 已完成,但有 {n} 个原件在数据库中已丢失或被改动,以前的备份中也没有。"
    "请运行 python -m data doctor 查看是哪些文件,并重新导入。"
)

to_option = click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="备份文件夹,默认为数据库文件夹旁的 …-backups · folder of backups, by default …-backups beside the store",
)


@click.command()
@store_option
@to_option
def backup(store: Path, folder: Path | None) -> None:
    """备份并核对,按规则清理旧备份 · make and prove a backup, let go of old ones."""
    try:
        with tqdm(unit="个", leave=False, disable=None) as bar:
            done = make_backup(Store(store), Backups(folder or usual_folder(store)), kept_by_settings(), bar.update)
    except Fault as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(1) from fault
    click.echo(sentence(done), err=bool(done.backup.missing))
    raise SystemExit(1 if done.backup.missing else 0)


def usual_folder(store: Path) -> Path:
    """Where the settings say, else beside the store. Raises what the settings raise."""
    from data.settings import settings  # when it is needed: no other command waits for the library

    return settings().backup.folder or store.with_name(f"{store.name}-backups")


def kept_by_settings() -> Kept:
    from data.settings import settings

    said = settings().backup
    return Kept(said.daily, said.weekly, said.monthly)


def sentence(done: Done) -> str:
    made = done.backup
    if made.missing:
        return translate(LOST, "zh", name=made.folder.name, n=len(made.missing))
    said = {"generation": made.generation, "forms": made.forms, "originals": len(made.originals())}
    return translate(DONE_WELL, "zh", name=made.folder.name, removed=done.removed, **said)

"""python -m data restore: what backups there are, what one of them would change, and then the change."""

from collections.abc import Iterator
from pathlib import Path

import click
from tqdm import tqdm

from data.backup import Backup, Backups, plan
from data.backup import restore as put_back
from data.backup.mending import Mended
from data.backup.restoring import Plan
from data.commands.backup import usual_folder
from data.commands.options import store_option
from data.errors import Fault
from data.store import Generation, Store
from data.texts import mark, translate

LINE = mark("{name}  {made} UTC  第 {generation} 代数据,自评表 {forms} 份")
INCOMPLETE = mark("{name}  {made} UTC  第 {generation} 代数据,自评表 {forms} 份,当时缺原件 {missing} 个")
NONE = mark("{name} 中没有备份。请用 python -m data backup 备份,或用 --from 指明备份文件夹。")
CHANGES = mark("将用备份 {name} 恢复数据库文件夹 {store}:")
DATA = mark("  - 数据:现为{now};恢复后为备份时的第 {then} 代,自评表 {forms} 份")
NOW = mark("第 {number} 代,自评表 {forms} 份")
NO_NOW = mark("无法读取或尚无数据")
REBUILDS = mark("  - 该备份由较早版本的程序生成,将由原件和工作记录重建")
ORIGINALS = mark("  - 原件:放回丢失的 {n} 个")
FATES = {
    "mended": mark("  - 工作记录 {name}:补回 {added} 行,{lost} 行已无法衔接,原文件另存到 replaced"),
    "replaced": mark("  - 工作记录 {name}:与备份不是同一来历,改用备份中的 {added} 行,现有 {lost} 行另存到 replaced"),
    "put_back": mark("  - 工作记录 {name}:已丢失,放回 {added} 行"),
}
STAYS = mark("  - 其余工作记录(决定、审计、账号)不倒退,保持现状;被替换的这一代数据仍保留")
ASK = mark("确定恢复吗?")
DONE = mark("已恢复:备份 {name} 的数据现为第 {number} 代,自评表 {forms} 份。")
BACK = mark("如需回到恢复前的数据,请运行 python -m data generations --use {number}。")
NOT_DONE = mark("没有恢复,一切照旧。")


@click.command()
@click.argument("backup", required=False)
@store_option
@click.option(
    "--from",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="备份文件夹,默认为数据库文件夹旁的 …-backups · folder of backups, by default …-backups beside the store",
)
@click.option("--yes", is_flag=True, help="不再询问 · do not ask")
def restore(backup: str | None, store: Path, folder: Path | None, yes: bool) -> None:
    """从备份恢复;不写备份编号时列出全部备份 · restore a backup; without one, list them."""
    try:
        backups = Backups(folder or usual_folder(store))
        if backup is None:
            click.echo("\n".join(listed(backups)) or translate(NONE, "zh", name=str(backups.folder)))
            return
        carry_through(Store(store), backups, backups.named(backup), yes)
    except Fault as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(1) from fault


def carry_through(store: Store, backups: Backups, chosen: Backup, yes: bool) -> None:
    """Prove, say what will change, ask, and do it."""
    with tqdm(unit="个", leave=False, disable=None) as bar:
        wanted = plan(store, backups, chosen, bar.update)
    click.echo("\n".join(changes(store, wanted)))
    if not yes and not click.confirm(translate(ASK, "zh")):
        click.echo(translate(NOT_DONE, "zh"))
        raise SystemExit(1)
    made = put_back(store, backups, wanted)
    click.echo("\n".join(outcome(wanted, made)))


def listed(backups: Backups) -> Iterator[str]:
    """One line per backup, the last one first; a damaged one says so."""
    for number in reversed(backups.numbers()):
        try:
            found = backups.backup(number)
        except Fault as fault:
            yield f"! {fault}"
            continue
        said = {"name": found.folder.name, "generation": found.generation, "forms": found.forms}
        made = f"{found.made:%Y-%m-%d %H:%M}"
        yield translate(INCOMPLETE if found.missing else LINE, "zh", made=made, missing=len(found.missing), **said)


def changes(store: Store, wanted: Plan) -> Iterator[str]:
    """What a restore will change, one line each."""
    yield translate(CHANGES, "zh", name=wanted.backup.folder.name, store=str(store.folder))
    yield translate(DATA, "zh", now=in_words(wanted.now), then=wanted.generation.number, forms=wanted.backup.forms)
    if wanted.rebuilds:
        yield translate(REBUILDS, "zh")
    if wanted.originals:
        yield translate(ORIGINALS, "zh", n=len(wanted.originals))
    yield from (journal_line(name, fate) for name, fate in wanted.journals.items() if fate.fate in FATES)
    yield translate(STAYS, "zh")


def in_words(now: Generation | None) -> str:
    if now is None:
        return translate(NO_NOW, "zh")
    return translate(NOW, "zh", number=now.number, forms=now.counts["evaluation"])


def journal_line(name: str, fate: Mended) -> str:
    return translate(FATES[fate.fate], "zh", name=name, added=fate.added, lost=fate.lost)


def outcome(wanted: Plan, made: Generation) -> Iterator[str]:
    name, forms = wanted.backup.folder.name, made.counts["evaluation"]
    yield translate(DONE, "zh", name=name, number=made.number, forms=forms)
    if wanted.now is not None:
        yield translate(BACK, "zh", number=wanted.now.number)

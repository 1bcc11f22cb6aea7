"""python -m data rebuild: everything again from the originals and the journal."""

from pathlib import Path

import click
from tqdm import tqdm

from data.carrying_out import Rebuilt
from data.carrying_out import rebuild as build_again
from data.commands.options import store_option
from data.errors import Fault
from data.store import Store
from data.texts import mark, translate

SAME = mark("重建完成:自评表 {forms} 份,与现有数据逐表相同,未作改动。")
PUBLISHED = mark("重建完成:自评表 {forms} 份,与记录的摘要逐表相同,已作为第 {number} 代数据启用。")
DIFFERS = mark(
    "重建完成:自评表 {forms} 份,已作为第 {number} 代数据启用。以下各表与记录的摘要不同(读取程序可能已更新):{tables}。"
    "如不需要,可用 python -m data undo 撤销。"
)


@click.command()
@store_option
def rebuild(store: Path) -> None:
    """由原件和工作记录重建数据库 · build the store again from originals and journal."""
    try:
        with tqdm(unit="步", leave=False, disable=None) as bar:
            done = build_again(Store(store), bar.update)
    except Fault as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(1) from fault
    click.echo(sentence(done))


def sentence(done: Rebuilt) -> str:
    if done.generation is None:
        return translate(SAME, "zh", forms=done.forms)
    said = {"forms": done.forms, "number": done.generation.number, "tables": "、".join(done.differs)}
    return translate(DIFFERS if done.differs else PUBLISHED, "zh", **said)

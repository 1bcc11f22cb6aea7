"""python -m data generations: what is kept, which is in force, and the way back to any of them."""

from pathlib import Path

import click

from data.commands.options import store_option
from data.errors import Fault
from data.store import Generation, Store
from data.texts import mark, translate

LINE = mark("{mark} 第 {number} 代  {published} UTC  自评表 {forms} 份,建立在第 {before} 代之上")
FIRST = mark("{mark} 第 {number} 代  {published} UTC  自评表 {forms} 份,最早的一代")
NONE = mark("数据库文件夹 {name} 中还没有数据。")
BACK = mark("已启用第 {number} 代数据({published} UTC 发布),自评表 {forms} 份。")


@click.command()
@store_option
@click.option("--use", type=int, help="启用这一代 · put this generation into force")
def generations(store: Path, use: int | None) -> None:
    """列出保留的各代数据 · list the generations that are kept."""
    county = Store(store)
    try:
        lines = [said(BACK, county.go_to(use))] if use is not None else listed(county)
    except Fault as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(1) from fault
    click.echo("\n".join(lines) or translate(NONE, "zh", name=str(store)))


def listed(county: Store) -> list[str]:
    """One line per generation, the last one first; a damaged one says so."""
    lines = []
    for number in reversed(county.numbers()):
        try:
            found = county.generation(number)
            lines.append(said(LINE if found.before else FIRST, found, number == county.head()))
        except Fault as fault:
            lines.append(f"! {fault}")
    return lines


def said(text: str, found: Generation, in_force: bool = True) -> str:
    return translate(
        text,
        "zh",
        mark="*" if in_force else " ",
        number=found.number,
        published=f"{found.published:%Y-%m-%d %H:%M}",
        forms=found.counts["evaluation"],
        before=found.before or 0,
    )

"""python -m data audit: who did what, whether the journal is whole, and letting go of what is old. On the host only."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from data.audit import Audited, audit_journal, read_audit
from data.audit_keeping import accept_audit, purge_audit
from data.commands.options import store_option
from data.errors import Fault
from data.rights import LOCAL
from data.texts import mark, translate

WHOLE = mark("审计记录完整:共 {n} 条,首尾相连,末行与封存一致。")
PURGED = mark("已清理 {n} 个月的审计记录:{months}。")
NOTHING_TO_PURGE = mark("没有可清理的月份。")
ACCEPTED = mark("缺失已记入审计记录,末行已重新封存。")
NOT_CUT = mark("审计记录没有缺失,未作改动。")
LAST = 50


@click.command()
@click.option("--verify", is_flag=True, help="核对是否完整 · say whether the journal is whole")
@click.option("--purge", metavar="YYYY-MM", help="清理此月及以前、已满六个月的记录 · let go of months up to this one")
@click.option("--accept", is_flag=True, help="缺失的部分找不回时,记下缺失并继续 · go on after a loss")
@click.option("--json", "as_json", is_flag=True, help="全部记录,每行一条 JSON · every act, one JSON object per line")
@store_option
def audit(verify: bool, purge: str | None, accept: bool, as_json: bool, store: Path) -> None:
    """审计记录:最近的 50 条;核对;清理 · the audit journal: the last 50 acts, verify, purge."""
    try:
        if accept:
            click.echo(translate(ACCEPTED if accept_audit(store, LOCAL) else NOT_CUT, "zh"))
        elif purge:
            click.echo(purged(purge_audit(store, LOCAL, purge)))
        else:
            show(read_audit(audit_journal(store)), verify, as_json)
    except Fault as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(1) from fault


def show(acts: tuple[Audited, ...], verify: bool, as_json: bool) -> None:
    """Reading them has verified them."""
    if verify:
        click.echo(translate(WHOLE, "zh", n=len(acts)))
    elif as_json:
        for one in acts:
            click.echo(json.dumps(asdict(one) | {"when": one.when.isoformat()}, ensure_ascii=False))
    else:
        for one in acts[-LAST:]:
            click.echo(line(one))


def line(one: Audited) -> str:
    count = "" if one.count is None else str(one.count)
    said = (
        f"{one.when:%Y-%m-%d %H:%M:%S}",
        one.who,
        one.role,
        one.what,
        one.object,
        count,
        one.sha256[:12],
        one.result,
    )
    return "  ".join(said)


def purged(months: tuple[str, ...]) -> str:
    if not months:
        return translate(NOTHING_TO_PURGE, "zh")
    return translate(PURGED, "zh", n=len(months), months="、".join(months))

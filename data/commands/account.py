"""python -m data account: who may come in. On the host only: the first admin is made here."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from data.accounts import Account, accounts, add_account, change_account, disable_account, find
from data.commands.options import store_option
from data.errors import Fault
from data.rights import LOCAL, ROLES
from data.rights.words import ROLE_WORDS
from data.texts import mark, translate

DONE = mark("{subject}:{name},{role}{department}{disabled}")
NONE = mark("还没有账号。请先添加一名系统管理员:python -m data account add --subject 登录标识 --name 姓名 --role admin")
DISABLED = mark(",已停用")
subject_option = click.option(
    "--subject", required=True, help="登录服务给出的标识(sub) · subject named by the provider"
)
name_option = click.option("--name", help="姓名,写入各项记录 · name as it is written down")
role_option = click.option("--role", type=click.Choice([one for one in ROLES if one != "local"]), help="角色 · role")
department_option = click.option("--department", help="所属部门,仅部门填报人员 · department, for that role only")


@click.group()
def account() -> None:
    """账号:添加、更改、停用、列出 · accounts of a shared server."""


@account.command("add")
@subject_option
@name_option
@role_option
@department_option
@store_option
def add(subject: str, name: str | None, role: str | None, department: str | None, store: Path) -> None:
    """添加账号 · add an account."""
    tell(lambda: add_account(store, LOCAL, Account(subject, name or "", role or "", department)))


@account.command("change")
@subject_option
@name_option
@role_option
@department_option
@click.option("--enable", is_flag=True, help="重新启用 · let in again")
@store_option
def change(subject: str, name: str | None, role: str | None, department: str | None, enable: bool, store: Path) -> None:
    """更改账号,未写的各项不变 · change an account; what is not named stays."""
    tell(lambda: change_account(store, LOCAL, changed(store, subject, name, role, department, enable)))


def changed(
    store: Path, subject: str, name: str | None, role: str | None, department: str | None, enable: bool
) -> Account:
    found = find(store, subject) or Account(subject, subject, "")
    now = replace(found, name=name or found.name, role=role or found.role)
    own = (department or found.department) if now.role == "department" else department
    return replace(now, department=own, disabled=found.disabled and not enable)


@account.command("disable")
@subject_option
@store_option
def disable(subject: str, store: Path) -> None:
    """停用账号,下一次点击即生效 · disable an account, from the next click on."""
    tell(lambda: disable_account(store, LOCAL, subject))


@account.command("list")
@store_option
def list_all(store: Path) -> None:
    """列出账号 · list the accounts."""
    try:
        lines = [said(one) for one in accounts(store)]
    except Fault as fault:
        raise refused(fault) from fault
    click.echo("\n".join(lines) or translate(NONE, "zh"))


def tell(act: Callable[[], Account]) -> None:
    """Do it and say how the account stands now. Exit code 1 when it was refused."""
    try:
        click.echo(said(act()))
    except Fault as fault:
        raise refused(fault) from fault


def refused(fault: Fault) -> SystemExit:
    click.echo(str(fault), err=True)
    return SystemExit(1)


def said(one: Account) -> str:
    role = translate(ROLE_WORDS[one.role], "zh")
    of = f"({one.department})" if one.department else ""
    disabled = translate(DISABLED, "zh") if one.disabled else ""
    return translate(DONE, "zh", subject=one.subject, name=one.name, role=role, department=of, disabled=disabled)

"""Sentences and rows of the page of accounts."""

from data.accounts import Account
from data.rights import ROLES
from data.rights.words import ROLE_WORDS
from pages.shared.formats import count
from pages.shared.language import t
from pages.shared.table import Table

COLUMNS = ("account_name", "account_role", "account_department", "account_state", "account_subject")
GIVEN = tuple(role for role in ROLES if role != "local")


def lead(known: tuple[Account, ...]) -> str:
    disabled = sum(one.disabled for one in known)
    return t(
        "共 {n} 个账号,其中停用 {disabled} 个。更改从对方下一次点击起生效。",
        n=count(len(known)),
        disabled=count(disabled),
    )


def title() -> str:
    return t("账号")


def adding() -> str:
    return t("添加账号")


def adding_meaning() -> str:
    return t("登录标识是登录服务给这个人的固定编号(sub),由登录服务的管理员提供;姓名写入各项记录。")


def changing() -> str:
    return t("更改或停用账号")


def changing_meaning() -> str:
    return t("停用后此人不能再登录,以往的记录不变。最后一名系统管理员不能停用。")


def role(name: str) -> str:
    return t(ROLE_WORDS[name])


def done(one: Account) -> str:
    if one.disabled:
        return t("{name} 已停用。", name=one.name)
    return t("{name} 现为{role}。", name=one.name, role=role(one.role))


def named(one: Account) -> str:
    return t("{name}({role})", name=one.name, role=role(one.role))


def table(known: tuple[Account, ...]) -> Table:
    rows = ((one.name, role(one.role), one.department, state(one), one.subject) for one in known)
    return Table("accounts", COLUMNS, tuple(rows))


def state(one: Account) -> str:
    return t("停用") if one.disabled else t("启用")

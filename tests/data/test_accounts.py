"""Accounts: who may come in; each change is written down, and there is always an admin left."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from data.accounts import Account, AccountRefused, accounts, add_account, change_account, disable_account, find
from data.audit import audit_journal, read_audit
from data.commands.account import account
from data.journal import Journal, JournalDamaged
from data.rights import LOCAL, Actor, NotAllowed

BOSS = Account("sub-1", "管理员", "admin")
ADMIN = Actor("管理员", "admin")

# subject | name | role | department | what is said of it; nothing where it is taken
ASKED = """
sub-2   | 王某             | viewer     |          |
sub-2   | 王某             | department | 县水务局 |
sub-2   | 王某             | department |          | 须写明部门
sub-2   | 王某             | viewer     | 县水务局 | 只有部门填报人员
sub-2   | 王某             | clerk      |          | 没有这一角色
sub-2   | 王某             | local      |          | 没有这一角色
sub-2   |                  | viewer     |          | 姓名
sub-2   | local            | viewer     |          | 无法区分
sub-2   | 管 理 员         | viewer     |          | 无法区分
sub 2   | 王某             | viewer     |          | 登录标识
        | 王某             | viewer     |          | 登录标识
sub-1   | 王某             | viewer     |          | 已有账号
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    add_account(tmp_path, LOCAL, BOSS)
    return tmp_path


@pytest.mark.parametrize("case", ASKED.strip("\n").splitlines())
def test_an_account_is_taken_or_refused_with_the_reason(case: str, store: Path) -> None:
    subject, name, role, department, said = (part.strip() for part in case.split("|"))
    asked = Account(subject, name, role, department or None)
    if not said:
        assert add_account(store, ADMIN, asked) == find(store, subject) == asked
        return
    with pytest.raises(AccountRefused, match=said):
        add_account(store, ADMIN, asked)
    assert accounts(store) == (BOSS,)


@pytest.mark.parametrize("name", ["王\n某", "王\u202e某", "\x00", "王" * 41])
def test_a_name_that_cannot_be_read_is_refused(name: str, store: Path) -> None:
    with pytest.raises(AccountRefused):
        add_account(store, ADMIN, Account("sub-2", name, "viewer"))


def test_the_last_admin_stays(store: Path) -> None:
    for asked in (replace(BOSS, disabled=True), replace(BOSS, role="viewer")):
        with pytest.raises(AccountRefused, match="最后一名系统管理员"):
            change_account(store, ADMIN, asked)
    add_account(store, ADMIN, Account("sub-2", "王某", "admin"))
    assert disable_account(store, ADMIN, "sub-1").disabled
    with pytest.raises(AccountRefused, match="最后一名系统管理员"):
        disable_account(store, LOCAL, "sub-2")
    assert not change_account(store, LOCAL, replace(BOSS, disabled=False)).disabled


def test_a_change_counts_at_once_and_is_written_down(store: Path) -> None:
    add_account(store, ADMIN, Account("sub-2", "王某", "viewer"))
    change_account(store, ADMIN, Account("sub-2", "王某", "reviewer"))
    assert find(store, "sub-2") == Account("sub-2", "王某", "reviewer")
    disable_account(store, ADMIN, "sub-2")
    assert find(store, "sub-2") == Account("sub-2", "王某", "reviewer", disabled=True)
    acts = [(one.who, one.what, one.object, dict(one.detail)["what"]) for one in read_audit(audit_journal(store))]
    assert acts[1:] == [("管理员", "manage_accounts", "sub-2", what) for what in ("added", "changed", "disabled")]


def test_who_is_no_admin_changes_nothing(store: Path) -> None:
    for role in ("viewer", "reviewer", "department", "auditor"):
        with pytest.raises(NotAllowed):
            disable_account(store, Actor("某", role), "sub-1")
    assert accounts(store) == (BOSS,)
    assert {one.result for one in read_audit(audit_journal(store))[1:]} == {"not_allowed"}


def test_a_changed_journal_lets_nobody_in(store: Path) -> None:
    add_account(store, ADMIN, Account("sub-2", "王某", "viewer"))
    journal = Journal(store / "journal" / "accounts.jsonl")
    journal.path.write_bytes(journal.path.read_bytes().replace(b"sub-1", b"sub-9", 1))
    with pytest.raises(JournalDamaged):
        find(store, "sub-2")


def run(store: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(account, [*words, "--store", str(store)])
    return done.exit_code, done.output


def test_the_first_admin_is_made_on_the_host(tmp_path: Path) -> None:
    assert "还没有账号" in run(tmp_path, "list")[1]
    assert run(tmp_path, "add", "--subject", "s1", "--name", "李某", "--role", "admin")[0] == 0
    assert run(tmp_path, "add", "--subject", "s2", "--name", "水", "--role", "department")[0] == 1
    assert (
        run(tmp_path, "add", "--subject", "s2", "--name", "水", "--role", "department", "--department", "县水务局")[0]
        == 0
    )
    assert run(tmp_path, "change", "--subject", "s2", "--role", "viewer")[0] == 0
    assert find(tmp_path, "s2") == Account("s2", "水", "viewer")
    assert run(tmp_path, "disable", "--subject", "s1")[0] == 1
    assert run(tmp_path, "disable", "--subject", "s2")[0] == 0
    assert "已停用" in run(tmp_path, "list")[1]
    assert run(tmp_path, "change", "--subject", "s2", "--enable")[0] == 0
    assert run(tmp_path, "change", "--subject", "s3", "--role", "viewer")[0] == 1

"""Who may do what: the table, cell by cell, through the functions that act; and every attempt is written down."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from data.accounts import Account, add_account
from data.acting import acting
from data.acts import Confirmed, Declined, Forgotten, Registered, Repair
from data.audit import DONE, acts_for, audit_journal, read_audit
from data.backup import Backups, Kept, make_backup
from data.carrying_out import carry_out, rebuild
from data.decisions import write_decisions
from data.errors import Fault
from data.filing import file_forms
from data.handing_out import original_for
from data.load import load_paths
from data.registry.same import say_different
from data.rights import ACTIONS, ROLES, Actor, NotAllowed, department_of, may
from data.store import Store

# x may, a blank may not. local is whoever sits at the machine itself; a department sees and files its own forms only.
TABLE = """
什么                | local | viewer | reviewer | department | admin | auditor
查看全县            | x     | x      | x        |            | x     | x
查看本部门          | x     | x      | x        | x          | x     | x
打开原件            | x     | x      | x        | x          | x     | x
导入                | x     |        | x        |            |       |
只检查不入库        | x     |        | x        |            |       |
报送                |       |        |          | x          |       |
计入待定            | x     |        | x        |            |       |
不计入待定          | x     |        | x        |            |       |
更正                | x     |        | x        |            |       |
不再列出            | x     |        | x        |            |       |
更换清单            | x     |        | x        |            |       |
两名不同            | x     |        | x        |            |       |
处理发现            | x     |        | x        |            |       |
撤销                | x     |        | x        |            | x     |
退回某一代          | x     |        | x        |            | x     |
由原件重建          | x     |        |          |            | x     |
备份                | x     |        |          |            | x     |
导出                | x     | x      | x        | x          |       | x
生成简报            | x     | x      | x        | x          |       | x
添加账号            | x     |        |          |            | x     |
查看审计记录        | x     |        |          |            | x     | x
"""
OWN = "中共盐池县委办公室"  # all forms of the sample are of this department
WHEN = datetime(2023, 2, 1)  # noqa: DTZ001 — as the journal keeps it
Act = Callable[[Store], object]


def the_original(store: Store) -> object:
    generation = store.current()
    assert generation is not None
    return original_for(store, generation, next(store.originals.iterdir()).name)


def whole_county(store: Store) -> None:
    """Nobody who sees one department sees the county."""
    if department_of(store.actor) is not None:
        raise NotAllowed(store.actor.name, "see_county", role="", action="", who=[])


def taken(action: str) -> Act:
    def take(store: Store) -> None:
        with acting(store.folder, store.actor, action, "表"):
            pass

    return take


ACTS: dict[str, Act] = {
    "查看全县": whole_county,
    "查看本部门": lambda store: department_of(store.actor),
    "打开原件": the_original,
    "导入": lambda store: load_paths([], store),
    "只检查不入库": lambda store: load_paths([], store, only_check=True),
    "报送": lambda store: file_forms([], store),
    "计入待定": lambda store: carry_out(store, [Confirmed("没有", "A1", "", WHEN)]),
    "不计入待定": lambda store: carry_out(store, [Declined("没有", "A1", "", WHEN)]),
    "更正": lambda store: carry_out(store, [Repair("没有", "A1", None, "year", None, "2022", "核对", "", WHEN)]),
    "不再列出": lambda store: carry_out(store, [Forgotten("没有.xlsx")]),
    "更换清单": lambda store: carry_out(store, [Registered("department_name", "", (), "", WHEN)]),
    "两名不同": lambda store: say_different(store, "甲局", "乙局"),
    "处理发现": lambda store: write_decisions(store.folder, store.actor, []),
    "撤销": lambda store: store.undo(),
    "退回某一代": lambda store: store.go_to(1),
    "由原件重建": rebuild,
    "备份": lambda store: make_backup(store, Backups(store.folder.with_name("backups")), Kept()),
    "导出": taken("export"),
    "生成简报": taken("report"),
    "添加账号": lambda store: add_account(store.folder, store.actor, Account("s", "新人", "viewer")),
    "查看审计记录": lambda store: acts_for(store.folder, store.actor),
}


def cells() -> list[tuple[str, str, bool]]:
    head, *lines = [[part.strip() for part in line.split("|")] for line in TABLE.strip().splitlines()]
    assert tuple(head[1:]) == ROLES
    return [(line[0], role, mark == "x") for line in lines for role, mark in zip(ROLES, line[1:], strict=True)]


def actor_of(role: str) -> Actor:
    return Actor(f"{role}某", role, OWN if role == "department" else None)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("loaded") / "store"
    load_paths([Path("data/samples/yanchi-2022.txt")], Store(folder))
    return folder


@pytest.mark.parametrize(("what", "role", "allowed"), cells(), ids=str)
def test_a_cell_of_the_table(what: str, role: str, allowed: bool, loaded: Path, tmp_path: Path) -> None:
    store = Store(Path(shutil.copytree(loaded, tmp_path / "store")), actor_of(role))
    before, tables = len(read_audit(audit_journal(store.folder))), store.current()
    try:
        ACTS[what](store)
    except NotAllowed as refusal:
        assert not allowed
        assert what == "查看全县" or ("可以" in str(refusal) and actor_of(role).name in str(refusal))
        assert Store(store.folder).current() == tables, "nothing was done"
    except Fault:
        assert allowed, "it came as far as the thing itself"
    else:
        assert allowed
    acts = read_audit(audit_journal(store.folder))[before:]
    assert all((one.who, one.role) == (actor_of(role).name, role) for one in acts)
    assert {one.result for one in acts if not allowed} <= {"not_allowed"}


WRITTEN = [what for what in ACTS if not what.startswith(("查看", "打开", "只检查", "备份"))]


@pytest.mark.parametrize("what", WRITTEN)
def test_what_was_refused_and_what_was_done_is_written_down(what: str, loaded: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(loaded, tmp_path / "store"))
    row = {role: allowed for one, role, allowed in cells() if one == what}
    for role in ("auditor" if row["viewer"] else "viewer", next(role for role, allowed in row.items() if allowed)):
        before = len(read_audit(audit_journal(folder)))
        try:
            ACTS[what](Store(folder, actor_of(role)))
        except Fault as fault:
            result = fault.code
        else:
            result = DONE
        last = read_audit(audit_journal(folder))[before:]
        assert [(one.who, one.result) for one in last] == [(actor_of(role).name, result)]


def test_a_role_that_nobody_knows_has_no_right() -> None:
    for role in ("", "clerk", "Admin", "LOCAL", "admin "):
        assert not any(may(Actor("某", role), action) for action in ACTIONS)


def test_a_department_without_a_name_sees_nothing() -> None:
    with pytest.raises(NotAllowed):
        department_of(Actor("某", "department"))


def test_the_refusal_says_who_may(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed) as refusal:
        Store(tmp_path, Actor("李某", "viewer")).go_to(1)
    said = str(refusal.value)
    assert said.startswith("李某")
    assert all(word in said for word in ("查看人员", "退回到另一代数据", "审核人员、系统管理员"))

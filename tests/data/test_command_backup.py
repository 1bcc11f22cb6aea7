"""python -m data backup and restore, as a person at the command line meets them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from data.__main__ import main
from data.audit import audit_journal, read_audit
from data.load import load_paths
from data.store import Store
from tests.data.store.forms import add


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "county")
    add(made, "一")
    return made


def run(store: Store, *said: str, answer: str | None = None) -> Result:
    return CliRunner().invoke(main, [*said, "--store", str(store.folder)], input=answer)


def test_backup_list_restore(store: Store) -> None:
    assert "没有备份" in run(store, "restore").output
    done = run(store, "backup")
    assert done.exit_code == 0 and "已完成并核对" in done.output
    add(store, "二")
    assert "第 1 代数据，自评表 1 份" in run(store, "restore").output
    refused = run(store, "restore", "1", answer="n\n")
    assert refused.exit_code == 1 and "现为第 2 代，自评表 2 份" in refused.output and store.current_number() == 2
    restored = run(store, "restore", "1", "--yes")
    assert restored.exit_code == 0 and "generations --use 2" in restored.output and store.current_number() == 3
    told = [(one.what, one.result) for one in read_audit(audit_journal(store.folder))]
    assert told == [("backup", "done"), ("restore", "begun"), ("restore", "done")]


@pytest.mark.parametrize("name", ["7", "x", "²", "000007-20240115T020000Z", "../county"])
def test_an_unknown_backup_is_refused(store: Store, name: str) -> None:
    found = run(store, "restore", name)
    assert found.exit_code == 1 and "没有找到备份" in found.output


def test_nobody_answers(store: Store) -> None:
    run(store, "backup")
    asked = run(store, "restore", "1", answer="")
    assert asked.exit_code == 1 and store.current_number() == 1


def test_a_damaged_store_is_not_backed_up(store: Store) -> None:
    store.path_of(1).write_bytes(b"?")
    failed = run(store, "backup")
    assert failed.exit_code == 1 and "不一致" in failed.output


def test_an_original_that_is_lost_is_told(store: Store) -> None:
    load_paths([Path("data/samples/yanchi-2022.txt")], store)
    for path in store.originals.iterdir():
        path.unlink()
    told = run(store, "backup")
    assert told.exit_code == 1 and "重新导入" in told.output
    assert "当时缺原件 1 个" in run(store, "restore").output

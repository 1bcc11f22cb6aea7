"""python -m data doctor: each harm is named with what to do, and a healthy store is left in peace."""

import os
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from data.__main__ import main
from data.backup import Backups, Kept, make_backup
from data.load import load_paths
from data.store import Store

SAMPLE = Path("data/samples/yanchi-2022.txt")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    load_paths([SAMPLE], Store(folder / "county"))
    load_paths([Path("tests/documents/family-b.xlsx")], Store(folder / "county"))
    make_backup(Store(folder / "county"), Backups(folder / "county-backups"), Kept())
    return folder


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Store:
    shutil.copytree(made, tmp_path / "here")
    return Store(tmp_path / "here" / "county")


def doctor(store: Store) -> Result:
    return CliRunner().invoke(main, ["doctor", "--store", str(store.folder)])


def backups(store: Store) -> Path:
    return store.folder.with_name("county-backups")


def test_a_healthy_store(store: Store) -> None:
    before = sorted(str(path) for path in store.folder.rglob("*"))
    found = doctor(store)
    assert found.exit_code == 0 and "✗" not in found.output
    assert "第 2 代，自评表" in found.output and "完好，可以恢复" in found.output
    assert sorted(str(path) for path in store.folder.rglob("*")) == before


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    found = doctor(Store(tmp_path / "nowhere" / "county"))
    assert found.exit_code == 0 and "还不存在" in found.output
    assert not (tmp_path / "nowhere").exists()


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x10
    path.chmod(0o644)
    path.write_bytes(content)


def later(path: Path, hours: float = 5) -> None:
    moment = time.time() + hours * 3600
    os.utime(path, (moment, moment))


def last_line_gone(path: Path) -> None:
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))


def first_original(store: Store) -> Path:
    return next(store.originals / one["document"] for one in store.acts.entries()[0]["acts"])


# What is done to the store, whether that is bad, and what the doctor says then.
HARMS: dict[str, tuple[Callable[[Store], object], bool, str]] = {
    "the newest generation": (lambda store: damage(store.path_of(2)), True, "第 2 代与发布时的记录不一致"),
    "and what is shown": (lambda store: damage(store.path_of(2)), True, "在此之前显示的是第 1 代"),
    "all generations": (lambda store: shutil.rmtree(store.generations), True, "python -m data rebuild"),
    "one that is not in force": (lambda store: damage(store.path_of(1)), False, "未启用的第 1 代"),
    "the pointer": (lambda store: damage(store.pointer), True, "python -m data undo"),
    "a journal": (lambda store: damage(store.acts.path), True, "python -m data restore"),
    "the end of a journal": (lambda store: last_line_gone(store.acts.path), True, "比最近的备份少 1 行"),
    "what led to the data": (lambda store: last_line_gone(store.acts.path), True, "没有第 2 代数据的来历"),
    "an original": (lambda store: damage(first_original(store)), True, "yanchi-2022.txt"),
    "a lost original": (lambda store: first_original(store).unlink(), True, "从备份放回"),
    "the clock": (lambda store: later(store.acts.path), True, "校准时间"),
    "no backup": (lambda store: shutil.rmtree(backups(store)), False, "python -m data backup"),
    "the last backup": (lambda store: damage(next(backups(store).glob("*/generation.duckdb"))), True, "已损坏或缺失"),
    "the sheet of a backup": (lambda store: damage(next(backups(store).glob("*/backup.json"))), False, "手工删除"),
}


@pytest.mark.parametrize("harm", HARMS)
def test_every_harm_is_named_with_what_to_do(store: Store, harm: str) -> None:
    do, is_bad, words = HARMS[harm]
    do(store)
    found = doctor(store)
    assert words in found.output
    assert found.exit_code == int(is_bad)
    assert "Traceback" not in found.output


def test_an_old_backup_is_told(store: Store) -> None:
    shutil.rmtree(backups(store))
    make_backup(store, Backups(backups(store)), Kept(), now=datetime.now(UTC) - timedelta(days=3))
    found = doctor(store)
    assert found.exit_code == 0 and "超过两天" in found.output


@pytest.mark.parametrize(("free", "sign", "code"), [(0, "✗", 1), (300, "!", 0), (100_000, "✓", 0)])
def test_room_on_the_disk(store: Store, monkeypatch: pytest.MonkeyPatch, free: int, sign: str, code: int) -> None:
    usage = shutil.disk_usage(store.folder)._replace(free=free * 1024 * 1024)
    monkeypatch.setattr("data.doctor.machine.shutil.disk_usage", lambda _: usage)
    found = doctor(store)
    assert f"{sign} 磁盘" in found.output and found.exit_code == code


def test_a_folder_that_is_read_only(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.doctor.machine.os.access", lambda _, mode: mode != os.W_OK)
    found = doctor(store)
    assert found.exit_code == 1 and "只能查看" in found.output

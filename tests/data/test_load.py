"""Files into the store: counted by what became of them, one bad file costs only itself, a kill costs nothing."""

import json
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from data.__main__ import main
from data.load import LoadReport, ensure_samples, load_paths
from data.store import Store, attach

SAMPLE = Path("data/samples/yanchi-2022.txt")
FORMS = 3
KILLS = 10


def counted(report: LoadReport) -> tuple[int, int, int, int, int]:
    return report.seen, report.imported, report.unchanged, report.held, report.rejected


def rows(store: Store, sql: str) -> list[tuple[object, ...]]:
    generation = store.current()
    assert generation is not None
    return attach(generation).execute(sql).fetchall()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "县 库")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "收件"
    folder.mkdir()
    shutil.copy(SAMPLE, folder / "自评表.txt")
    return folder


def corrected(inbox: Path) -> Path:
    """The same forms with one score of one form put right."""
    text = SAMPLE.read_text(encoding="utf-8")
    assert text.count("76条\t74条\t9.8\t9.8") == 1
    path = inbox / "自评表(更正).txt"
    path.write_text(text.replace("76条\t74条\t9.8\t9.8", "76条\t74条\t9.8\t9.54"), encoding="utf-8")
    return path


def test_the_samples_fill_an_empty_store_once(store: Store) -> None:
    ensure_samples(store)
    ensure_samples(store)
    assert rows(store, "select count(*) from facts.evaluation") == [(FORMS,)]
    assert store.numbers() == [1]


def test_the_same_file_twice_changes_nothing(store: Store, inbox: Path) -> None:
    assert counted(load_paths([inbox], store)) == (1, 1, 0, 0, 0)
    assert counted(load_paths([inbox], store)) == (1, 0, 1, 0, 0)
    assert store.numbers() == [1]


def test_the_same_content_saved_again_is_unchanged(store: Store, inbox: Path) -> None:
    load_paths([inbox], store)
    again = inbox / "另存.txt"
    again.write_bytes(SAMPLE.read_text(encoding="utf-8").replace("\n", "\r\n").encode("gb18030"))
    assert counted(load_paths([again], store)) == (1, 0, 1, 0, 0)
    assert rows(store, "select count(*) from facts.evaluation") == [(FORMS,)]


def test_a_corrected_form_is_a_new_version_beside_the_old(store: Store, inbox: Path) -> None:
    load_paths([inbox], store)
    report = load_paths([corrected(inbox)], store)
    assert report.forms == 1
    versions = "select version, superseded_by is null from facts.evaluation where project = '政务内网线路租用费' order by version"
    assert rows(store, versions) == [(1, False), (2, True)]
    assert rows(store, "select count(*) from facts.evaluation where superseded_by is null") == [(FORMS,)]
    assert counted(load_paths([inbox], store)) == (2, 0, 2, 0, 0)


def test_one_bad_file_is_named_and_costs_only_itself(store: Store, inbox: Path) -> None:
    (inbox / "空.xlsx").write_bytes(b"")
    (inbox / "照片.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    report = load_paths([inbox], store)
    assert counted(report) == (3, 1, 0, 0, 2)
    assert sorted(read.path.name for read in report.refused) == ["照片.png", "空.xlsx"]
    assert all(read.path.name in read.text for read in report.refused)
    assert rows(store, "select count(*) from facts.refused") == [(2,)]
    assert counted(load_paths([inbox], store)) == (3, 0, 1, 0, 2)
    assert store.numbers() == [1]


def test_a_refused_file_that_can_be_read_later_is_no_longer_missing(store: Store, inbox: Path) -> None:
    late = inbox / "自评表.txt"
    late.write_bytes(b"")
    load_paths([inbox], store)
    shutil.copy(SAMPLE, late)
    load_paths([inbox], store)
    assert rows(store, "select count(*) from facts.refused") == [(0,)]


def test_the_original_is_kept_as_received(store: Store, inbox: Path) -> None:
    load_paths([inbox], store)
    ((sha256,),) = rows(store, "select document from facts.document")
    assert store.original(str(sha256)) == SAMPLE.read_bytes()


def test_the_command_counts_and_names(store: Store, inbox: Path) -> None:
    (inbox / "空.xlsx").write_bytes(b"")
    runner = CliRunner()
    loaded = runner.invoke(main, ["load", str(inbox), "--store", str(store.folder), "--json"])
    assert loaded.exit_code == 1
    said = json.loads(loaded.stdout)
    assert said["seen"] == said["imported"] + said["unchanged"] + said["held"] + said["rejected"] == 2
    assert said["problems"][0]["code"] == "empty"
    plain = runner.invoke(main, ["load", str(inbox), "--store", str(store.folder)])
    assert "seen 2 = imported 0 + unchanged 1 + held 0 + rejected 1" in plain.stdout
    assert runner.invoke(main, ["load", str(inbox / "没有"), "--store", str(store.folder)]).exit_code == 2


def test_undo_says_what_is_in_force_again(store: Store, inbox: Path) -> None:
    load_paths([inbox], store)
    load_paths([corrected(inbox)], store)
    undo = ["undo", "--store", str(store.folder)]
    assert "第 1 代" in CliRunner().invoke(main, undo).stdout
    assert rows(store, "select count(*) from facts.evaluation") == [(FORMS,)]
    assert CliRunner().invoke(main, undo).exit_code == 1


def test_many_files_are_read_by_several_processes_in_order(store: Store, inbox: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    for number in range(70):
        (inbox / f"{number:03}.txt").write_text(text.replace("业务运行费", f"业务运行费{number:03}"), encoding="utf-8")
    report = load_paths([inbox], store)
    assert report.seen == report.imported + report.unchanged == 71
    first = rows(store, "select project from facts.evaluation where project like '业务运行费%' order by evaluation limit 2")
    assert first == [("业务运行费000",), ("业务运行费001",)]


def test_a_killed_import_leaves_the_last_generation_in_force(store: Store, inbox: Path) -> None:
    load_paths([inbox], store)
    text = SAMPLE.read_text(encoding="utf-8")
    for number in range(40):
        (inbox / f"{number:03}.txt").write_text(text.replace("租用费", f"租用费{number:03}"), encoding="utf-8")
    command = [sys.executable, "-m", "data", "load", str(inbox), "--store", str(store.folder)]
    started = time.monotonic()
    subprocess.run(command, check=False, capture_output=True)
    whole = time.monotonic() - started
    Store(store.folder).undo()
    chance = random.Random(20221231)
    for _ in range(KILLS):
        before = Store(store.folder).current()
        assert before is not None
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.2, 0.98) * whole)
        process.kill()
        process.wait()
        after = Store(store.folder).current()
        assert after is not None
        assert after.counts["evaluation"] in (before.counts["evaluation"], FORMS + 40)
        assert rows(store, "select count(*) from facts.evaluation") == [(after.counts["evaluation"],)]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0

"""Files into the store: counted by what became of them, and one bad file costs only itself."""

import shutil
from pathlib import Path

import pytest

from data.file_list import PathMissing
from data.load import LoadReport, ensure_samples, load_paths
from data.store import Store, attach
from data.store.faults import OriginalLost

SAMPLE = Path("data/samples/yanchi-2022.txt")
FORMS = 3


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
    assert (report.forms, report.versions) == (1, 1)
    versions = "select version, superseded_by is null from facts.evaluation where project = '政务内网线路租用费'"
    assert rows(store, f"{versions} order by version") == [(1, False), (2, True)]
    assert rows(store, "select count(*) from facts.evaluation where superseded_by is null") == [(FORMS,)]
    assert counted(load_paths([inbox], store)) == (2, 0, 2, 0, 0)


def test_one_bad_file_is_named_and_costs_only_itself(store: Store, inbox: Path) -> None:
    (inbox / "空.xlsx").write_bytes(b"")
    (inbox / "照片.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    report = load_paths([inbox], store)
    assert counted(report) == (3, 1, 0, 0, 2)
    assert sorted(read.file.name for read in report.problems) == ["照片.png", "空.xlsx"]
    assert all(read.file.name in read.text for read in report.problems)
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


def test_the_original_of_a_refused_file_is_not_kept(store: Store, inbox: Path) -> None:
    (inbox / "自评表.txt").write_bytes(b"no form")
    load_paths([inbox], store)
    assert not store.originals.exists() or not list(store.originals.iterdir())
    with pytest.raises(OriginalLost):
        store.original("0" * 64)


def test_a_path_that_is_not_there_is_named_and_nothing_is_loaded(store: Store, inbox: Path) -> None:
    with pytest.raises(PathMissing, match="没有"):
        load_paths([inbox, inbox / "没有"], store)
    assert store.current() is None


def test_files_of_the_same_name_in_two_folders_are_two(store: Store, inbox: Path) -> None:
    """One department's good form does not hide that another's could not be read."""
    for department in ("教育局", "卫健局"):
        (inbox / department).mkdir()
    shutil.move(inbox / "自评表.txt", inbox / "教育局" / "自评表.txt")
    (inbox / "卫健局" / "自评表.txt").write_bytes(b"")
    load_paths([inbox], store)
    (inbox / "另一份.txt").write_text(SAMPLE.read_text(encoding="utf-8").replace("2022", "2023"), encoding="utf-8")
    load_paths([inbox], store)
    assert rows(store, "select name from facts.refused") == [("卫健局/自评表.txt",)]


def test_a_refusal_for_another_reason_takes_the_place_of_the_first(store: Store, inbox: Path) -> None:
    path = inbox / "自评表.txt"
    for content, code in ((b"", "empty"), (b"no form", "no_form")):
        path.write_bytes(content)
        assert load_paths([inbox], store).rejected == 1
        assert rows(store, "select name, code from facts.refused") == [("自评表.txt", code)]


def test_an_import_of_nothing_publishes_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    assert counted(load_paths([tmp_path / "空"], store)) == (0, 0, 0, 0, 0)
    assert store.current() is None


def test_progress_counts_every_file(store: Store, inbox: Path) -> None:
    (inbox / "空.xlsx").write_bytes(b"")
    told: list[int] = []
    load_paths([inbox], store, told.append)
    assert told == [1, 1]


def test_many_files_are_read_by_several_processes_in_order(store: Store, inbox: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    for number in range(70):
        (inbox / f"{number:03}.txt").write_text(text.replace("业务运行费", f"业务运行费{number:03}"), encoding="utf-8")
    report = load_paths([inbox], store)
    assert report.seen == report.imported + report.unchanged == 71
    first = rows(
        store, "select project from facts.evaluation where project like '业务运行费%' order by evaluation limit 2"
    )
    assert first == [("业务运行费000",), ("业务运行费001",)]

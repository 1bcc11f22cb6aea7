"""The lists in the store: each takes the place of what was there, or nothing changes; and the two commands."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from data.__main__ import main
from data.registry import DepartmentName, ExpectedFiling
from data.registry.load import replace_department_names, replace_expected_filings, rows_in_force
from data.store import Store
from tests.data.registry.lists import write_list

NAMES = [("曾用名", "现名称", "截止年度"), ("甲局", "乙局", 2020), ("丙局", "丁局", None)]
TASKS = [("年度", "部门", "项目名称"), (2023, "甲局", "修路"), (2024, "甲局", "修路"), (2024, "甲局", "架桥")]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def names(store: Store) -> list[DepartmentName]:
    generation = store.current()
    assert generation is not None
    return rows_in_force(generation, DepartmentName)


def tasks(store: Store) -> list[tuple[int, str]]:
    generation = store.current()
    assert generation is not None
    return [(one.year, one.project) for one in rows_in_force(generation, ExpectedFiling)]


def test_a_list_takes_the_place_of_the_one_before(tmp_path: Path, store: Store) -> None:
    first = replace_department_names(write_list(tmp_path / "1.xlsx", NAMES), store)
    second = replace_department_names(write_list(tmp_path / "2.xlsx", NAMES[:2]), store)
    assert (len(first.added), len(first.removed), first.unchanged) == (2, 0, 0)
    assert (len(second.added), second.removed, second.unchanged) == (0, (DepartmentName("丙局", "丁局"),), 1)
    assert names(store) == [DepartmentName("甲局", "乙局", None, 2020)]


def test_the_same_list_again_publishes_nothing(tmp_path: Path, store: Store) -> None:
    file = write_list(tmp_path / "1.xlsx", NAMES)
    replace_department_names(file, store)
    done = replace_department_names(file, store)
    assert (done.added, done.removed, done.unchanged) == ((), (), 2)
    assert store.current_number() == 1


def test_a_bad_row_leaves_everything_as_it_was(tmp_path: Path, store: Store) -> None:
    replace_department_names(write_list(tmp_path / "1.xlsx", NAMES), store)
    done = replace_department_names(write_list(tmp_path / "2.xlsx", [*NAMES[:2], ("戊局", "", 2020)]), store)
    assert [bad.place for bad in done.bad] == ["Sheet1!A3"]
    assert len(names(store)) == 2
    assert store.current_number() == 1


def test_the_original_is_kept(tmp_path: Path, store: Store) -> None:
    file = write_list(tmp_path / "1.xlsx", NAMES)
    replace_department_names(file, store)
    assert [path.read_bytes() for path in store.originals.iterdir()] == [file.read_bytes()]


def test_a_task_list_replaces_its_own_years_only(tmp_path: Path, store: Store) -> None:
    replace_expected_filings(write_list(tmp_path / "1.xlsx", TASKS), store)
    replace_expected_filings(write_list(tmp_path / "2.xlsx", [TASKS[0], (2024, "甲局", "挖渠")]), store)
    assert tasks(store) == [(2023, "修路"), (2024, "挖渠")]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def test_departments_says_what_changed_and_shows_what_is_in_force(tmp_path: Path, store: Store) -> None:
    file = write_list(tmp_path / "1.xlsx", NAMES)
    done = run("departments", file, "--store", store.folder)
    assert (done.exit_code, done.output.splitlines()[-1]) == (0, "names 2: added 2, removed 0")
    assert "+ 甲局 → 乙局 (–2020)" in done.output
    assert run("departments", "--store", store.folder).output.splitlines() == ["丙局 → 丁局", "甲局 → 乙局 (–2020)"]


def test_expected_says_what_changed_and_shows_what_is_in_force(tmp_path: Path, store: Store) -> None:
    done = run("expected", write_list(tmp_path / "1.xlsx", TASKS), "--store", store.folder)
    assert (done.exit_code, done.output.splitlines()[-1]) == (0, "expected 3 (rows repeated 0): added 3, removed 0")
    assert "2024 | 甲局 | 架桥" in run("expected", "--store", store.folder).output


def test_a_refused_list_names_its_rows(tmp_path: Path, store: Store) -> None:
    done = run("departments", write_list(tmp_path / "1.xlsx", [*NAMES, ("戊局", "", 2020)]), "--store", store.folder)
    assert done.exit_code == 1
    assert "1.xlsx Sheet1!A4: “戊局”没有写现名称" in done.output
    assert not store.originals.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [("", "空文件"), ("PK\x03\x04broken", "已损坏"), ("a,b", "没有找到")],
    ids=["empty", "damaged", "other"],
)
def test_another_file_is_refused_with_a_sentence(tmp_path: Path, store: Store, content: str, said: str) -> None:
    file = tmp_path / "x.xlsx"
    file.write_bytes(content.encode())
    for command in ("departments", "expected"):
        done = run(command, file, "--store", store.folder)
        assert (done.exit_code, said in done.output) == (1, True), done.output


def test_wrong_usage(tmp_path: Path) -> None:
    assert run("departments", tmp_path / "nowhere.xlsx").exit_code == 2


def test_an_empty_store_has_nothing_in_force(store: Store) -> None:
    done = run("expected", "--store", store.folder)
    assert (done.exit_code, done.output.strip()) == (0, "还没有导入。")

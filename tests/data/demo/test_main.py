"""python -m data.demo: builds once, says so the second time, and never touches real forms."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from data.demo import __main__ as command
from data.demo.generate import county
from data.store import Store


@pytest.fixture(autouse=True)
def one_department(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "county", lambda seed: county(seed, 1))


def run(tmp_path: Path, *options: str) -> Result:
    folders = ["--out", str(tmp_path / "out"), "--store", str(tmp_path / "demo")]
    return CliRunner().invoke(command.main, [*folders, *options])


def test_it_builds_a_store_that_says_it_is_a_demo(tmp_path: Path) -> None:
    result = run(tmp_path)
    store = Store(tmp_path / "demo")
    assert result.exit_code == 0, result.output
    assert store.is_demo
    assert "演示数据已就绪" in result.output


def test_the_second_time_it_does_nothing(tmp_path: Path) -> None:
    run(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    result = run(tmp_path)
    assert result.exit_code == 0
    assert "已有演示数据" in result.output
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == before


def test_force_builds_it_again(tmp_path: Path) -> None:
    run(tmp_path)
    assert run(tmp_path, "--force", "--seed", "5").exit_code == 0
    assert Store(tmp_path / "demo").current_number() == 3  # two lists and the forms


def test_a_store_of_real_forms_is_left_alone(tmp_path: Path) -> None:
    real = tmp_path / "demo" / "CURRENT"
    real.parent.mkdir()
    real.write_text("1", encoding="utf-8")
    result = run(tmp_path, "--force")
    assert result.exit_code == 2
    assert real.exists()


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "out" / "letter.docx"
    other.parent.mkdir()
    other.write_bytes(b"x")
    assert run(tmp_path, "--forms-only").exit_code == 2
    assert other.exists()


def test_forms_only_loads_nothing(tmp_path: Path) -> None:
    assert run(tmp_path, "--forms-only").exit_code == 0
    assert not (tmp_path / "demo").exists()
    assert list((tmp_path / "out" / "forms").rglob("*.xlsx"))

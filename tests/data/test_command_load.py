"""python -m data load and undo: what they print, and how they end."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from data.__main__ import main
from data.store import Store

SAMPLE = Path("data/samples/yanchi-2022.txt")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "收 件"
    folder.mkdir()
    shutil.copy(SAMPLE, folder / "自评表.txt")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "县 库"


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_a_load_counts_in_one_line_in_both_languages(inbox: Path, folder: Path) -> None:
    loaded = run("load", inbox, "--store", folder)
    assert loaded.exit_code == 0
    assert loaded.stdout.splitlines() == [
        "共 1 个文件 = 导入 1 + 未变 0 + 待定 0 + 未能读取 0；新增自评表 3 份，其中更正 0 份。",
        "seen 1 = imported 1 + unchanged 0 + held 0 + rejected 0",
    ]


def test_a_refused_file_is_named_with_its_reason(inbox: Path, folder: Path) -> None:
    (inbox / "空.xlsx").write_bytes(b"")
    loaded = run("load", inbox, "--store", folder)
    assert loaded.exit_code == 1
    assert f"{inbox / '空.xlsx'}: 《空.xlsx》是空文件" in loaded.stdout
    assert "seen 2 = imported 1 + unchanged 0 + held 0 + rejected 1" in loaded.stdout


def test_json_is_all_that_stands_on_stdout(inbox: Path, folder: Path) -> None:
    (inbox / "空.xlsx").write_bytes(b"")
    loaded = run("load", inbox, "--store", folder, "--json")
    said = json.loads(loaded.stdout)
    assert said["seen"] == said["imported"] + said["unchanged"] + said["held"] + said["rejected"] == 2
    assert [(problem["file"], problem["code"]) for problem in said["problems"]] == [(str(inbox / "空.xlsx"), "empty")]


def test_wrong_usage_ends_with_2_and_names_the_path(inbox: Path, folder: Path) -> None:
    missing = run("load", inbox / "没有.xlsx", "--store", folder)
    assert missing.exit_code == 2
    assert "没有.xlsx" in missing.stderr
    assert run("load", "--store", folder).exit_code == 2
    assert not folder.exists()


def test_a_second_import_says_who_is_at_it(inbox: Path, folder: Path) -> None:
    with Store(folder).locked():
        busy = run("load", inbox, "--store", folder)
    assert busy.exit_code == 1
    assert "另一个导入正在进行" in busy.stderr
    assert "pid" in busy.stderr


def test_a_damaged_store_says_so_and_undo_repairs_it(inbox: Path, folder: Path) -> None:
    run("load", inbox, "--store", folder)
    (inbox / "空.xlsx").write_bytes(b"")
    run("load", inbox, "--store", folder)
    Store(folder).path_of(2).write_bytes(b"gone")
    damaged = run("load", inbox, "--store", folder)
    assert damaged.exit_code == 1
    assert "第 2 代" in damaged.stderr
    undone = run("undo", "--store", folder)
    assert undone.exit_code == 0
    assert "已恢复到第 1 代" in undone.stdout
    assert "自评表 3 份" in undone.stdout


def test_undo_with_nothing_before_says_so(inbox: Path, folder: Path) -> None:
    run("load", inbox, "--store", folder)
    undone = run("undo", "--store", folder)
    assert undone.exit_code == 1
    assert "没有更早的数据可以恢复" in undone.stderr


def test_the_store_can_be_named_by_the_environment(inbox: Path, folder: Path) -> None:
    ran = CliRunner(env={"JIXIAO_STORE": str(folder)}).invoke(main, ["load", str(inbox)])
    assert ran.exit_code == 0
    assert Store(folder).current() is not None


def test_no_bar_is_drawn_where_nobody_watches(inbox: Path, folder: Path) -> None:
    assert [run("load", inbox, "--store", folder).stderr, run("rebuild", "--store", folder).stderr] == ["", ""]


LINE, OTHER = "76条\t74条\t9.8\t9.8", "76条\t73条\t9.8\t9.54"


def correct(inbox: Path) -> Path:
    text = SAMPLE.read_text(encoding="utf-8")
    assert text.count(LINE) == 1
    path = inbox / "更正.txt"
    path.write_text(text.replace(LINE, OTHER), encoding="utf-8")
    return path


def test_a_correction_is_told_field_by_field(inbox: Path, folder: Path) -> None:
    run("load", inbox, "--store", folder)
    loaded = run("load", correct(inbox), "--store", folder)
    assert loaded.stdout.splitlines()[:3] == [
        "更正《政务内网线路租用费》（中共盐池县委办公室，2022）第 2 版，改动 2 处：",
        "  实际完成值 统计政务内网线路：74条 → 73条（第87行第6列）",
        "  自评得分 统计政务内网线路：9.8 → 9.54（第87行第8列）",
    ]


def test_a_correction_is_told_as_json_before_it_is_stored(inbox: Path, folder: Path) -> None:
    run("load", inbox, "--store", folder)
    said = json.loads(run("load", correct(inbox), "--store", folder, "--check-only", "--json").stdout)
    (form,) = said["corrections"]
    assert (form["project"], form["version"], said["versions"]) == ("政务内网线路租用费", 2, 1)
    changes = [(one["field"], one["old"], one["new"], one["new_cell"]) for one in form["differences"]]
    assert changes == [
        ("indicator.actual", "74条", "73条", "第87行第6列"),
        ("indicator.filed_score", "9.8", "9.54", "第87行第8列"),
    ]


def test_a_held_form_is_told_with_both_sides(inbox: Path, folder: Path) -> None:
    loaded = run("load", inbox, "--store", folder, "--year", "2021")
    told = "待定 自评表.txt《政务内网线路租用费》：本批次指定为 2021 年，表内为 2022 年"
    assert told in loaded.stdout.splitlines()
    assert loaded.stdout.splitlines()[-1] == "seen 1 = imported 0 + unchanged 0 + held 1 + rejected 0"


def test_held_forms_as_json(inbox: Path, folder: Path) -> None:
    said = json.loads(run("load", inbox, "--store", folder, "--year", "2021", "--json").stdout)
    assert (said["held"], len(said["held_forms"])) == (1, 3)
    assert said["held_forms"][0]["reasons"] == [
        {
            "code": "year_contradicts_batch",
            "said": "2021",
            "form": "2022",
            "text": "本批次指定为 2021 年，表内为 2022 年",
        }
    ]


def test_of_very_many_held_forms_the_first_are_printed(inbox: Path, folder: Path) -> None:
    for number in range(8):
        text = SAMPLE.read_text(encoding="utf-8").replace("费", f"费{number}")
        (inbox / f"{number}.txt").write_text(text, encoding="utf-8")
    lines = run("load", inbox, "--store", folder, "--year", "2021").stdout.splitlines()
    assert len([line for line in lines if line.startswith("待定 ")]) == 20
    assert "…… 另有 7 份待定，请在数据导入页查看" in lines

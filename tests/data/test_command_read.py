"""python -m data read: its JSON, its words and its exit codes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from data.commands.read import read

DOCUMENTS = Path(__file__).parents[1] / "documents"
SAMPLE = Path(__file__).parents[2] / "data" / "samples" / "yanchi-2022.txt"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(read, [str(argument) for argument in arguments])


def test_json_holds_what_the_contract_names() -> None:
    result = run(SAMPLE, "--json")
    found = json.loads(result.stdout)
    assert (result.exit_code, len(found["forms"]), found["problems"]) == (0, 3, [])
    form = found["forms"][2]
    assert {key: form[key] for key in ("year", "project", "department", "unit", "total_points", "total_score")} == {
        "year": 2022,
        "project": "政务内网线路租用费",
        "department": "中共盐池县委办公室",
        "unit": "中共盐池县委办公室",
        "total_points": 100,
        "total_score": 97.5,
    }
    assert {key: value for key, value in form["funding"][0].items() if key != "cell"} == {
        "source_of_funds": "total",
        "initial_budget_wan": 28.272,
        "adjusted_budget_wan": 28.272,
        "executed_wan": 21.855,
        "points": 10,
        "execution_rate": 0.77,
        "score": 7.7,
    }
    line = form["indicators"][3]
    assert (line["name"], line["target"], line["actual"], line["points"], line["score"]) == (
        "政务内网线路租用费3720元, 76条线路", "28.272万元", "21.855万元", 10, 7.7,
    )  # fmt: skip
    assert (line["level1"], line["level1_points"], line["level2"], line["reason"], line["cell"]) == (
        "产出指标", 40, "成本指标", None, "第90行第4列",
    )  # fmt: skip
    assert (form["file"], form["layout"], form["accounted_share"], form["issues"]) == (str(SAMPLE), "A-yanchi", 1.0, [])


def test_one_refused_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "空.xlsx").write_bytes(b"")
    (tmp_path / "说明.txt").write_text("会议通知", encoding="utf-8")
    (tmp_path / "表.txt").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "~$表.xlsx").write_bytes(b"lock")
    result = run(tmp_path, "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert len(found["forms"]) == 3
    assert [(Path(each["file"]).name, each["place"], each["code"]) for each in found["problems"]] == [
        ("空.xlsx", "", "empty"),
        ("说明.txt", "", "no_form"),
    ]
    assert all(Path(each["file"]).name in each["text"] for each in found["problems"])


def test_words_give_the_share_of_cells_and_every_issue() -> None:
    result = run(SAMPLE, DOCUMENTS / "family-e.xlsx")
    assert result.exit_code == 0
    assert "业务运行费" in result.stdout
    assert "已归类 100.0%" in result.stdout
    assert "第45行第2列 起的项目资金缺少表头" in result.stdout
    assert "共读取 4 份自评表，0 个文件未能读取" in result.stdout


@pytest.mark.parametrize("arguments", [[], ["没有这个文件.xlsx"], [SAMPLE, "--xml"]])
def test_wrong_usage(arguments: list[object]) -> None:
    assert run(*arguments).exit_code == 2

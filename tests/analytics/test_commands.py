"""python -m analytics check | score: the JSON contract, the exit codes, and never a traceback."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from analytics.__main__ import main

SAMPLE = Path(__file__).parents[2] / "data" / "samples" / "yanchi-2022.txt"


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def scored(**said: str) -> dict[str, Any]:
    result = run("score", "--json", *(part for name, text in said.items() for part in (f"--{name}", text)))
    assert result.exit_code == 0
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_check() -> None:
    result = run("check", str(SAMPLE), "--json")
    assert result.exit_code == 1
    forms = json.loads(result.stdout)["forms"]
    assert [len(form["indicators"]) for form in forms] == [13, 9, 7]
    line = forms[2]["indicators"][0]
    assert (line["low"], line["high"], line["recomputed"], line["verdict"]) == (9.54, 9.54, 9.54, "overstated")
    assert line["working"].startswith("74 ÷ 76 × 9.8 = 9.54;填报 9.8,高 0.26")
    assert [finding["rule"] for finding in line["findings"]] == [
        "points_equal_shortfall_score",
        "score_overstated",
        "shortfall_unexplained",
    ]
    assert line["findings"][1].keys() == {"rule", "severity", "text", "cell", "points"}
    assert forms[2]["totals"]["recomputed_total"] == 97.27
    assert forms[2]["execution_rate"] == 0.773026
    assert "text_copied" in [finding["rule"] for finding in forms[2]["findings"]]


def test_check_in_words() -> None:
    assert "填报 97.5，复算 97.27" in run("check", str(SAMPLE)).stdout


def test_the_form_of_a_whole_department_is_told_and_not_recomputed(tmp_path: Path) -> None:
    lines = (
        "县水务局部门整体支出绩效自评表(2023年度)",
        "部门名称\t县水务局",
        "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分",
        "产出指标\t数量指标\t治理河长\t≥30公里\t24公里\t100\t100",
    )
    whole = tmp_path / "整体.txt"
    whole.write_text("\n".join(lines), encoding="utf-8")
    (form,) = json.loads(run("check", str(whole), "--json").stdout)["forms"]
    assert (form["indicators"][0]["score"], form["totals"]["recomputed_total"]) == (100, None)
    assert "whole_department" in [issue["code"] for issue in form["issues"]]
    assert "不按项目复算" in run("check", str(whole)).stdout


def test_check_names_what_it_cannot_read(tmp_path: Path) -> None:
    empty = tmp_path / "空.xlsx"
    empty.touch()
    result = run("check", str(empty), "--json")
    assert result.exit_code == 1
    assert [problem["code"] for problem in json.loads(result.stdout)["problems"]] == ["empty"]


@pytest.mark.parametrize(
    "arguments", [("check",), ("check", "没有.xlsx"), ("check", str(SAMPLE), "--scheme", "none"), ("score",)]
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_score() -> None:
    assert scored(target="76条", actual="74条", points="9.8", score="9.8", level2="数量指标") == {
        "low": 9.54,
        "high": 9.54,
        "recomputed": 9.54,
        "verdict": "overstated",
        "working": "74 ÷ 76 × 9.8 = 9.54;填报 9.8,高 0.26",
    }


@pytest.mark.parametrize(("scheme", "low"), [("yanchi-2022", 9.09), ("mof-2020", 9.09), ("strict", 9)])
def test_score_by_scheme(scheme: str, low: float) -> None:
    assert (
        scored(target="≤5300", actual="5830", points="10", score="10", level2="成本指标", scheme=scheme)["low"] == low
    )


def test_a_period_needs_the_year_of_the_form() -> None:
    said = {"target": "2021年/全年", "actual": "2021年/全年", "points": "10", "score": "10"}
    assert scored(**said)["low"] == 10
    assert scored(**said, year="2021")["low"] == 10
    assert scored(**said, year="2022")["low"] == 0


@pytest.mark.parametrize("points", ["nan", "inf", "1e400", "1_000", "abc", "-1", ""])
def test_impossible_points_are_wrong_usage(points: str) -> None:
    result = run("score", "--target", "76条", "--actual", "74条", "--points", points)
    assert result.exit_code == 2
    assert "points" in result.stderr


def test_batch(tmp_path: Path) -> None:
    file = tmp_path / "指标.csv"
    rows = [
        "level2,target,actual,points,score,year",
        "数量指标,76条,74条,9.8,9.8,2022",
        ",100%,1000件,10,10,",
        "数量,1,1,nan,1,2022",
        ',"1,000件",500件,10,,2021',
    ]
    file.write_text("\ufeff" + "\r\n".join(rows), encoding="utf-8")
    result = run("score", "--batch", str(file), "--json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert [(row["low"], row["high"], row["verdict"]) for row in found] == [
        (9.54, 9.54, "overstated"),
        (0, 10, "not_comparable"),
        (None, None, None),
        (5, 5, None),
    ]
    assert "nan" in found[2]["working"]


@pytest.mark.parametrize(
    ("content", "code"), [("points\n10\n", 0), ("target,actual\n1,1\n", 2), ("", 2), ("points\n", 0)]
)
def test_batch_needs_points_alone(tmp_path: Path, content: str, code: int) -> None:
    file = tmp_path / "指标.csv"
    file.write_text(content, encoding="utf-8")
    assert run("score", "--batch", str(file), "--json").exit_code == code

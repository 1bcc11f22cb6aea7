"""python -m data value: its JSON is a contract."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from data.commands.value import value

HERE = Path(__file__).parent


def run(*arguments: str) -> Result:
    return CliRunner().invoke(value, arguments)


@pytest.mark.parametrize(
    "text, printed",
    [
        ("≥24次", '{"operator": ">=", "low": 24, "high": null, "unit": "次", "kind": "number", "signed": true}'),
        ("76条", '{"operator": "=", "low": 76, "high": 76, "unit": "条", "kind": "number", "signed": false}'),
        (
            "28.272万元",
            '{"operator": "=", "low": 28.272, "high": 28.272, "unit": "万元", "kind": "number", "signed": false}',
        ),
        (
            "2021年12月31日",
            '{"operator": "<=", "low": null, "high": "2021-12-31", "unit": null, "kind": "date", "signed": false}',
        ),
        ("", '{"operator": null, "low": null, "high": null, "unit": null, "kind": "blank", "signed": false}'),
        ("-5%", '{"operator": "=", "low": -5, "high": -5, "unit": "%", "kind": "percent", "signed": false}'),
        ("-0", '{"operator": "=", "low": 0, "high": 0, "unit": null, "kind": "number", "signed": false}'),
    ],
)
def test_json_has_six_fields_and_figures_without_artefacts(text: str, printed: str) -> None:
    result = run(text, "--json")
    assert (result.exit_code, result.output.strip()) == (0, printed)


def test_without_json_one_readable_line() -> None:
    assert run("≥95%").output == "percent: >= 95 %\n"
    assert run("3至5个").output == "range: = 3 – 5 个\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_batch_is_read_in_row_order(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "值.csv"
    path.write_text('n,raw\n1,≥24次\n2,\n3,"1,030.5"\n', encoding=encoding)
    result = run("--batch", str(path), "--json")
    assert result.exit_code == 0
    assert [(read["kind"], read["low"]) for read in json.loads(result.output)] == [
        ("number", 24),
        ("blank", None),
        ("number", 1030.5),
    ]


def test_an_empty_line_of_one_column_is_an_empty_text(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("raw\n1次\n\n2次\n", encoding="utf-8")
    assert [read["kind"] for read in json.loads(run("--batch", str(path), "--json").output)] == [
        "number",
        "blank",
        "number",
    ]


def test_the_batch_of_real_strings_has_one_reading_per_row() -> None:
    result = run("--batch", str(HERE / "values" / "values.csv"), "--json")
    lines = (HERE / "values" / "values.csv").read_text(encoding="utf-8").splitlines()
    assert len(json.loads(result.output)) == len(lines) - 1


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("target\n1次\n", encoding="utf-8")
    result = run("--batch", str(path), "--json")
    assert result.exit_code == 2
    assert "没有名为 raw 的列" in result.output


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00raw", b'raw\n"' + b"x" * 200_000], ids=["empty", "binary", "endless"]
)
def test_a_file_that_is_no_csv_is_refused_with_a_word(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    result = run("--batch", str(path), "--json")
    assert result.exit_code == 2
    assert "Error:" in result.output


@pytest.mark.parametrize("arguments", [(), ("1次", "--batch", str(HERE / "values" / "values.csv")), ("1次", "2次")])
def test_wrong_usage_exits_with_2(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2

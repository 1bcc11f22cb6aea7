"""The log: every line is JSON, and nothing that a form or a person said ever stands in one."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data.load import load_paths
from data.logs import Where, begin, note
from data.logs.fields import FIELDS, allowed
from data.logs.formatter import OURS
from data.logs.setup import WATCHED, Later
from data.store import Store
from tests.data.store.forms import add

SAID = "张三的项目 6217000010001234567"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    begin("test", lambda: Where(tmp_path / "logs", megabytes=1, files=3))
    yield tmp_path / "logs"
    for name in WATCHED:
        logger = logging.getLogger(name)
        for handler in [one for one in logger.handlers if isinstance(one, Later)]:
            logger.removeHandler(handler)
            handler.close()


def lines(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "test.jsonl").read_text(encoding="utf-8").splitlines()]


def test_nothing_is_made_before_the_first_line(folder: Path) -> None:
    assert not folder.exists()
    note("server_started", mode="local", number=3)
    (line,) = lines(folder)
    assert line.pop("when").endswith("+00:00")
    assert line == {"level": "info", "event": "server_started", "mode": "local", "number": 3}


def test_what_is_not_on_the_list_is_left_out(folder: Path) -> None:
    note("import", forms=3, project=SAID, code=SAID, reference="a b", state="Ok", who="zhang")
    assert {name: lines(folder)[0].get(name) for name in ("forms", "project", "code", "who")} == {
        "forms": 3, "project": None, "code": None, "who": None,
    }  # fmt: skip
    assert SAID not in (folder / "test.jsonl").read_text(encoding="utf-8")


FOREIGN = {
    "a message": lambda logger: logger.error(SAID),
    "a message with operands": lambda logger: logger.error("got %s", SAID),
    "an event that is a sentence": lambda logger: logger.error("import of " + SAID),
    "an exception": lambda logger: fail(logger),
    "a field": lambda logger: logger.error("page", extra={"reference": SAID, "forms": [SAID], "file": SAID}),
}


def fail(logger: logging.Logger) -> None:
    cell = SAID
    try:
        int(cell)
    except ValueError:
        logger.exception("cannot read %s", cell)


@pytest.mark.parametrize("name", [OURS, "uvicorn.error"])
@pytest.mark.parametrize("case", FOREIGN)
def test_no_text_of_a_form_comes_in_by_any_way(folder: Path, case: str, name: str) -> None:
    FOREIGN[case](logging.getLogger(name))
    written = (folder / "test.jsonl").read_text(encoding="utf-8")
    assert "张三" not in written and "6217" not in written and "\\u5f20" not in written
    assert len(lines(folder)) == 1


def test_an_exception_says_where_it_came_from(folder: Path) -> None:
    fail(logging.getLogger(OURS))
    (line,) = lines(folder)
    assert line["error"] == "ValueError"
    assert line["stack"][-1].startswith("tests/data/logs/test_lines.py:") and line["stack"][-1].endswith(" fail")


def test_a_real_import_is_one_line_of_figures(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / f"{SAID}.txt"
    file.write_text(Path("data/samples/yanchi-2022.txt").read_text(encoding="utf-8"), encoding="utf-8")
    load_paths([file, Path("tests/documents/broken/empty.xlsx")], Store(tmp_path / "store"))
    (line,) = lines(folder)
    assert (line["event"], line["seen"], line["imported"], line["rejected"], line["forms"]) == ("import", 2, 1, 1, 3)
    assert set(line) - {"when", "level", "event"} <= FIELDS


def test_the_files_take_turns_and_stay_small(folder: Path) -> None:
    for number in range(40_000):
        note("import", number=number)
    found = sorted(path.name for path in folder.iterdir())
    assert found == ["test.jsonl", "test.jsonl.1", "test.jsonl.2"]
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 3 * 1024 * 1024


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "logs").write_text("a file is in the way")
    begin("test", lambda: Where(tmp_path / "logs"))
    add(Store(tmp_path / "store"), "一")
    note("import", forms=1)
    note("page_failed", logging.ERROR)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("value", ["张三", "Zhang San", "a" * 41, "", ["x"], {"x": 1}])
def test_only_figures_and_codes_are_values(value: object) -> None:
    assert allowed({"code": value}) == {}

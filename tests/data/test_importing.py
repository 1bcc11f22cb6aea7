"""Which form corrects which: a table that a finance officer can check."""

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from data.acts import Received
from data.contents import content_digest
from data.facts import create_tables
from data.file_list import Listed
from data.file_read import FileRead, FormRead
from data.importing import Added, Import
from data.naming import identity
from data.records import Evaluation
from tests.data.store.forms import RECEIVED, form

# 先导入 | 后导入 | 是否同一项目(年度/部门/单位/项目;— 为未填写)
SAME = """
2022/教育局/教育局/校园维修 | 2022/教育局/教育局/校园维修     | 是
2022/教育局/教育局/校园维修 | 2022/教育局/—/校园维修          | 是
2022/教育局/教育局/校园维修 | 2022/教育局/教育局/校园 维修     | 是
2022/教育局/教育局/维修(一) | 2022/教育局/教育局/维修（一）   | 是
2022/教育局/一小/校园维修   | 2022/教育局/二小/校园维修        | 否
2022/教育局/教育局/校园维修 | 2023/教育局/教育局/校园维修      | 否
2022/教育局/教育局/校园维修 | 2022/卫健局/卫健局/校园维修      | 否
2022/教育局/教育局/校园维修 | 2022/教育局/教育局/校园维修二期  | 否
—/教育局/教育局/校园维修    | —/教育局/教育局/校园维修         | 否
2022/教育局/教育局/—        | 2022/教育局/教育局/—             | 否
2022/—/—/业务运行费         | 2022/—/—/业务运行费              | 否
2022/—/一小/校园维修        | 2022/—/一小/校园维修             | 是
"""


def filed(said: str, score: str) -> Evaluation:
    year, department, unit, project = (None if part == "—" else part for part in said.strip().split("/"))
    one = form(project or "", score, int(year) if year else None)
    return replace(one, department=department, unit=unit, project=project)


@pytest.fixture
def coming() -> Import:
    connection = duckdb.connect()
    connection.execute("attach ':memory:' as facts")
    connection.execute("use facts")
    create_tables(connection)
    return Import(connection)


def read(document: str, *forms: Evaluation) -> FileRead:
    listed = Listed(Path(f"{document}.xlsx"), f"{document}.xlsx")
    return FileRead(listed, document, "xlsx", tuple(FormRead(one, content_digest(one)) for one in forms))


def add(coming: Import, document: str, *forms: Evaluation) -> Added:
    return coming.add_document(
        read(document, *forms), Received(document, f"{document}.xlsx", f"{document}.xlsx", RECEIVED)
    )


def in_force(coming: Import) -> list[tuple[str, int]]:
    """Document and version of every form in force, in the order of import."""
    coming.finish()
    sql = "select document, version from evaluation where superseded_by is null order by evaluation"
    return coming.connection.execute(sql).fetchall()


@pytest.mark.parametrize("line", SAME.strip().splitlines())
@pytest.mark.parametrize("again", [False, True], ids=["one import", "two imports"])
def test_only_the_same_project_is_corrected(coming: Import, line: str, again: bool) -> None:
    first, second, same = (part.strip() for part in line.split("|"))
    add(coming, "先", filed(first, "9.8"))
    if again:
        coming.write()
        coming = Import(coming.connection)
    add(coming, "后", filed(second, "9.5"))
    assert in_force(coming) == ([("后", 2)] if same == "是" else [("先", 1), ("后", 1)])


def test_every_correction_is_a_version_of_its_own(coming: Import) -> None:
    for number, score in enumerate(("9.8", "9.7", "9.6"), start=1):
        add(coming, str(number), form(score=score))
    assert in_force(coming) == [("3", 3)]
    chain = coming.connection.execute("select evaluation, superseded_by from evaluation order by 1").fetchall()
    assert chain == [(1, 2), (2, 3), (3, None)]


def test_twice_in_one_document_is_no_correction(coming: Import) -> None:
    add(coming, "甲", form(score="9.8"), form(score="9.5"))
    assert in_force(coming) == [("甲", 1), ("甲", 1)]


def test_a_corrected_document_leaves_alone_what_it_repeats(coming: Import) -> None:
    add(coming, "甲", form(score="9.8"), form(score="9.5"))
    add(coming, "乙", form(score="9.8"), form(score="9.4"))
    assert in_force(coming) == [("甲", 1), ("乙", 2)]


def test_an_earlier_version_that_comes_again_changes_nothing(coming: Import) -> None:
    add(coming, "1", form(score="9.8"))
    add(coming, "2", form(score="9.5"))
    assert add(coming, "3", form(score="9.8")).forms == 0
    assert in_force(coming) == [("2", 2)]


def test_many_forms_are_written_in_parts(coming: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.importing.FORMS_IN_MEMORY", 2)
    for number in range(5):
        add(coming, str(number), form(str(number)))
    assert len(coming.filed) == 1
    add(coming, "更正", form("0", "9.5"))
    assert in_force(coming)[-1] == ("更正", 2)
    assert len(in_force(coming)) == 5


def test_an_identity_needs_year_project_and_somebody() -> None:
    assert identity(2022, "教育局", None, "维修") == (2022, "教育局", "教育局", "维修")
    assert identity(2022, None, "一小", "维修") == (2022, "一小", "一小", "维修")
    assert identity(2022, None, None, "维修") is None

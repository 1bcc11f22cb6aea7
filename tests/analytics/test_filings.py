"""Who has not filed: expected filings against forms, counted by hand."""

from pathlib import Path

import duckdb
import pytest

from analytics.session import open_session_on
from data.forms import read_forms
from data.readers import read_document
from data.records import Evaluation
from data.registry import DepartmentName, ExpectedFiling
from tests.analytics.made import form, table
from tests.analytics.registered import session_with

NAMES = (DepartmentName("老局", "新局", None, 2023), DepartmentName("老局一科", "新局一科", None, 2023))
# What the list asks for; then what was filed, and whether it waits for a person.
EXPECTED = """
year | department | unit     | project
2023 | 教育局     | 一小     | 维修
2023 | 教育局     | 二小     | 维修
2023 | 教育局     | 三小     | 维修
2023 | 教育局     |          | 培训
2023 | 教育局     |          | 绩效 评价（一）
2023 | 教育局     | 四小     | 扩建
2023 | 教育局     | 五小     | 扩建
2023 | 新局       |          | 修路
2023 | 新局       | 新局一科 | 架桥
2023 | 水务局     |          | 清淤
2023 | 水务局     |          | 打井
2024 | 教育局     |          | 维修
"""
FILED = """
year | department | unit     | project        | held
2023 | 教育局     | 一小     | 维修           |
2023 | 教育局     | 第二小学 | 维修           |
2023 | 教育局     | 第三小学 | 维修           |
2023 | 教育局     | 教研室   | 培训           |
2023 | 教育局     | 电教站   | 培训           |
2023 | 教育局     |          | 绩效评价(一)   |
2023 | 教育局     | 第五小学 | 扩建           |
2023 | 教育局     | 六小     | 校车           |
2023 | 老局       | 老局     | 修路           |
2023 | 老局       | 老局一科 | 架桥           |
2023 | 老局       | 老局     | 种树           |
2023 |            | 水务局   | 清淤           |
2023 | 水务局     |          | 打井           | yes
2023 | 财政局     |          | 内控           |
2022 | 教育局     |          | 维修           |
"""
# By hand. 教育局: 第二小学 and 第三小学 answer 二小 and 三小; 扩建 was filed by one unit for two, so both stay open.
MISSING = """
year | department | unit | project | waits | other_unit
2023 | 教育局     | 五小 | 扩建    | no    | 第五小学
2023 | 教育局     | 四小 | 扩建    | no    | 第五小学
2023 | 水务局     |      | 打井    | yes   |
2024 | 教育局     |      | 维修    | no    |
"""
COUNTED = """
year | department | expected | answered | waiting | missing | filed | unexpected
2023 | 教育局     | 7        | 5        | 0       | 2       | 8     | 1
2023 | 新局       | 2        | 2        | 0       | 0       | 3     | 1
2023 | 水务局     | 2        | 1        | 1       | 0       | 1     | 0
2023 | 财政局     | 0        | 0        | 0       | 0       | 1     | 1
2024 | 教育局     | 1        | 0        | 0       | 1       | 0     | 0
"""


def expected() -> list[ExpectedFiling]:
    return [
        ExpectedFiling(int(row["year"]), row["department"], row["unit"] or None, row["project"])
        for row in table(EXPECTED)
    ]


def filed(row: dict[str, str]) -> Evaluation:
    who = {"department": row["department"] or None, "unit": row["unit"] or None}
    return form(project=row["project"], year=int(row["year"]), **who)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def session() -> duckdb.DuckDBPyConnection:
    rows = list(table(FILED))
    held = [number for number, row in enumerate(rows, start=1) if row["held"]]
    return session_with(map(filed, rows), NAMES, expected(), held)


def shown(value: object) -> str:
    """A cell as the tables above write it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def rows_of(session: duckdb.DuckDBPyConnection, sql: str) -> list[list[str]]:
    return sorted([shown(value) for value in row] for row in session.execute(sql).fetchall())


def by_hand(text: str) -> list[list[str]]:
    return sorted(list(row.values()) for row in table(text))


def test_missing_filings(session: duckdb.DuckDBPyConnection) -> None:
    sql = "select year, department, unit, project, waits, other_unit from missing_filing"
    assert rows_of(session, sql) == by_hand(MISSING)


def test_counts(session: duckdb.DuckDBPyConnection) -> None:
    columns = "expected_forms, answered_forms, waiting_forms, missing_forms, filed_forms, unexpected_forms"
    assert rows_of(session, f"select year, department, {columns} from filing_count") == by_hand(COUNTED)


def test_unexpected_filings(session: duckdb.DuckDBPyConnection) -> None:
    assert rows_of(session, "select department, project from unexpected_filing") == sorted(
        [["教育局", "校车"], ["新局", "种树"], ["财政局", "内控"]]
    )


def test_a_year_without_a_task_list_asks_for_nothing() -> None:
    session = session_with([form(year=2022)])
    for view in ("missing_filing", "unexpected_filing", "filing_count"):
        assert session.execute(f"select * from {view}").fetchall() == []


def test_a_form_filed_before_the_rename_answers_the_list_under_the_new_name_only_by_the_table() -> None:
    asked = [ExpectedFiling(2023, "新局", None, "修路")]
    late = form(project="修路", department="老局", unit=None, year=2023)
    missing = "select count(*) from missing_filing"
    assert session_with([late], NAMES, asked).execute(missing).fetchone() == (0,)
    assert session_with([late], (), asked).execute(missing).fetchone() == (1,)
    ended = [DepartmentName("老局", "新局", None, 2022)]
    assert session_with([late], ended, asked).execute(missing).fetchone() == (1,)


def test_the_form_of_a_whole_department_is_no_project() -> None:
    book = Path("tests/documents/whole-department.xlsx")
    session = open_session_on(read_forms(read_document(book.name, book.read_bytes())))
    assert session.execute("select count(*) from project_summary").fetchone() == (0,)
    ((department, rate),) = session.execute("select department, execution_rate from whole_department").fetchall()
    assert department and 0 < rate <= 1

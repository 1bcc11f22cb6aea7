"""Forms count for the department of today: renames and mergers by the table, spellings folded, nothing guessed."""

import pytest

from data.naming import folded
from data.registry import DepartmentName, current_name
from tests.analytics.made import table
from tests.analytics.registered import session_with
from tests.analytics.test_departments import filed

NAMES = (
    DepartmentName("文化局", "文化旅游局", None, 2021),
    DepartmentName("旅游局", "文化旅游局", 2020, 2021),
    DepartmentName("县教育局", "教育局"),
    DepartmentName("教育局(本级)", "教育局"),
)
# What the form says, its year, and the department that it counts for.
RENAMED = """
filed          | year | department
文化局         | 2021 | 文化旅游局
文化局         | 2022 | 文化局
旅游局         | 2019 | 旅游局
旅游局         | 2020 | 文化旅游局
旅 游　局      | 2021 | 文化旅游局
县教育局       | 2022 | 教育局
教育局（本级） | 2022 | 教育局
云溪县教育局   | 2022 | 云溪县教育局
财政局         | 2022 | 财政局
"""


def test_the_name_that_counts_is_the_same_in_sql_and_in_python() -> None:
    rows = list(table(RENAMED))
    forms = [filed(row["filed"], "20", year=int(row["year"]), project=str(n)) for n, row in enumerate(rows)]
    found = session_with(forms, NAMES).execute(
        "select filed_department, year, department from evaluation_in_force order by evaluation"
    )
    assert found.fetchall() == [(row["filed"], int(row["year"]), row["department"]) for row in rows]
    for row in rows:
        assert current_name(NAMES, row["filed"], int(row["year"])) == row["department"]


def test_a_form_without_a_year_or_a_department() -> None:
    forms = [filed("文化局", "20", year=None), filed("县教育局", "20", year=None), filed(None, "20")]  # type: ignore[arg-type]
    found = session_with(forms, NAMES).execute("select department from evaluation_in_force order by evaluation")
    assert found.fetchall() == [("文化局",), ("教育局",), (None,)]


def test_spellings_of_one_name_are_one_department_under_the_most_used() -> None:
    names = ["水务局(本级)", "水务局（本级）", "水务局（本级）", "水务 局(本级)"]
    session = session_with([filed(name, "20", project=str(n)) for n, name in enumerate(names)])
    assert session.execute("select department, projects from department_summary").fetchall() == [("水务局（本级）", 4)]


@pytest.mark.parametrize(
    "name", ["甲局（一）", "甲 局\u3000", "ＡＢＣ１２３", "甲\u00a0乙\u2009丙\n丁", "甲'乙＇", "全：半;"]
)
def test_names_fold_in_sql_as_in_python(name: str) -> None:
    session = session_with([filed(name, "20")])
    found = session.execute("select folded from folded_name where name = ?", [name]).fetchone()
    assert found == (folded(name),)


FORMS = [
    *(filed("好局", "20", project=name, year=year) for name in "甲乙丙" for year in (2020, 2021, 2022)),
    *(filed("中局", "19", year=year) for year in (2020, 2021, 2022)),
    filed("旧局", "8", "5次", year=2020),
    filed("旧局", "8", "5次", year=2021),
    filed("新局", "10", "5次", year=2022),
]
LAGS = """
    select year, lag_rank, lags, previous_lag_rank, repeat
    from lagging_department where department = '新局' order by year
"""


def test_a_renamed_department_keeps_its_rank_of_last_year_and_its_repeat_marker() -> None:
    session = session_with(FORMS, [DepartmentName("旧局", "新局", None, 2021)])
    assert session.execute(LAGS).fetchall() == [
        (2020, 1, True, None, False),
        (2021, 1, True, 1, True),
        (2022, 1, True, 1, True),
    ]


def test_without_the_table_it_is_another_department() -> None:
    assert session_with(FORMS).execute(LAGS).fetchall() == [(2022, 1, True, None, False)]


def test_a_rename_that_ends_earlier_leaves_the_year_after_alone() -> None:
    session = session_with(FORMS, [DepartmentName("旧局", "新局", None, 2020)])
    assert session.execute(LAGS).fetchall() == [(2020, 1, True, None, False), (2022, 1, True, None, False)]


def test_the_money_of_merged_departments_is_added_up() -> None:
    forms = [filed("文化局", "10", year=2021), filed("旅游局", "5", year=2021), filed("文化旅游局", "19", year=2022)]
    session = session_with(forms, NAMES)
    sql = "select year, department, projects, executed_wan, adjusted_budget_wan from department_execution order by year"
    assert [tuple(map(str, row)) for row in session.execute(sql).fetchall()] == [
        ("2021", "文化旅游局", "2", "15.000000", "40.000000"),
        ("2022", "文化旅游局", "1", "19.000000", "20.000000"),
    ]

"""A list is known by its header, shown before it takes effect, and what is wrong with it is said by its place."""

from dataclasses import replace
from pathlib import Path

import pytest

from data.errors import Fault
from data.readers import read_document
from data.registry import DepartmentName, ExpectedFiling
from data.registry.lists import Offered, list_in_force, preview, put_in_force, read_list
from data.registry.same import say_different
from data.registry.template import template
from data.rights import Actor
from data.store import Store
from tests.data.registry.lists import sheet

NAMES = "曾用名|现名称\n甲局|乙局\n丙局|丁局"
TASKS = "年度|主管部门|项目名称\n2023|甲局|修路\n2024|甲局|架桥\n2024|甲局|架桥"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def offered(text: str) -> Offered[DepartmentName] | Offered[ExpectedFiling]:
    return read_list(sheet(text), b"content")


def test_each_list_is_known_by_its_header() -> None:
    assert (offered(NAMES).kind, len(offered(NAMES).rows)) == (DepartmentName, 2)
    assert (offered(TASKS).kind, len(offered(TASKS).rows), offered(TASKS).repeated) == (ExpectedFiling, 2, 1)


# Rows of a sheet, / between them | what is said
REFUSED = """
项目名称,金额/维修,5               | Sheet1!A1）中没有“主管部门”列
通知,/年度,主管部门/2023,甲局      | Sheet1!A2）中没有“项目名称”列
曾用名,备注/甲局,5                 | Sheet1!A1）中没有“现名称”列
现名称,起始年度/甲局,2020          | Sheet1!A1）中没有“曾用名”列
部门,电话/教育局,1                 | 不是可以采用的清单
请各单位报送,/谢谢,                | 不是可以采用的清单
项目名称,修路,主管部门,甲局/一级指标,三级指标,年度指标值,全年实际值,分值,得分/产出,里程,5,5,10,10 | 是自评表，不是清单
"""


@pytest.mark.parametrize("line", REFUSED.strip().splitlines())
def test_what_is_missing_is_said_by_its_place(line: str) -> None:
    rows, said = (part.strip() for part in line.split("|"))
    with pytest.raises(Fault) as refused:
        offered(rows.replace(",", "|").replace("/", "\n"))
    assert said in str(refused.value)
    assert "《清单.xlsx》" in refused.value.sentence("en").replace("“", "《").replace("”", "》")


def test_a_preview_changes_nothing_and_says_what_comes_and_goes(store: Store) -> None:
    put_in_force(offered(TASKS), store)
    change = preview(offered("年度|主管部门|项目名称\n2024|甲局|挖渠"), store)
    assert [one.project for one in change.added] == ["挖渠"]
    assert [(one.year, one.project) for one in change.removed] == [(2024, "架桥")]
    assert store.current_number() == 1
    assert put_in_force(offered("年度|主管部门|项目名称\n2024|甲局|挖渠"), store).added == change.added


def test_bad_rows_are_previewed_and_never_in_force(store: Store) -> None:
    bad = offered("年度|主管部门|项目名称\n2023|甲局|修路\n去年|甲局|架桥")
    assert [row.place for row in preview(bad, store).bad] == ["Sheet1!A3"]
    assert put_in_force(bad, store).bad
    assert store.current() is None


def test_who_put_it_into_force_is_journalled_and_its_file_kept(store: Store) -> None:
    reviewer = Store(store.folder, Actor("王某", "reviewer"))
    put_in_force(replace(offered(NAMES), sha256="a" * 64), reviewer)
    (act,) = store.acts.entries()[-1]["acts"]
    assert (act["act"], act["table"], act["document"], act["who"]) == (
        "registered",
        "department_name",
        "a" * 64,
        "王某",
    )
    assert (store.originals / ("a" * 64)).read_bytes() == b"content"


def test_a_new_list_does_not_take_back_that_two_names_are_two(store: Store) -> None:
    say_different(store, "戊局", "己局")
    change = preview(offered(NAMES), store)
    assert (len(change.added), change.removed) == (2, ())
    put_in_force(offered(NAMES), store)
    assert DepartmentName("戊局", "戊局") in list_in_force(store, DepartmentName)
    put_in_force(offered("曾用名|现名称\n戊局|己局"), store)
    assert list_in_force(store, DepartmentName) == [DepartmentName("己局", "己局"), DepartmentName("戊局", "己局")]


ROWS = (
    (DepartmentName, (DepartmentName("=甲局", "乙局"), DepartmentName("丙局", "乙局", 2019, 2020))),
    (ExpectedFiling, (ExpectedFiling(2022, "教育局", None, "+修路"), ExpectedFiling(2023, "教育局", "一小", "修路"))),
)


@pytest.mark.parametrize(("kind", "rows"), ROWS)
def test_a_template_reads_back_as_it_stands(kind: type, rows: tuple[object, ...]) -> None:
    for standing in (rows, ()):
        content = template(kind, standing)  # type: ignore[type-var]
        found = read_list(read_document("模板.xlsx", content), content)
        assert (found.kind, found.rows, found.bad) == (kind, standing, ())

"""Lists of names: how they are read, which name counts in which year, and what is refused by name."""

import pytest

from data.errors import Fault
from data.readers import read_document
from data.registry import DepartmentName, Names, read_department_names
from data.registry.faults import NoDepartmentNames
from tests.data.registry.lists import sheet

LISTED = """
云溪县部门名称对照表
填报日期:2024年1月
序号 | 曾用名 | 现名称 | 起始年度 | 截止年度 | 备注
1 | 文化局 | 文化广电局 | | 2015年 |
2 | 文化广电局 | 文化旅游局 | | 2020年度 | 更名
3 | 旅游局 | 文化旅游局 | — | 2020-03-01 | 合并
4 | 水利局、县水利局 | 水务局 | 2019 | 至今 |
合计 | 4
注:本表由预算股维护。
"""

# The name on the form, the year of the form, the name that it counts for.
COUNTS_FOR = """
文化局     | 2015 | 文化旅游局
文化局     | 2016 | 文化局
文化广电局 | 2020 | 文化旅游局
文化广电局 | 2021 | 文化广电局
旅游局     | 1999 | 文化旅游局
旅游局     | 2020 | 文化旅游局
旅游局     | 2021 | 旅游局
水利局     | 2018 | 水利局
水利局     | 2019 | 水务局
县水利局   | 2030 | 水务局
水 利局    | 2019 | 水务局
云溪县水利局 | 2019 | 云溪县水利局
水务局     | 2019 | 水务局
"""


@pytest.mark.parametrize("line", COUNTS_FOR.strip().splitlines())
def test_the_name_that_counts(line: str) -> None:
    name, year, expected = (part.strip() for part in line.split("|"))
    read = read_department_names(sheet(LISTED))
    assert read.bad == ()
    assert Names(read.names).current(name, int(year)) == expected


def test_a_form_without_a_year_is_renamed_only_where_the_year_does_not_matter() -> None:
    names = (DepartmentName("甲局", "乙局"), DepartmentName("丙局", "丁局", None, 2020))
    assert Names(names).current("甲局", None) == "乙局"
    assert Names(names).current("丙局", None) == "丙局"


def test_a_chain_holds_in_the_years_of_all_its_steps() -> None:
    read = read_department_names(sheet("曾用名|现名称|起始年度|截止年度\n甲局|乙局||2020\n乙局|丙局|2018|2022"))
    assert read.names == (
        DepartmentName("甲局", "乙局", None, 2017),
        DepartmentName("甲局", "丙局", 2018, 2020),
        DepartmentName("乙局", "丙局", 2018, 2022),
    )


HEADERS = """
曾用名     | 现名称
简称       | 部门名称
别名       | 单位名称
部门       | 现名称
原单位名称 | 现单位名称
曾 用 名   | 现名称(全称)
"""


@pytest.mark.parametrize("header", HEADERS.strip().splitlines())
def test_headers_are_known_by_their_words(header: str) -> None:
    read = read_department_names(sheet(f"{header}\n甲局 | 乙局"))
    assert read.names == (DepartmentName("甲局", "乙局"),)


def test_a_department_and_its_two_kinds_of_other_names() -> None:
    read = read_department_names(sheet("部门|曾用名|简称\n教育体育局|教育局|教体局\n水务局||\n财政局|财税局|"))
    assert [(one.name, one.current_name) for one in read.names] == [
        ("教育局", "教育体育局"),
        ("教体局", "教育体育局"),
        ("财税局", "财政局"),
    ]


def test_a_header_of_two_rows_and_a_merged_current_name() -> None:
    text = "曾用名|现名称|有效年度|\n||起始年度|截止年度\n甲局|丙局||2020\n乙局|||2021"
    read = read_department_names(sheet(text, {"A1": 2, "B1": 2, "B3": 2}))
    assert read.names == (DepartmentName("甲局", "丙局", None, 2020), DepartmentName("乙局", "丙局", None, 2021))


def test_a_name_listed_as_itself_needs_nothing() -> None:
    read = read_department_names(sheet("曾用名|现名称\n水务局|水 务 局\n甲局|水务局"))
    assert read.names == (DepartmentName("甲局", "水务局"),)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_small_comma_separated_file(encoding: str) -> None:
    document = read_document("对照表.csv", "曾用名,现名称,起始年度,截止年度\n甲局,乙局,,2020\n".encode(encoding))
    assert read_department_names(document).names == (DepartmentName("甲局", "乙局", None, 2020),)


# What stands below the header 曾用名 | 现名称 | 起始年度 | 截止年度, where it is named, and why.
BAD = """
甲局 |      |      |       = A2: “甲局”没有写现名称
     | 乙局 | 2019 |       = B2: 没有写曾用名、简称或别名
甲局 | 乙局 | 去年 |       = A2: “去年”不是年度，应写成 2022 这样的年份；不限的请留空
甲局 | 乙局 | 2019-2021 |  = A2: “2019-2021”不是年度，应写成 2022 这样的年份；不限的请留空
甲局 | 乙局 | 2022 | 2021  = A2: 起始年度 2022 晚于截止年度 2021
"""


@pytest.mark.parametrize("line", BAD.strip("\n").splitlines())
def test_a_bad_row_is_named_and_nothing_is_kept(line: str) -> None:
    row, said = (part.strip() for part in line.split("="))
    read = read_department_names(sheet(f"曾用名|现名称|起始年度|截止年度\n{line.partition('=')[0]}\n丁局|戊局||"))
    assert [f"{bad.place.removeprefix('Sheet1!')}: {bad.sentence('zh')}" for bad in read.bad] == [said], row
    assert read.names == ()


def test_a_circle_is_refused_by_name() -> None:
    read = read_department_names(sheet("曾用名|现名称\n甲局|乙局\n乙局|丙局\n丙局|甲局\n丁局|甲局"))
    assert [bad.place for bad in read.bad] == ["Sheet1!A2", "Sheet1!A3", "Sheet1!A4"]
    assert "甲局 → 乙局 → 丙局 → 甲局" in read.bad[0].sentence("zh")
    assert read.names == ()


def test_back_to_an_old_name_is_no_circle_when_the_years_differ() -> None:
    read = read_department_names(sheet("曾用名|现名称|起始年度|截止年度\n甲局|乙局||2018\n乙局|甲局|2019|"))
    assert read.bad == ()
    assert Names(read.names).current("甲局", 2018) == "乙局"
    assert Names(read.names).current("乙局", 2019) == "甲局"


# Years of 甲局 → 乙局, years of 甲局 → 丙局, and whether both cannot stand.
TWICE = """
–2020 | 2021– | no
–2020 | 2020– | yes
2018–2020 | 2019–2019 | yes
–     | 2022–2022 | yes
"""


@pytest.mark.parametrize("line", TWICE.strip().splitlines())
def test_two_current_names_for_one_name_and_year(line: str) -> None:
    first, second, clashes = (part.strip() for part in line.split("|"))
    years = (first.replace("–", "|"), second.replace("–", "|"))
    read = read_department_names(sheet(f"曾用名|现名称|起始年度|截止年度\n甲局|乙局|{years[0]}\n甲 局|丙局|{years[1]}"))
    assert [bad.place for bad in read.bad] == (["Sheet1!A3"] if clashes == "yes" else [])


@pytest.mark.parametrize("text", ["通知\n请各单位报送", "部门|电话\n教育局|1", "项目名称|主管部门\n甲|乙局"])
def test_another_document_is_refused(text: str) -> None:
    with pytest.raises(NoDepartmentNames) as refused:
        read_department_names(sheet(text))
    assert isinstance(refused.value, Fault)
    assert "曾用名" in str(refused.value)

"""Task lists: which filings they ask for, and which rows are refused by name."""

from pathlib import Path

import pytest

from data.readers import read_document
from data.registry import ExpectedFiling, read_expected_filings
from data.registry.faults import NoTaskList
from tests.data.registry.lists import sheet

SAMPLE = Path(__file__).parents[3] / "data" / "samples" / "yanchi-2022.txt"

LIST = """
云溪县2024年度项目支出绩效自评任务清单
单位:万元 | | 2025年1月印发
序号 | 主管部门 | 项目名称 | 实施单位 | 预算数
1 | 教育局 | 校舍维修 | 第一小学 | 20
2 | | 校舍维修 | 第二小学 | 30
3 | | 教师培训 | | 5
4 | 水务局 | 河道清淤 | — | 8
小计 | | | | 63
序号 | 主管部门 | 项目名称 | 实施单位 | 预算数
5 | 财政局 | 绩效评价 | | 9
填表人:张三 | 电话:123
"""


def test_merged_departments_speak_for_their_rows_and_the_title_for_the_year() -> None:
    read = read_expected_filings(sheet(LIST, {"B4": 3}))
    assert read.bad == ()
    assert read.filings == (
        ExpectedFiling(2024, "教育局", "第一小学", "校舍维修"),
        ExpectedFiling(2024, "教育局", "第二小学", "校舍维修"),
        ExpectedFiling(2024, "教育局", None, "教师培训"),
        ExpectedFiling(2024, "水务局", None, "河道清淤"),
        ExpectedFiling(2024, "财政局", None, "绩效评价"),
    )


def test_a_blank_department_is_not_guessed() -> None:
    read = read_expected_filings(sheet(LIST))
    assert [bad.place for bad in read.bad] == ["Sheet1!C5", "Sheet1!C6"]
    assert read.filings == ()


def test_a_text_file_knows_no_merged_cells() -> None:
    text = "年度,主管部门,项目名称,实施单位\n2023,教育局,甲,第一小学\n,,乙,\n2024,水务局,丙,水管站\n,,丁,\n"
    read = read_expected_filings(read_document("清单.csv", text.encode("gb18030")))
    assert read.filings == (
        ExpectedFiling(2023, "教育局", "第一小学", "甲"),
        ExpectedFiling(2023, "教育局", None, "乙"),
        ExpectedFiling(2024, "水务局", "水管站", "丙"),
        ExpectedFiling(2024, "水务局", None, "丁"),
    )


# Header, row, and what is asked for: department, unit, project.
COLUMNS = """
主管部门 | 单位名称 | 项目名称 = 教育局 | 一小 | 维修 = 教育局 | 一小 | 维修
单位名称 | 实施单位 | 项目 = 教育局 | 一小 | 维修 = 教育局 | 一小 | 维修
预算单位 | 科室 | 项目名称 = 教育局 | 一科 | 维修 = 教育局 | | 维修
项目支出名称 | 部门(单位)名称 | 金额 = 维修 | 教育局 | 5 = 教育局 | | 维修
"""


@pytest.mark.parametrize("line", COLUMNS.strip().splitlines())
def test_columns_are_known_by_their_words(line: str) -> None:
    header, row, expected = (part.strip() for part in line.split("="))
    department, unit, project = (part.strip() or None for part in expected.split("|"))
    read = read_expected_filings(sheet(f"2023年度清单\n{header}\n{row}"))
    assert read.filings == (ExpectedFiling(2023, str(department), unit, str(project)),)


def test_the_column_of_years_comes_before_the_title() -> None:
    read = read_expected_filings(sheet("2024年度清单\n年度|部门|项目名称\n2023年|教育局|维修\n|教育局|培训"))
    assert [one.year for one in read.filings] == [2023, 2024]


def test_a_row_that_says_it_again_counts_once() -> None:
    read = read_expected_filings(sheet("年度|部门|项目名称\n2023|教育局|校舍维修\n2023|教育局|校舍 维修"))
    assert (len(read.filings), read.repeated) == (1, 1)


# A row below 年度 | 部门 | 项目名称, its place, and why it is refused.
BAD = """
2023 |        | 维修 = A3: 没有写部门；与上一行相同的请合并单元格或填写
2023 | 教育局 |      = A3: 没有写项目名称
     | 教育局 | 维修 = B3: 没有写年度，标题中也没有唯一的年度
明年 | 教育局 | 维修 = A3: “明年”不是年度，应写成 2022 这样的年份
"""


@pytest.mark.parametrize("line", BAD.strip("\n").splitlines())
def test_a_bad_row_is_named_and_nothing_is_kept(line: str) -> None:
    row, said = line.split("=")
    read = read_expected_filings(sheet(f"2023年度和2024年度任务\n年度|部门|项目名称\n{row}\n2023|水务局|清淤"))
    assert [f"{bad.place.removeprefix('Sheet1!')}: {bad.sentence('zh')}" for bad in read.bad] == [said.strip()]
    assert read.filings == ()


def test_a_self_evaluation_form_is_no_task_list() -> None:
    with pytest.raises(NoTaskList):
        read_expected_filings(read_document("自评表.txt", SAMPLE.read_bytes()))


@pytest.mark.parametrize("text", ["曾用名|现名称\n甲局|乙局", "项目名称|金额\n维修|5"])
def test_another_document_is_refused(text: str) -> None:
    with pytest.raises(NoTaskList, match="主管部门"):
        read_expected_filings(sheet(text))

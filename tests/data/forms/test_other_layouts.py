"""What other counties do with the table: each way with the reading that a finance officer expects of it."""

from decimal import Decimal
from pathlib import Path

import pytest

from data.documents import Cell, Document, Table
from data.forms import read_forms
from data.forms.title import organ_of
from data.forms.totals import is_subtotal, ticked_grade, total_pair
from data.readers import read_document
from data.records import Evaluation
from data.repairs import in_year

DOCUMENTS = Path(__file__).parents[2] / "documents"


def forms_of(name: str) -> tuple[Evaluation, ...]:
    path = DOCUMENTS / f"{name}.xlsx"
    return read_forms(read_document(path.name, path.read_bytes()))


def codes(form: Evaluation) -> set[str]:
    return {issue.code for issue in form.issues}


def drawn(text: str, name: str = "表.xlsx") -> Evaluation:
    rows = [line.split("|") for line in text.strip().splitlines()]
    cells = tuple(
        Cell(r, c, part.strip(), f"{'ABCDEFGHIJ'[c]}{r + 1}")
        for r, row in enumerate(rows)
        for c, part in enumerate(row)
        if part.strip()
    )
    return read_forms(Document(name, "", "xlsx", (Table("一", cells),)))[0]


FORM = """
项目支出绩效自评表(2022年度)
项目名称 | 办公费
主管部门 | 某局
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 全年实际值 | 分值 | 得分
产出指标 | 数量指标 | 办文 | 12 | 12 | 60 | 60
效益指标 | 社会效益指标 | 服务 | 提升 | 提升 | 40 | 30
"""


def test_several_labels_in_one_cell_and_reasons_drawn_around_lines() -> None:
    (form,) = forms_of("labels-in-one-cell")
    assert (form.project, form.department, form.unit) == ("中小河流治理工程", "石城县水务局", "石城县河湖管理中心")
    assert {line.level1_points for line in form.indicators} == {50}
    assert [line.reason for line in form.indicators] == ["汛期停工,两项均顺延"] * 2 + [None] * 3
    assert [line.target for line in form.indicators[:2]] == ["≥30公里", "=51台(套)"]
    # A formula that failed is no value, and is said.
    assert form.indicators[2].actual is None
    assert ("unreadable_figure", "F12") in {(issue.code, issue.place) for issue in form.issues}


def test_points_drawn_around_two_lines_settle_neither() -> None:
    text = "表|一级指标|二级指标|三级指标|年度指标值|全年实际值|分值|得分\n"
    cells = [
        *(Cell(0, c, part, f"{'ABCDEFGH'[c]}1") for c, part in enumerate(text.strip().split("|")) if c),
        *(Cell(1, c, part, f"{'ABCDEFGH'[c]}2") for c, part in enumerate(("产出", "数量指标", "甲", "≥4次", "3次"), 1)),
        Cell(1, 6, "20", "G2", row_span=2),
        Cell(1, 7, "20", "H2", row_span=2),
        *(Cell(2, c, part, f"{'ABCDEFGH'[c]}3") for c, part in enumerate(("乙", "≥2次", "2次"), 3)),
    ]
    (form,) = read_forms(Document("表.xlsx", "", "xlsx", (Table("一", tuple(cells)),)))
    assert [(line.name, line.points, line.actual_value.kind) for line in form.indicators] == [
        ("甲", 20, "doubtful"),
        ("乙", None, "number"),
    ]
    assert ("points_shared", "G2") in {(issue.code, issue.place) for issue in form.issues}


def test_lines_behind_the_total_and_funding_below_them() -> None:
    (form,) = forms_of("total-in-the-middle")
    assert (form.department, form.unit) == ("安岳县交通运输局", "安岳县公路养护中心")
    names = [line.name for line in form.indicators]
    assert names == ["日常养护里程", "优良率", "事故起数", "沿线群众满意度"]
    assert ("name_continued", "D7") in {(issue.code, issue.place) for issue in form.issues}
    assert [line.target for line in form.indicators][2] == "≤4起"
    assert (form.total_points, form.filed_total) == (100, Decimal("99.56"))
    assert [(row.source_of_funds, row.executed_wan) for row in form.funding] == [
        ("total", Decimal("118.8")),
        ("appropriation", Decimal("118.8")),
    ]


@pytest.mark.parametrize(
    ("head", "department", "unit"),
    [
        ("主管部门|甲局\n实施单位|乙站\n填报单位|丙科", "甲局", "乙站"),
        ("主管部门|甲局\n填报单位:乙站  填报日期:2023年3月1日", "甲局", "乙站"),
        ("预算单位|甲局\n项目实施单位|乙站", "甲局", "乙站"),
        ("主管部门|甲局\n预算单位|乙站", "甲局", "乙站"),
        ("项目单位:乙站  联系电话:123\n主管部门:甲局", "甲局", "乙站"),
    ],
)
def test_who_holds_the_money_and_who_carries_it_out(head: str, department: str, unit: str) -> None:
    form = drawn(FORM.replace("主管部门 | 某局", head))
    assert (form.department, form.unit) == (department, unit)


def test_forms_side_by_side_are_read_apart() -> None:
    left, right = forms_of("side-by-side")
    assert (left.project, left.year, len(left.indicators)) == ("农村公路安全防护工程", 2023, 7)
    assert (right.project, right.year, len(right.indicators)) == ("中小学校舍维修", 2022, 5)
    assert (left.place, right.place) == ("Sheet1!A1:H20", "Sheet1!J1:Q18")
    assert not left.issues
    assert not right.issues


def test_an_explanation_beside_the_form_is_said_and_no_more() -> None:
    (form,) = forms_of("explanation-beside")
    assert len(form.indicators) == 5
    assert codes(form) == {"outside_form"}
    assert all(issue.place[0] in "JK" for issue in form.issues)


def test_a_whole_department_is_no_project() -> None:
    (form,) = forms_of("whole-department")
    assert (form.layout, form.project, form.department, form.year) == ("D", None, "云岭县民政局", 2024)
    assert [(row.source_of_funds, row.executed_wan) for row in form.funding] == [("total", Decimal("1610.75"))]
    assert codes(form) == {"whole_department", "funding_row_unknown"}


def test_points_as_shares_become_points_and_are_said() -> None:
    (form,) = forms_of("points-as-shares")
    assert [line.points for line in form.indicators] == [20, 20, 20, 20, 10]
    assert form.total_points == 100
    assert codes(form) == {"points_as_shares"}


def test_points_that_are_points_stay() -> None:
    form = drawn(FORM.replace("60 | 60", "0.5 | 0.5").replace("40 | 30", "0.5 | 0.4"))
    assert ([line.points for line in form.indicators], form.issues) == ([Decimal("0.5")] * 2, ())


def test_reasons_at_the_foot_explain_the_lines_that_fell_short() -> None:
    (form,) = forms_of("reasons-at-foot")
    short = [line.name for line in form.indicators if line.reason]
    assert short == ["防治及时率"]
    assert form.remarks == "偏差大或目标未完成原因分析:农资到货晚,防治时间推迟。\n改进措施及结果应用方案:明年提前招标。"
    assert not form.issues


def test_a_reason_of_its_own_goes_before_the_one_at_the_foot() -> None:
    header = FORM.replace("得分\n", "得分 | 原因\n").replace("40 | 30", "40 | 30 | 人手不足")
    form = drawn(header + "偏差原因分析 | 全年疫情")
    assert [line.reason for line in form.indicators] == [None, "人手不足"]
    assert form.remarks == "偏差原因分析:全年疫情"


def test_figures_between_labels_are_the_funding() -> None:
    (form,) = forms_of("funding-pairs")
    (row,) = form.funding
    assert (row.adjusted_budget_wan, row.executed_wan, row.filed_rate, row.filed_score) == (88, 88, 1, 10)


@pytest.mark.parametrize(
    "money",
    [
        """
        预算执行情况(万元) | 预算数: | 88 | 执行数: | 80
         | 其中:财政拨款 | 70 | 其中:财政拨款 | 65
         | 其他资金 | 18 | 其他资金 | 15
        """,
        """
        资金 | 全年预算数 | 88 | 其中:财政资金 | 70 | 其他资金 | 18
         | 全年执行数 | 80 | 其中:财政资金 | 65 | 其他资金 | 15
        执行率 | 90.9% | 执行率分值 | 10 | 执行率得分 | 9.1
        """,
    ],
    ids=["sources below", "sources beside"],
)
def test_sources_between_the_figures_of_the_total(money: str) -> None:
    form = drawn(FORM.replace("一级指标 |", f"{money.strip()}\n一级指标 |", 1))
    assert [(row.source_of_funds, row.adjusted_budget_wan, row.executed_wan) for row in form.funding] == [
        ("total", 88, 80),
        ("appropriation", 70, 65),
        ("other", 18, 15),
    ]
    assert not form.issues
    if "分值" in money:
        assert (form.funding[0].points, form.funding[0].filed_score) == (10, Decimal("9.1"))


def test_a_form_without_scores_is_a_form() -> None:
    (form,) = forms_of("no-scores")
    assert form.layout == "I"
    assert all(line.filed_score is None and line.actual for line in form.indicators)


@pytest.mark.parametrize(
    ("text", "label", "figure", "grade"),
    [
        ("总分:97.5", "总分", "97.5", None),
        ("自评总分:94.79分(优)", "自评总分", "94.79", "优"),
        ("总分(100分):88", "总分", "88", None),
        ("合计 100", "合计", "100", None),
    ],
)
def test_a_total_in_one_cell(text: str, label: str, figure: str, grade: str | None) -> None:
    pair = total_pair(text)
    assert pair is not None
    assert (pair["label"], pair["figure"], pair["grade"]) == (label, figure, grade)


@pytest.mark.parametrize("text", ["总分", "总分由财政局核定", "完成工程3处", "得分:5"])
def test_no_total_in_one_cell(text: str) -> None:
    assert total_pair(text) is None


def test_subtotals_are_no_lines() -> None:
    assert [is_subtotal(label) for label in ("小计", "产出指标小计", "效益指标合计", "合计", "数量指标", "总分")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "organ"),
    [
        ("白河县农业农村局2021年度项目支出绩效自评表", "白河县农业农村局"),
        ("2021年度白河县委办公室项目支出绩效自评表", "白河县委办公室"),
        ("盐池县本级部门项目支出绩效自评表", None),
        ("中央对地方专项转移支付区域绩效目标自评表", None),
        ("部门整体支出绩效自评表", None),
    ],
)
def test_the_department_in_the_title(title: str, organ: str | None) -> None:
    assert organ_of(title) == organ


def test_year_and_department_taken_from_elsewhere_are_said() -> None:
    form = drawn(
        FORM.replace("项目支出绩效自评表(2022年度)", "白河县水务局项目支出绩效自评表").replace("主管部门 | 某局\n", ""),
        "2022年度自评表.xlsx",
    )
    assert (form.year, form.department) == (2022, "白河县水务局")
    assert codes(form) == {"year_from_name", "department_from_title"}


def test_a_level_1_in_a_row_of_its_own_declares_its_points() -> None:
    form = drawn("""
    项目支出绩效自评表(2022年度)
    项目名称 | 办公费
    二级指标 | 三级指标 | 年度指标值 | 全年实际值 | 分值 | 得分
    产出指标(60分)
    数量指标 | 办文 | 12 | 12 | 60 | 60
    满意度指标(40分)
    服务对象满意度指标 | 群众满意度 | ≥90% | 95% | 40 | 40
    """)
    assert [(line.level1, line.level1_points) for line in form.indicators] == [("产出指标", 60), ("满意度指标", 40)]


def test_a_title_printed_again_on_a_new_page_starts_no_form() -> None:
    above, below = FORM.strip().rsplit("\n", 1)
    header = above.split("\n")[3]
    form = drawn(f"{above}\n项目支出绩效自评表(续)\n{header}\n{below}\n总分 |  |  |  |  | 100 | 90")
    assert (len(form.indicators), form.filed_total, form.issues) == (2, 90, ())


def test_of_two_years_the_later_one_counts() -> None:
    header = FORM.replace("年度指标值 | 全年实际值", "2021年实际值 | 2022年目标值 | 2022年完成值")
    form = drawn(header.replace("12 | 12", "9 | 12 | 13").replace("提升 | 提升", "有 | 提升 | 提升"))
    assert [(line.target, line.actual) for line in form.indicators] == [("12", "13"), ("提升", "提升")]
    assert codes(form) == {"not_recorded"}


def test_the_better_header_is_taken_where_two_say_the_same() -> None:
    (form,) = forms_of("weight-and-points")
    assert [line.points for line in form.indicators] == [15, 10, 15, 10, 20, 10, 10]
    assert codes(form) == {"not_recorded", "unread_cell"}


MONEY = """
项目支出绩效自评表(2022年度)
项目名称 | 修路
资金 | 全年预算数 | 全年执行数 | 执行率
年度资金总额 | {budget} | {spent} | 100%
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 全年实际值 | 分值 | 得分
产出指标 | 数量指标 | 修路 | 12 | 12 | 60 | 60
"""


@pytest.mark.parametrize(
    ("budget", "spent", "said"),
    [
        ("2860000", "2860000", {"B4", "C4"}),
        ("49999", "50000", {"C4"}),
        ("286", "286", set()),
        ("6亿元", "6亿元", set()),
    ],
)
def test_an_amount_too_large_for_a_form_without_a_unit_is_said(budget: str, spent: str, said: set[str]) -> None:
    form = drawn(MONEY.format(budget=budget, spent=spent))
    assert {issue.place for issue in form.issues if issue.code == "money_unit_missing"} == said
    named = drawn(MONEY.format(budget=budget, spent=spent).replace("资金 |", "资金(万元) |"))
    assert "money_unit_missing" not in codes(named)


def test_funding_turned_round_is_read_by_its_labels() -> None:
    (form,) = forms_of("funding-turned")
    total, *parts = form.funding
    assert (total.source_of_funds, total.adjusted_budget_wan, total.executed_wan) == ("total", 50, 42)
    assert (total.points, total.filed_score) == (10, Decimal("8.4"))
    assert [(part.source_of_funds, part.executed_wan) for part in parts] == [
        ("appropriation", 37),
        ("carry_over", 5),
        ("other", 0),
    ]


def test_funding_below_the_lines_and_above_the_total() -> None:
    (form,) = forms_of("funding-below-lines")
    assert len(form.indicators) == 7
    assert (form.total_points, form.filed_total) == (100, Decimal("98.91"))
    assert [row.source_of_funds for row in form.funding] == ["total", "appropriation", "other"]


def test_levels_may_be_headings_between_the_lines() -> None:
    (form,) = forms_of("levels-as-headings")
    filed = [(line.level1, line.level2, line.level1_points) for line in form.indicators]
    assert filed[3:6] == [
        ("产出指标", "时效指标", 50),
        ("产出指标", "成本指标", 50),
        ("效益指标", "社会效益指标", 30),
    ]
    assert all(line.name and "指标" not in line.name for line in form.indicators)


def test_a_header_of_two_rows_divides_targets_and_scores() -> None:
    (split,), (reviewed,) = forms_of("target-split-below"), forms_of("scores-by-three")
    assert [line.target for line in split.indicators[:2]] == ["大于等于3.5万亩", "大于等于8000亩"]
    assert [line.actual for line in split.indicators[:2]] == ["3.52", "8120"]
    # Of three scores the department's own is the filed one.
    assert [line.filed_score for line in reviewed.indicators] == [
        10,
        Decimal("9.27"),
        10,
        Decimal("9.76"),
        10,
        15,
        15,
        10,
    ]
    assert reviewed.filed_total == Decimal("97.86")


def test_points_that_only_a_label_names() -> None:
    (form,) = forms_of("family-f")
    assert form.funding[0].points == 20


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("自评总分:96分    自评结论:优☑  良□  中□  差□", "优"),
        ("自评总分:86分    自评结论:□优 ☑良 □中 □差", "良"),
        ("自评总分:86分    自评结论:■合格 □较差", "合格"),
        ("自评总分:86分    自评结论:优□ 良□ 中□ 差□", None),
        ("自评总分:86分    自评结论:☑优 ☑良", None),
        ("自评总分:86分", None),
    ],
)
def test_the_grade_whose_box_is_ticked(text: str, grade: str | None) -> None:
    assert ticked_grade(text) == grade
    assert total_pair(text) is not None


def test_notes_and_pages_between_the_lines_end_nothing() -> None:
    (form,) = forms_of("notes-between-lines")
    assert [line.name for line in form.indicators][-2:] == ["住户满意度", "社区满意度"]
    assert (len(form.indicators), form.filed_total) == (8, Decimal("98.42"))
    assert form.notes is not None
    assert form.notes.startswith("说明")
    assert not any("问卷" in (line.name or "") + (line.reason or "") for line in form.indicators)


def test_the_sums_of_a_heading_are_no_line() -> None:
    (form,) = forms_of("headings-with-sums")
    assert len(form.indicators) == 7
    assert sum(line.points or 0 for line in form.indicators) == 90
    assert {issue.detail for issue in form.issues if issue.code == "not_recorded"} >= {"50", "47.5", "30", "10"}
    # This form says its total above everything else.
    assert (form.total_points, form.filed_total) == (100, Decimal("96.9"))


def test_figures_of_other_years_are_not_the_funding() -> None:
    (form,) = forms_of("years-above-funding")
    assert [(row.source_of_funds, row.adjusted_budget_wan, row.executed_wan) for row in form.funding] == [
        ("total", 320, Decimal("310.4")),
        ("carry_over", 10, 10),
    ]


def test_a_target_drawn_around_two_lines_is_the_target_of_both() -> None:
    (form,) = forms_of("target-around-lines")
    assert [line.target for line in form.indicators[2:4]] == ["≥98%"] * 2
    assert [line.target for line in form.indicators[-2:]] == ["≥90%"] * 2
    assert [line.points for line in form.indicators] == [10, 10, 10, 10, 10, 30, 5, 5]


def test_of_two_years_of_funding_the_later_one_counts() -> None:
    years = "资金 | 2021年执行数 | 2022年预算数 | 2022年执行数"
    form = drawn(
        MONEY.format(budget=80, spent=72)
        .replace("资金 | 全年预算数 | 全年执行数 | 执行率", years)
        .replace("80 | 72 | 100%", "55 | 80 | 72")
    )
    assert [(row.adjusted_budget_wan, row.executed_wan) for row in form.funding] == [(80, 72)]


@pytest.mark.parametrize(
    ("direction", "target", "operator"),
    [
        ("反向", "5", "<="),
        ("逆向指标", "5", "<="),
        ("正向", "5", "="),
        # A sign of its own goes before the column.
        ("反向", "≥5", ">="),
    ],
)
def test_a_column_that_says_less_is_better(direction: str, target: str, operator: str) -> None:
    form = drawn(f"""
    项目支出绩效自评表(2022年度)
    项目名称 | 办公费
    一级指标 | 二级指标 | 三级指标 | 指标方向 | 年度指标值 | 全年实际值 | 分值 | 得分
    产出指标 | 时效指标 | 延误天数 | {direction} | {target} | 3 | 60 | 60
    效益指标 | 社会效益指标 | 服务 | 定性 | 提升 | 提升 | 40 | 30
    """)
    (value, _) = (form.indicators[0].target_value, form.indicators[0].actual_value)
    assert (form.indicators[0].target, value.operator) == (target, operator)
    # What the column said is still known when the form is given another year.
    assert in_year(form, 2021).indicators[0].target_value.operator == operator

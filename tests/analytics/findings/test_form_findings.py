"""Findings of a whole form and of several forms, each with a hit and a near miss."""

from dataclasses import replace

import pytest

from analytics.session import open_session_on
from data.records import Evaluation
from tests.analytics.made import CLEAN, form, line, money

PARTS = (
    money(),
    money("appropriation", "15", "15", "15", None, None, None),
    money("other", "5", "5", "5", None, None, None),
)
SHORT = (line("20条", "19条", "9.8", "9.8", name="统计线路"), line("≥5次", "6次", "90", "90", name="开展检查"))
LONG = "督查、信息调研、综合协调工作完成,高质、安全、及时处理收文发文"
LINES = "统计政务内网线路"
PARENT = (
    line("≥100人", "120人", 20, 20, name="培训人数"),
    line("≥60人", "70人", 12, 12, name="其中:干部"),
    line("≥40人", "50人", 8, 8, name="其中:群众"),
    line("≥5次", "6次", 60, 60, name="开展检查"),
)
GOAL = "保证75条政务内网正常开通和运行"


def with_lines(*more: object, **changed: object) -> Evaluation:
    return form(*more, **changed)  # type: ignore[arg-type]


def net(**changed: object) -> Evaluation:
    return with_lines(line("76条", "76条", 50, 50, name=LINES), line("≥5次", "6次", 50, 50, name="开展检查"), **changed)


def copied(name: str, **changed: object) -> Evaluation:
    return with_lines(line(name=name, points=50, score=50), line("≥5次", "6次", 50, 50, name="开展检查"), **changed)


def points(*given: int, level1_points: str = "100") -> Evaluation:
    return form(
        *(
            line("≥5次", "6次", each, each, name=f"检查事项{n}", level1_points=level1_points)
            for n, each in enumerate(given)
        )
    )


def rate(filed: str, executed: str, step: str = "0.01", adjusted: str = "20", score: str | None = None) -> Evaluation:
    return form(funding=(money(adjusted=adjusted, executed=executed, rate=filed, rate_step=step, score=score),))


EXPLAINED = line("≥10次", "11次", 20, 20, "数量指标", "开展培训", reason="资金年底才到位", level1_points="40")
SPENT_BY_80 = rate("0.8045", "3824.26", "0.0001", "4753.66", "8.04")
OVERRATED = rate("0.8045", "3824.26", "0.0001", "4753.66", "10")
UNEQUAL = (*PARTS[:2], money("other", "5", "5", "4", None, None, None))
BLANK_ROW = money(initial=None, adjusted=None, executed=None, rate=None, score=None)
ZERO_ROW = money(initial="0", adjusted="0", executed="0", rate=None, score=None)
TRIMMED = line("50条", "49条", "9.8", "9.8", name="统计线路")
WHOLE = line("≥5次", "6次", "90.2", "90.2", name="开展检查")
CHANGED = line("≥10次", "11次", 20, 20, "数量指标", "开展培训", reason="年中追加预算", level1_points="40")

HITS_AND_MISSES = [
    ("total_not_sum", form(total="99"), form(total="100")),
    ("total_not_sum", form(total="98", grade="优"), form(total="99.96")),
    ("total_not_sum", form(total="105"), form(total="110")),
    ("grade_mismatch", form(grade="良"), form(grade="优")),
    ("grade_mismatch", form(grade="中"), form(grade="优秀")),
    # 3824.26 of 4753.66 is 80.45 %, however it is printed
    ("rate_wrong", rate("1", "3824.26", adjusted="4753.66"), rate("0.80", "3824.26", adjusted="4753.66")),
    (
        "rate_wrong",
        rate("0.81", "3824.26", adjusted="4753.66"),
        rate("0.8045", "3824.26", "0.0001", adjusted="4753.66"),
    ),
    ("rate_wrong", rate("0.7", "15.3"), rate("0.77", "15.3")),
    ("execution_score_wrong", OVERRATED, SPENT_BY_80),
    ("execution_score_wrong", rate("0.77", "15.46", score="7.8"), rate("0.77", "15.46", score="7.7")),
    ("funding_parts_not_total", form(funding=UNEQUAL), form(funding=PARTS)),
    ("total_row_empty", form(funding=(BLANK_ROW, *PARTS[1:])), form(funding=PARTS)),
    ("total_row_empty", form(funding=(ZERO_ROW, *PARTS[1:])), form(funding=PARTS[1:])),
    ("executed_over_budget", rate("1.05", "21"), rate("1", "20")),
    ("budget_zero", form(funding=(money(adjusted="0", executed="5"),)), form(funding=(BLANK_ROW,))),
    ("low_execution_unexplained", rate("0.89", "17.9"), rate("0.9", "18")),
    ("low_execution_unexplained", rate("0.5", "10"), replace(rate("0.5", "10"), indicators=(EXPLAINED,))),
    (
        "low_execution_unexplained",
        replace(rate("0.5", "10"), remarks="偏差原因分析:农资到货晚"),
        replace(rate("0.5", "10"), remarks="偏差原因分析:上级资金到位晚"),
    ),
    ("budget_changed_unexplained", form(funding=(money(initial="18"),)), form(funding=(money(initial="19.5"),))),
    (
        "budget_changed_unexplained",
        form(funding=(money(initial="10"),)),
        form(CHANGED, *CLEAN[1:], funding=(money(initial="10"),)),
    ),
    ("results_outrun_money", rate("0.94", "18.8"), rate("0.95", "19")),
    ("level1_points_mismatch", points(60, 40, level1_points="90"), points(60, 40)),
    ("points_not_100", points(60, 39), points(60, 40)),
    ("points_not_100", points(60, 20), points(50, 40)),
    # 9.8 of 9.8 where 19 of 20 gives 9.5 of 10 is not it; 19.6 of 20 is
    ("points_equal_shortfall_score", form(TRIMMED, SHORT[1]), form(*SHORT)),
    ("points_equal_shortfall_score", form(TRIMMED, SHORT[1]), form(TRIMMED, WHOLE)),
    ("parts_scored_twice", form(*PARENT), form(*PARENT[:2], PARENT[3])),
    ("indicator_repeated", form(CLEAN[0], *CLEAN), form(*CLEAN)),
    ("goal_contradicts_indicators", net(goal=GOAL), net(goal=GOAL.replace("75", "76"))),
    ("goal_contradicts_indicators", net(goal_reached="全县74条政务内网正常开通"), net(goal="建成75条乡村道路")),
    ("goal_contradicts_indicators", net(goal=GOAL), net(goal="76条政务内网开通,其中新增5条政务内网线路")),
]


@pytest.fixture(scope="module")
def found() -> dict[int, list[str]]:
    """The rules that each form breaks: hits have odd numbers, near misses even ones."""
    pairs = [one for _, hit, miss in HITS_AND_MISSES for one in (hit, miss)]
    apart = [replace(one, project=f"项目{n}", unit=f"单位{n}") for n, one in enumerate(pairs)]
    return dict(
        open_session_on(apart).execute("select evaluation, list(rule) from finding group by evaluation").fetchall()
    )


@pytest.mark.parametrize("place", range(len(HITS_AND_MISSES)), ids=lambda place: HITS_AND_MISSES[place][0])
def test_findings_of_a_form(found: dict[int, list[str]], place: int) -> None:
    rule = HITS_AND_MISSES[place][0]
    assert rule in found[2 * place + 1]
    assert rule not in found.get(2 * place + 2, [])


def accused(rule: str, *forms: Evaluation) -> list[int]:
    """The places of the forms (from 1) that break the rule."""
    found = open_session_on(forms).execute("select evaluation from finding where rule = ? order by evaluation", [rule])
    return [evaluation for (evaluation,) in found.fetchall()]


def test_text_copied_accuses_the_later_form_only() -> None:
    first, second = copied(LONG, project="业务运行费"), copied(LONG, project="线路租用费")
    assert accused("text_copied", first, second) == [2]


def test_text_copied_leaves_the_same_project_and_short_names_alone() -> None:
    next_year = copied(LONG, project="业务运行费", year=2023)
    assert accused("text_copied", copied(LONG, project="业务运行费"), next_year) == []
    assert accused("text_copied", copied("群众满意度", project="甲"), copied("群众满意度", project="乙")) == []


def test_text_copied_leaves_common_wording_alone() -> None:
    forms = [copied(LONG, project=f"第{n}个项目") for n in range(7)]
    assert accused("text_copied", *forms) == []


def test_project_filed_twice_by_the_same_unit() -> None:
    assert accused("project_filed_twice", form(), form()) == [2]
    assert accused("project_filed_twice", form(), form(year=2023)) == []


def test_project_filed_twice_needs_a_long_name_and_the_same_money_across_units() -> None:
    name = "2022年农村饮水安全巩固提升工程"
    assert accused(
        "project_filed_twice", form(project=name), form(project=name, unit="水利站", department="水务局")
    ) == [2]
    other = form(project=name, unit="水利站", department="水务局", funding=(money(adjusted="30", executed="30"),))
    assert accused("project_filed_twice", form(project=name), other) == []
    assert accused("project_filed_twice", form(project="业务运行费"), form(project="业务运行费", unit="乙")) == []


def test_unit_all_full_marks_from_three_forms_on() -> None:
    full = [form(project=name) for name in ("甲项目", "乙项目", "丙项目")]
    assert accused("unit_all_full_marks", *full) == [1]
    assert accused("unit_all_full_marks", *full[:2]) == []
    lower = form(line("≥10次", "9次", 20, 18, "数量指标", "开展培训", reason="疫情"), *CLEAN[1:], project="丁项目")
    assert accused("unit_all_full_marks", *full, lower) == []

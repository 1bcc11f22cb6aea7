"""The page of rules: values as they are written, and sentences from tables made by hand."""

from decimal import Decimal

import pytest

from analytics.schemes.loader import ImpossibleScheme
from analytics.what_if import COMPARISONS, read_what_if
from pages.rules import controls, figures, tables, values, words
from pages.shared.table import Table

D = Decimal


@pytest.mark.parametrize(
    ("name", "typed", "written"),
    [
        ("agreed_from_rate", 85.0, "0.85"),
        ("far_exceeded_rate", 130.0, "1.3"),
        ("money_gap_rate", 0.5, "0.005"),
        ("excellent_from", 90.0, "90"),
        ("lag_weight_errors", 10, "10"),
        ("reverse_formula", "linear", "linear"),
        ("good_from", None, None),
    ],
)
def test_what_a_field_holds_is_written_as_the_scheme_writes_it(
    name: str, typed: float | str | None, written: str | None
) -> None:
    assert values.written(name, typed) == written


def test_a_number_on_which_the_schemes_differ_is_left_to_each() -> None:
    assert values.settled("partly_from_rate", None) is None
    assert values.settled("partly_from_rate", "strict") == "0.6"
    assert values.settled("agreed_from_rate", None) == "0.8"


def test_every_number_has_a_row_for_each_scheme_that_forms_follow() -> None:
    shown = tables.numbers(None)
    assert set(shown.column("parameter_value")) >= {"80%", "50%", "60%", "40 分", "按比例：A ÷ B", "是", "否"}
    assert len(shown) == 2 * len(tables.shown(None)[0].parameters)
    assert "执行率低于 50%：总分不超过 59 分" in tables.numbers("strict").column("parameter_value")


def test_every_parameter_that_is_computed_with_is_offered() -> None:
    offered = set(controls.OFFERED)
    every = {parameter.name for parameter in tables.shown(None)[0].parameters}
    assert every - offered == {
        "output_points",
        "benefit_points",
        "satisfaction_points",
        "execution_points",
        "execution_inside",
    }


def changed(name: str, *rows: tuple[object, ...]) -> Table:
    return Table(COMPARISONS[name].view, COMPARISONS[name].columns, rows)


FORMS = changed(
    "forms",
    ("甲", "局", D(100), 1, D(95), D(59), "excellent", "poor", D(-36)),
    ("乙", "局", D(100), 2, D(90), D(91), "excellent", "excellent", D(1)),
    ("丙", "局", D(100), 3, D(90), D(90), "excellent", "good", D(0)),
)
LEAGUE = changed(
    "departments",
    ("甲局", 3, 1, 4, D("0.9"), D("0.5"), True, False, 3),
    ("乙局", 3, 2, 2, D("0.8"), D("0.7"), True, True, 0),
)
LINES = changed(
    "lines", ("名", "项目", "局", "达标", "部分达标", D(10), D(9), 1, 1, *(D(8),) * 4, D(8), D(9), "", "", None)
)


def test_the_answer_counts_what_changes() -> None:
    assert words.answer(LINES, FORMS, LEAGUE) == (
        "按该口径，1 项指标的允许区间改变，其中 0 项的得分改变，合计 +0.00 分；2 份自评表的得分改变，2 份的等级改变；"
        "1 个部门的名次改变。"
    )
    assert words.forms(FORMS) == "1 份自评表的得分降低，1 份升高"
    assert words.ranks(LEAGUE) == "1 个部门的滞后名次变好，0 个变差"


def test_nothing_changed_is_said() -> None:
    nothing = [changed(name) for name in ("lines", "forms", "departments")]
    assert words.answer(*nothing) == "按该口径，没有任何得分、等级或名次改变。"
    assert not len(figures.forms(nothing[1]).data[0].x) and not len(figures.ranks(nothing[2]).data[0].x)


def test_drawings_hold_what_moves_alone() -> None:
    assert list(figures.forms(FORMS).data[1].x) == [95.0, 59.0, 90.0, 91.0]
    assert list(figures.ranks(LEAGUE).data[0].x) == [3.0]


def test_a_refusal_names_the_parameters_in_words() -> None:
    with pytest.raises(ImpossibleScheme) as refused:
        read_what_if("yanchi-2022,agreed_from_rate:0.3")
    said = controls.refusal(refused.value)
    assert said == "““部分达成”下限”不能这样设置：“部分达成”下限 0.5 > “达成”下限 0.3。没有对比。"

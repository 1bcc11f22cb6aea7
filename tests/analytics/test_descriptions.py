"""What the page of rules shows is read from the SQL files, and nothing is missing there."""

import re

from analytics.columns import codes
from analytics.descriptions import OPEN, formulas, views
from analytics.examples import examples
from analytics.ordering import ordered_views
from analytics.schemes.limits import FLAGS, NUMBERS, WORDS
from analytics.schemes.loader import schemes

RULES = {code for name, code in codes() if name == "rule"}


def test_every_view_says_what_a_row_is_in_both_languages() -> None:
    assert {view.name for view in views()} | {"finding"} == {name for name, _ in ordered_views()}
    assert all(re.search(r"[\u4e00-\u9fff]", view.zh) and view.en.startswith("One row") for view in views())


def test_every_rule_of_the_reading_has_a_name() -> None:
    assert {line.rule for line in examples("yanchi-2022")} <= RULES
    assert formulas().keys() <= RULES


def test_every_formula_has_an_example() -> None:
    assert formulas().keys() <= {line.rule for line in examples("mof-2020")}


def test_a_rule_without_a_formula_leaves_the_score_open() -> None:
    for scheme in schemes():
        for line in examples(scheme.scheme):
            if line.rule not in (*formulas(), "not_applicable", "no_points"):
                assert (line.rule, line.low_score, line.high_score) == (line.rule, 0, line.points)
    assert OPEN == "[0, p]"


def test_every_parameter_and_word_has_a_name() -> None:
    assert {("parameter", name) for name in (*NUMBERS, *FLAGS, *WORDS)} <= codes().keys()
    assert {("parameter_value", word) for words in WORDS.values() for word in words} <= codes().keys()

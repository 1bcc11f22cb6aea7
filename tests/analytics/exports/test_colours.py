"""Colour rules: every one of them names a column, a bound and a tone that exist; blanks take no colour."""

from dataclasses import fields, replace
from decimal import Decimal

import pytest

from analytics.columns import codes, column
from analytics.exports.colours import SIGNS, TONES, colour_rules
from analytics.exports.workbook import workbook
from analytics.schemes.bounds import Bounds, usual_bounds
from tests.analytics.exports.examples import TABLE, meta
from tests.analytics.exports.reopened import first_sheet

NAMED = {one.name for one in fields(Bounds)}


@pytest.mark.parametrize("rule", colour_rules(), ids=lambda rule: f"{rule.column}-{rule.test}-{rule.bound}")
def test_every_rule_can_be_applied(rule: object) -> None:
    assert column(rule.column) and rule.tone in TONES
    if rule.test == "is":
        assert (rule.column, rule.bound) in codes()
    else:
        assert rule.test in SIGNS and (rule.bound in NAMED or Decimal(rule.bound) is not None)


def test_the_bounds_of_the_scheme_stand_in_the_conditions() -> None:
    bounds = replace(usual_bounds(), lagging_rate=Decimal("0.77"))
    sheet = first_sheet(workbook(TABLE, replace(meta(), bounds=bounds)))
    told = {rule.formula[0] for ones in sheet.conditional_formatting for rule in ones.rules}
    assert "AND(ISNUMBER(F4),F4<0.77)" in told
    assert 'I4="优"' in told


def test_a_table_without_rows_has_no_rules() -> None:
    assert not list(first_sheet(workbook(replace(TABLE, rows=()), meta())).conditional_formatting)

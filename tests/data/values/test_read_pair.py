"""Target and actual beside each other: pairs.txt."""

from datetime import date
from decimal import Decimal

import pytest

from data.values import read_pair
from tests.data.values.table import rows, written


def bound(part: Decimal | None, family: str | None) -> str:
    return date.fromordinal(int(part)).isoformat() if part is not None and family == "date" else written(part)


@pytest.mark.parametrize("row", rows("pairs.txt", 9), ids=lambda row: " · ".join(row[:3]))
def test_every_pair_is_compared_as_the_table_says(row: tuple[str, ...]) -> None:
    target, actual, name, year, family, *bounds = row
    wanted, found = read_pair(target, actual, name, int(year) if year else None)
    comparable = wanted.family == found.family
    assert (wanted.family if comparable else None) == (family or None)
    assert [
        bound(wanted.base_low, wanted.family),
        bound(wanted.base_high, wanted.family),
        bound(found.base_low, found.family),
        bound(found.base_high, found.family),
    ] == bounds


def test_the_operator_of_the_name_counts_as_written() -> None:
    wanted, _ = read_pair("85", "90", "群众满意度(≥**%)")
    assert (wanted.operator, wanted.signed, wanted.low, wanted.high, wanted.unit) == (
        ">=",
        True,
        Decimal(85),
        None,
        "%",
    )


def test_the_targets_own_operator_is_stronger_than_that_of_the_name() -> None:
    wanted, _ = read_pair("≤5%", "4%", "差错率(≥**%)")
    assert (wanted.operator, wanted.high) == ("<=", Decimal(5))


def test_a_bare_actual_takes_the_unit_of_its_target() -> None:
    assert read_pair("≤90万元", "90")[1].unit == "万元"


def test_a_day_without_year_becomes_a_date_of_the_forms_year() -> None:
    wanted, found = read_pair("9月30日前", "9月15日", None, 2022)
    assert (wanted.high, wanted.unit) == (date(2022, 9, 30), None)
    assert (found.high, found.unit) == (date(2022, 9, 15), None)


def test_without_any_year_dates_keep_their_order_and_show_no_year() -> None:
    wanted, found = read_pair("9月30日前", "9月15日")
    assert wanted.family == found.family == "date"
    assert wanted.base_high is not None
    assert found.base_high is not None
    assert found.base_high < wanted.base_high
    assert (wanted.high, wanted.unit) == (Decimal(9), "月")


def test_a_leap_day_that_the_forms_year_does_not_have_is_compared_with_nothing() -> None:
    assert read_pair("2月29日前", "2月20日", None, 2022)[0].family is None
    assert read_pair("2月29日前", "2月20日", None, 2024)[0].family == "date"


def test_too_large_in_the_base_unit_is_doubtful() -> None:
    assert read_pair("999999999亿人", "1人")[0].kind == "doubtful"

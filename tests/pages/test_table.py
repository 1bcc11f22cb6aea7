"""Rows as fetched."""

from decimal import Decimal

from pages.shared.table import Table

TABLE = Table("v", ("name", "score"), (("甲", Decimal(2)), ("乙", None), ("丙", Decimal(3))))


def test_order_puts_blanks_last_both_ways() -> None:
    assert TABLE.by("score").column("name") == ("丙", "甲", "乙")
    assert TABLE.by("score", down=False).column("name") == ("甲", "丙", "乙")


def test_blanks_are_left_out_of_sums_and_are_not_zero() -> None:
    assert TABLE.total("score") == 5
    assert len(TABLE.known("score")) == 2
    assert TABLE.where("name", "乙".__eq__).value("score") is None


def test_narrowed_asks_nothing_for_none() -> None:
    assert TABLE.narrowed(name=None) == TABLE
    assert TABLE.narrowed(name="甲").rows == (("甲", Decimal(2)),)


def test_only_leaves_out_what_the_view_lacks() -> None:
    assert TABLE.only("score", "missing").columns == ("score",)


def test_an_empty_table_has_no_value() -> None:
    assert TABLE.head(0).value("score") is None

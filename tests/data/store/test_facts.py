"""Rows of the facts hold exactly what the records hold."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import duckdb
import pytest

from data.facts import Filed, content_digest, create_tables, insert_evaluations
from data.records import Evaluation, Value
from tests.data.store.forms import LINE, form


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    opened = duckdb.connect()
    opened.execute("attach ':memory:' as facts")
    opened.execute("use facts")
    create_tables(opened)
    return opened


def filed(one: Evaluation) -> Filed:
    return Filed(7, "abc", 1, None, content_digest(one), one)


def test_money_and_points_arrive_as_the_same_decimals(connection: duckdb.DuckDBPyConnection) -> None:
    insert_evaluations(connection, "facts", [filed(form())])
    row = connection.execute("select adjusted_budget_wan, executed_wan, filed_rate, filed_score_step from facts.funding").fetchone()
    assert row == (Decimal("28.272"), Decimal("21.855"), Decimal("0.77"), Decimal("0.1"))


def test_a_seventh_decimal_is_rounded_half_up(connection: duckdb.DuckDBPyConnection) -> None:
    line = replace(LINE, filed_score=Decimal("7.7304285"))
    insert_evaluations(connection, "facts", [filed(replace(form(), indicators=(line,)))])
    assert connection.execute("select filed_score from facts.indicator").fetchone() == (Decimal("7.730429"),)


def test_a_date_is_kept_as_printed(connection: duckdb.DuckDBPyConnection) -> None:
    deadline = Value("<=", None, date(2022, 12, 31), None, "date", False, 2022, "date", None, Decimal(738_155))
    insert_evaluations(connection, "facts", [filed(replace(form(), indicators=(replace(LINE, target_value=deadline),)))])
    row = connection.execute("select target_low, target_high, target_base_low, target_base_high from facts.indicator").fetchone()
    assert row == (None, "2022-12-31", None, Decimal(738_155))


def test_every_column_of_every_row_is_named(connection: duckdb.DuckDBPyConnection) -> None:
    insert_evaluations(connection, "facts", [filed(form(lines=3))])
    assert connection.execute("select count(*), min(n), max(n) from facts.indicator where cell = 'D12'").fetchone() == (3, 1, 3)


def test_content_ignores_the_place_and_notices_a_score() -> None:
    moved = replace(form(), place="Sheet2!A1", indicators=(replace(LINE, cell="Z9"),))
    assert content_digest(moved) == content_digest(form())
    assert content_digest(form(score="9.80")) == content_digest(form())
    assert content_digest(form(score="9.7")) != content_digest(form())

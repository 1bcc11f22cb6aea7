"""Rows of the facts hold exactly what the records hold."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import duckdb
import pytest

from data.contents import FigureTooLarge, content_digest, require_storable
from data.facts import Filed, create_tables, insert_evaluations
from data.records import Evaluation, Issue, Value
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
    row = connection.execute(
        "select adjusted_budget_wan, executed_wan, filed_rate, filed_score_step from facts.funding"
    ).fetchone()
    assert row == (Decimal("28.272"), Decimal("21.855"), Decimal("0.77"), Decimal("0.1"))


def test_a_seventh_decimal_is_rounded_half_up(connection: duckdb.DuckDBPyConnection) -> None:
    line = replace(LINE, filed_score=Decimal("7.7304285"))
    insert_evaluations(connection, "facts", [filed(replace(form(), indicators=(line,)))])
    assert connection.execute("select filed_score from facts.indicator").fetchone() == (Decimal("7.730429"),)


def test_a_date_is_kept_as_printed(connection: duckdb.DuckDBPyConnection) -> None:
    deadline = Value("<=", None, date(2022, 12, 31), None, "date", False, 2022, "date", None, Decimal(738_155))
    insert_evaluations(
        connection, "facts", [filed(replace(form(), indicators=(replace(LINE, target_value=deadline),)))]
    )
    row = connection.execute(
        "select target_low, target_high, target_base_low, target_base_high from facts.indicator"
    ).fetchone()
    assert row == (None, "2022-12-31", None, Decimal(738_155))


def test_every_column_of_every_row_is_named(connection: duckdb.DuckDBPyConnection) -> None:
    insert_evaluations(connection, "facts", [filed(form(lines=3))])
    assert connection.execute("select count(*), min(n), max(n) from facts.indicator where cell = 'D12'").fetchone() == (
        3,
        1,
        3,
    )


def test_content_ignores_the_place_and_notices_a_score() -> None:
    moved = replace(form(), place="Sheet2!A1", indicators=(replace(LINE, cell="Z9"),))
    assert content_digest(moved) == content_digest(form())
    assert content_digest(form(score="9.80")) == content_digest(form())
    assert content_digest(form(score="9.7")) != content_digest(form())


HOSTILE = ["'; drop table evaluation; --", '"\\u0041"', "第一行\n第二行\t制表", "null", "[1, 2]", "😀", "", "a\x00b"]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_arrives_as_it_was_written(connection: duckdb.DuckDBPyConnection, text: str) -> None:
    one = replace(form(), goal=text, issues=(Issue("unclaimed", "A1", text),))
    insert_evaluations(connection, "facts", [filed(one)])
    assert connection.execute("select goal from facts.evaluation").fetchone() == (text,)
    assert connection.execute("select document, evaluation, place, code, detail from facts.issue").fetchone() == (
        "abc", 7, "A1", "unclaimed", text,
    )  # fmt: skip


@pytest.mark.parametrize("figure", ["0", "-0.000001", "999999999998.999999", "1E+3", "0.1", "23"])
def test_a_figure_comes_back_exactly(connection: duckdb.DuckDBPyConnection, figure: str) -> None:
    insert_evaluations(connection, "facts", [filed(replace(form(), total_points=Decimal(figure)))])
    assert connection.execute("select total_points from facts.evaluation").fetchone() == (Decimal(figure),)


def test_blank_stays_blank(connection: duckdb.DuckDBPyConnection) -> None:
    blank = Value(None, None, None, None, "blank", False)
    line = replace(LINE, target=None, target_value=blank, points=None, filed_score=None)
    insert_evaluations(connection, "facts", [filed(replace(form(year=None), indicators=(line,), department=None))])
    columns = "target, target_low, target_base_low, target_year, points, filed_score"
    assert connection.execute(f"select {columns} from facts.indicator").fetchone() == (None,) * 6
    assert connection.execute("select year, department from facts.evaluation").fetchone() == (None, None)


@pytest.mark.parametrize("figure", ["1E+12", "-1E+12", "999999999999.9999999", "NaN", "Infinity", "1E+400"])
def test_a_figure_that_no_column_holds_is_refused_by_name(figure: str) -> None:
    with pytest.raises(FigureTooLarge, match=r"甲\.xlsx"):
        require_storable("甲.xlsx", [replace(form(), total_points=Decimal(figure))])


def test_each_thing_that_a_form_says_is_part_of_its_content() -> None:
    digests = {content_digest(one) for one in CHANGED}
    assert len(digests) == len(CHANGED)


CHANGED = [
    form(),
    replace(form(), unit="另一单位"),
    replace(form(), goal=None),
    replace(form(), goal=""),
    replace(form(), funding=()),
    replace(form(), notes="注"),
    form(lines=2),
    *(replace(form(), indicators=(replace(LINE, **{name: "改"}),)) for name in ("target", "actual", "reason")),
]

"""columns.csv describes every column that may be shown, and nothing in it is half filled in."""

import csv
import re

import duckdb
import pytest

from analytics.columns import CODES_FILE, COLUMNS_FILE, NUMERIC, codes, column, columns
from analytics.session import open_session_on
from data.texts import LANGUAGES, english

VIEWS = COLUMNS_FILE.parent / "views"
SHOWN = (
    "county_summary", "coverage", "decided_finding", "department_execution", "department_summary", "filing_count",
    "finding", "finding_count", "funding_source", "held_form", "lagging_department", "level2_summary",
    "missing_filing", "points_lost", "project_funding", "project_summary", "recomputed_indicator", "refused_file",
    "review_progress", "scheme_use", "unexpected_filing", "whole_department",
)  # fmt: skip
# What a page takes to write the working of a line as a sentence; no table shows it as a column.
OPERANDS = frozenset(
    {
        "target_operator", "target_unit", "actual_unit", "target_base", "target_base_high", "actual_base_low",
        "actual_base_high", "low_level", "high_level", "reverse_formula", "deduction_points", "has_total", "told",
    }
)  # fmt: skip
# Integers that are compared inside SQL; the decimal beside each is what is shown.
INNER = ("_cents", "_micro", "_step")


@pytest.fixture(scope="module")
def session() -> duckdb.DuckDBPyConnection:
    return open_session_on(())


def test_no_name_stands_twice() -> None:
    with COLUMNS_FILE.open(encoding="utf-8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    assert len(names) == len(set(names)) == len(columns())


@pytest.mark.parametrize("name", columns())
def test_every_column_has_label_definition_and_width_in_both_languages(name: str) -> None:
    one = column(name)
    for language in LANGUAGES:
        assert one.label(language).strip()
        assert one.definition(language).strip()
    assert one.label("en") == english()[one.chinese_label]
    assert 5 <= one.width <= 60


@pytest.mark.parametrize("name", columns())
def test_totals_are_sums_of_amounts_or_ratios_of_columns(name: str) -> None:
    one = column(name)
    above, slash, below = one.total.partition("/")
    if slash:
        assert column(above).total == column(below).total == "sum"
    elif one.total:
        assert one.total == "sum"
        assert one.kind in {"wan", "points", "score", "count"}, "only amounts are summed, never rates or ranks"


def test_a_rate_is_a_percentage_and_a_year_has_no_thousands_comma() -> None:
    assert column("execution_rate").excel_format == "0.00%"
    assert column("year").excel_format == "0"
    assert column("executed_wan").excel_format == "#,##0.00"
    assert (column("executed_wan").unit("zh"), column("executed_wan").unit("en")) == ("万元", "10,000 yuan")


def test_names_carry_their_unit() -> None:
    for one in columns().values():
        assert one.name.endswith("_wan") == (one.kind == "wan"), one.name
        assert not one.name.endswith("_rate") or one.kind == "rate", one.name


def test_words_of_codes() -> None:
    assert column("verdict").words("overstated", "zh") == "偏高"
    assert column("grade").words("excellent", "en") == "excellent"
    assert column("lags").words(True, "zh") == "是"
    assert column("reasons").words("execution_rate;inflation", "zh") == "执行率；虚高分"
    assert column("verdict").words("新结论", "zh") == "新结论"


def test_codes_belong_to_columns_of_kind_code() -> None:
    for name, _ in codes():
        assert column(name).kind == "code", f"{CODES_FILE.name}: {name}"


def test_an_unknown_column_says_what_to_do() -> None:
    with pytest.raises(LookupError, match="add a row"):
        column("nowhere")


@pytest.mark.parametrize("view", SHOWN)
def test_every_column_of_every_view_that_is_shown_is_described(view: str, session: duckdb.DuckDBPyConnection) -> None:
    names = [described[0] for described in session.execute(f"select * from {view} limit 0").description]
    missing = [name for name in names if name not in columns() and name not in OPERANDS and not name.endswith(INNER)]
    assert not missing, f"{view}: add rows to {COLUMNS_FILE.name} for {', '.join(missing)}"


def test_every_view_is_shown_or_others_are_built_from_it() -> None:
    written = {path.stem: path.read_text(encoding="utf-8") for path in VIEWS.glob("*.sql")}
    for view in written.keys() - set(SHOWN):
        others = (sql for name, sql in written.items() if name != view)
        assert any(re.search(rf"\b{view}\b", sql) for sql in others), (
            f"{view}: show it (add it to SHOWN) or leave it out"
        )


def test_numeric_kinds_have_a_format() -> None:
    assert {one.kind for one in columns().values() if one.excel_format == "General"}.isdisjoint(NUMERIC)

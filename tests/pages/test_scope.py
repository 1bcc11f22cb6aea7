"""The address: what it asks for, what can be shown, and the way back."""

import pytest

from pages.shared.query import Cut, query
from pages.shared.scope import Known, Scope, address, read_address, settle, way

KNOWN = Known((2022, 2021), ("县教育局", "县水务局"), ("产出指标",), ("数量指标",), ("mof-2020",))


def test_an_address_is_read_and_written_back() -> None:
    params = {
        "year": "2021",
        "department": "县教育局",
        "level2": "数量指标",
        "verdict": "overstated",
        "search": "水",
        "n": "3",
    }
    assert address(read_address(params)) == params


@pytest.mark.parametrize("year", ["二〇二一", "²", "-1", "1e3", "9" * 40, " 2021", "2021'--"])
def test_a_year_that_is_no_figure_asks_for_nothing(year: str) -> None:
    assert read_address({"year": year}).year is None


def test_without_a_year_the_newest_is_shown() -> None:
    scope, notes = settle(Scope(), KNOWN, {})
    assert (scope.year, notes) == (2022, ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("year", "1999"),
        ("year", "abc"),
        ("department", "没有的局"),
        ("level2", "x"),
        ("verdict", "y"),
        ("scheme", "z"),
        ("basis", "w"),
    ],
)
def test_unknown_values_fall_back_with_a_word(name: str, value: str) -> None:
    params = {name: value}
    scope, notes = settle(read_address(params), KNOWN, params)
    assert address(scope) == {"year": "2022"}
    assert len(notes) == 1 and value in notes[0]


def test_an_empty_store_knows_no_year() -> None:
    assert settle(Scope(), Known(), {})[0].year is None


def test_a_link_to_another_page_takes_filters_along_but_not_the_form() -> None:
    scope = Scope(year=2022, department="县教育局", evaluation=7, n=2, lang="en")
    assert way(scope) == {"year": "2022", "department": "县教育局", "lang": "en"}
    assert way(scope, evaluation=9)["evaluation"] == "9"


def test_the_year_before() -> None:
    assert Scope(year=2022, department="县教育局").before().filters() == (("year", 2021), ("department", "县教育局"))


def test_a_query_binds_what_was_typed() -> None:
    hostile = "'; drop table evaluation; --"
    asked = query(
        "project_summary", ("year", "department", "project"), Scope(year=2022, search=hostile).filters(), Cut()
    )
    assert hostile not in asked.sql
    assert asked.values == (2022, hostile)


def test_a_filter_on_a_column_that_the_view_lacks_does_not_apply() -> None:
    asked = query("coverage", ("documents",), Scope(year=2022, level2="数量指标", search="x").filters(), Cut())
    assert (asked.sql, asked.values) == ("select * from coverage", ())

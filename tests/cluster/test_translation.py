"""What the two engines understand differently, as it is written for each."""

import pytest

pytest.importorskip("sqlglot")

from analytics.cluster.translation import SEPARATORS, java_pattern, spark_select
from analytics.ordering import ordered_views

CASES = (
    ("a // b",
     "(CAST((CAST(a AS DECIMAL(38, 0)) - CAST(a AS DECIMAL(38, 0)) % NULLIF(CAST(b AS DECIMAL(38, 0)), 0))"
     " / NULLIF(CAST(b AS DECIMAL(38, 0)), 0) AS DECIMAL(38, 0)))"),
    ("cast(a as hugeint)", "CAST(a AS DECIMAL(38, 0))"),
    ("sum(a_cents - b)", "SUM(CAST(a_cents - b AS DECIMAL(38, 0)))"),
    ("sum(a_wan)", "SUM(a_wan)"),
    ("trim(a)", f"TRIM(BOTH '{SEPARATORS}' FROM a)"),
    ("a is not distinct from b", "a IS NOT DISTINCT FROM b"),
    ("string_agg(distinct a, ';' order by a)", "LISTAGG(DISTINCT a, ';') WITHIN GROUP (ORDER BY a NULLS LAST)"),
    (r"regexp_replace(a, '\s|x', '', 'g')", r"REGEXP_REPLACE(a, '[\\t\\n\\f\\r ]|x', '')"),
)  # fmt: skip


@pytest.mark.parametrize(("ours", "sparks"), CASES)
def test_one_expression(ours: str, sparks: str) -> None:
    assert spark_select(f"create or replace view v as select {ours} as x from t") == f"SELECT {sparks} AS x FROM t"


def test_division_within_division() -> None:
    assert "DIV" not in spark_select("create or replace view v as select cast(a // 2 as hugeint) // 3 as x from t")


def test_facts_are_read_by_name() -> None:
    sql = "create or replace view v as select i.n from facts.indicator as i, facts.funding"
    assert spark_select(sql) == "SELECT i.n FROM facts_indicator AS i, facts_funding"


@pytest.mark.parametrize(
    ("ours", "javas"),
    [(r"[\s,]\s", r"[\t\n\f\r ,][\t\n\f\r ]"), (r"a|\s", r"a|[\t\n\f\r ]"), (r"[a\sb\s]", r"[a\t\n\f\r b\t\n\f\r ]")],
)
def test_space_is_the_same_space(ours: str, javas: str) -> None:
    assert java_pattern(ours) == javas


@pytest.mark.parametrize("name", [name for name, _ in ordered_views()])
def test_every_view_is_translated_whole(name: str) -> None:
    select = spark_select(dict(ordered_views())[name])
    assert "INT128" not in select
    assert " DIV " not in select
    assert "facts." not in select

"""Tables drawn for reading, and the table behind a chart."""

from decimal import Decimal

import plotly.graph_objects as go

from pages.shared.behind import behind, marks
from pages.shared.drawings import Bar, bars, pairs, to
from pages.shared.reading import MOST, reading
from pages.shared.scope import Scope
from pages.shared.table import Table

D = Decimal
SCOPE = Scope(year=2024)
ROWS = Table(
    "finding",
    ("evaluation", "n", "project", "severity", "found", "points", "execution_rate"),
    (
        (7, 3, "<b>道路</b>", "error", '"74条"', D("1234.5"), D("0.8997")),
        (8, None, None, None, None, None, None),
    ),
)
SHOWN = ("project", "severity", "found", "points", "execution_rate")


def test_texts_of_forms_are_never_tags() -> None:
    html = reading(ROWS, SHOWN, "<i>", SCOPE, "form")
    assert "<b>" not in html and "<i>" not in html
    assert "&lt;b&gt;道路" in html and "&quot;74条&quot;" in html


def test_a_row_opens_what_it_names_and_carries_the_filters() -> None:
    html = reading(ROWS, SHOWN, "x", SCOPE, "form")
    assert 'href="form?year=2024&amp;evaluation=7&amp;n=3"' in html
    assert 'href="form?year=2024&amp;evaluation=8&amp;n=' not in html.split("evaluation=8")[0]


def test_without_a_page_nothing_is_a_link() -> None:
    assert "<a " not in reading(ROWS, SHOWN, "x", SCOPE)


def test_figures_are_written_as_everywhere_and_blanks_are_dashes() -> None:
    html = reading(ROWS, SHOWN, "x", SCOPE)
    assert '<td class="num">1,234.50</td><td class="num">89.97%</td>' in html
    assert '<td class="num">—</td><td class="num">—</td>' in html
    assert "■ 错误" in html


def test_a_long_table_says_what_it_leaves_out() -> None:
    many = Table("finding", ROWS.columns, ROWS.rows * MOST)
    assert reading(many, SHOWN, "x", SCOPE).count("<tr>") == MOST + 1
    assert f"另有 {MOST} 行" in reading(many, SHOWN, "x", SCOPE)
    assert "另有" not in reading(ROWS, SHOWN, "x", SCOPE)


BARS = [
    Bar("甲 & 乙", D(3), "3 份", to("", department="甲"), "共 3 份<br>其中 1 份虚高"),
    Bar("甲 & 乙", D(2), "2 份", (), "共 2 份", other=D(1)),
]


def test_behind_bars_stands_a_row_per_bar_even_of_one_name() -> None:
    assert behind(bars(BARS)).rows == (("甲 & 乙", "共 3 份\n其中 1 份虚高"), ("甲 & 乙", "共 2 份"))


def test_behind_dumbbells_stands_a_row_per_pair() -> None:
    assert len(behind(pairs([(one, D(100)) for one in BARS], D(90), D(100)))) == 2


def test_each_name_behind_a_chart_goes_where_its_mark_goes() -> None:
    ids = [ids for _, ids in marks(bars(BARS))]
    assert ids == [tuple(one.ids) for one in BARS]
    html = reading(behind(bars(BARS)), ("mark", "shown"), "x", SCOPE, ("form?evaluation=7", ""))
    assert html.count("<a ") == 1 and 'href="form?evaluation=7"' in html


def test_behind_an_empty_chart_stands_nothing() -> None:
    assert not behind(bars([])) and not behind(go.Figure())

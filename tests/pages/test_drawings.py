"""The kinds of charts: ids on every mark, texts of forms never taken for tags, nothing breaks on nothing."""

from decimal import Decimal

from pages.shared.drawings import Bar, Cell, Dot, Line, bars, field, heat, pairs, shorten, to, years

BAR = Bar("<b>名</b>", Decimal(2), "2 万元", to("form", evaluation=7), "悬停", other=Decimal(3))


def test_a_mark_says_where_a_click_goes() -> None:
    assert to("form", evaluation=7, n=2) == ("form", "evaluation", 7, "n", 2)
    assert list(bars([BAR]).data[0].customdata[0]) == ["form", "evaluation", 7]


def test_names_from_forms_are_no_tags() -> None:
    words = [text for trace in bars([BAR]).data for text in trace.text or ()]
    assert "&lt;b&gt;名&lt;/b&gt;" in words


def test_bars_begin_at_zero_and_hold_every_value() -> None:
    low, high = bars([BAR], [Line(Decimal(5), "5")]).layout.xaxis.range
    assert low <= 0 and high >= 5
    low, _ = bars([Bar("负", Decimal(-4), "", (), "")]).layout.xaxis.range
    assert low <= -4


def test_two_projects_of_one_name_stay_two_bars() -> None:
    assert list(bars([BAR, BAR]).data[0].y) == [0, 1]


def test_nothing_to_draw_is_no_fault() -> None:
    for figure in (bars([]), pairs([], Decimal(0), Decimal(100)), heat([], [], []), years([])):
        assert not any(len(trace.x or ()) for trace in figure.data)
    assert not field([], ("x", "y"), (Decimal(0), Decimal(0)), ".0%").data[0].x


def test_a_cell_of_a_heat_map_knows_its_ids() -> None:
    figure = heat([Cell(0, 1, 0.5, "80", to("", level2="数量指标"), "悬停")], ["部门"], ["质量", "数量"])
    assert list(figure.data[0].customdata[0]) == ["", "level2", "数量指标"]
    assert figure.data[0].base[0] > 1


def test_a_dot_keeps_its_shape() -> None:
    figure = field(
        [Dot(Decimal(1), Decimal(2), 8, (), "悬停", symbol="diamond")], ("x", "y"), (Decimal(0), Decimal(0)), ".0%"
    )
    assert list(figure.data[0].marker.symbol) == ["diamond"]


def test_long_names_are_cut_with_dots() -> None:
    assert shorten("农村饮水安全工程维修养护", 12) == "农村饮水安…"
    assert shorten("short", 12) == "short"

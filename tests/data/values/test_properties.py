"""What holds for any text."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.records import Value
from data.values import parse_value, read_pair
from data.values.fold import fold

SCRAPS = list(
    "≥≤<>=》《|%‰元万亿次人个月年日季底前内/·*、,.:()（）①②½²㎡-—~至到每约近余多成半百千十一二三零0123456789 \n"
)
WORDS = [
    "不少于",
    "以上",
    "以内",
    "2022年",
    "全年",
    "上半年",
    "完成",
    "提高",
    "下降",
    "百分之",
    "公里",
    "亩",
    "nan",
    "1e400",
    "1_000",
]
TEXTS = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(SCRAPS + WORDS), max_size=14).map("".join))
FIGURES = st.decimals(min_value=0, max_value=99999, places=2)
SCALES = [
    ("元", "万元"),
    ("米", "公里"),
    ("平方米", "公顷"),
    ("公斤", "吨"),
    ("‰", "%"),
    ("人", "万人"),
    ("分钟", "小时"),
]


def bounds(value: Value) -> list[Decimal]:
    parts = (value.low, value.high, value.base_low, value.base_high)
    return [part for part in parts if isinstance(part, Decimal)]


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(TEXTS)
def test_any_text_is_read_and_every_figure_is_finite_and_small_enough_to_keep(text: str) -> None:
    value = parse_value(text)
    assert all(part.is_finite() and abs(part) < 10**12 for part in bounds(value))
    assert value.family is None or value.kind != "doubtful"
    assert (value.operator is None) or value.low is not None or value.high is not None


@settings(max_examples=1000, deadline=None, derandomize=True)
@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert parse_value(fold(text)) == parse_value(text)


@settings(max_examples=600, deadline=None, derandomize=True)
@given(TEXTS, TEXTS, st.one_of(st.none(), TEXTS), st.one_of(st.none(), st.integers(2000, 2099)))
def test_any_pair_is_read(target: str, actual: str, name: str | None, year: int | None) -> None:
    for value in read_pair(target, actual, name, year):
        assert all(part.is_finite() and abs(part) < 10**12 for part in bounds(value))
        assert value.family is None or value.kind not in ("doubtful", "blank", "qualitative")


@pytest.mark.parametrize("small, large", SCALES)
@settings(derandomize=True)
@given(figure=FIGURES)
def test_writing_a_figure_in_another_unit_changes_nothing(small: str, large: str, figure: Decimal) -> None:
    times = {"元": 10000, "米": 1000, "平方米": 10000, "公斤": 1000, "‰": 10, "人": 10000, "分钟": 60}[small]
    figure = figure % 100 if large == "%" else figure  # 290% may be a damaged ≥90%
    few, many = parse_value(f"{figure}{large}"), parse_value(f"{figure * times}{small}")
    assert (few.family, few.base_low, few.base_high) == (many.family, many.base_low, many.base_high)


@settings(derandomize=True)
@given(FIGURES)
def test_a_pair_of_equal_texts_is_equal(figure: Decimal) -> None:
    wanted, found = read_pair(f"{figure}次", f"{figure}次")
    assert (wanted.base_low, wanted.base_high) == (found.base_low, found.base_high)

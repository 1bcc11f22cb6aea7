"""How figures are written: tables that a finance officer can check."""

from decimal import Decimal

import pytest

from pages.shared import formats
from pages.shared.language import speaking

MONEY = """
万元        | 中文          | English
-           | —             | —
0           | 0 万元        | ¥0
23          | 23 万元       | ¥230,000
21.855      | 21.86 万元    | ¥218,550
0.004       | 0 万元        | ¥40
-3.5        | -3.5 万元     | -¥35,000
1240.4      | 1,240 万元    | ¥12.4m
9999.4      | 9,999 万元    | ¥99.99m
9999.6      | 1 亿元        | ¥100m
123456.7    | 12.35 亿元    | ¥1.23bn
"""
RATES = """
比值      | 写作
-         | —
0         | 0%
0.963     | 96.3%
0.9634    | 96.3%
0.7996    | 79.96%
0.99999   | 100%
1         | 100%
1.0526    | 105.3%
"""
POINTS = """
分        | 写作
-         | —
9.8       | 9.80
9.545     | 9.55
97.2701   | 97.27
-0.5      | -0.50
"""


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()[1:]]


def figure(text: str) -> Decimal | None:
    return None if text == "-" else Decimal(text)


@pytest.mark.parametrize(("wan", "chinese", "english"), rows(MONEY))
def test_money(wan: str, chinese: str, english: str) -> None:
    assert formats.money(figure(wan)) == chinese
    with speaking("en"):
        assert formats.money(figure(wan)) == english


@pytest.mark.parametrize(("share", "words"), rows(RATES))
def test_rate(share: str, words: str) -> None:
    assert formats.rate(figure(share)) == words


@pytest.mark.parametrize(("value", "words"), rows(POINTS))
def test_points(value: str, words: str) -> None:
    assert formats.points(figure(value)) == words


def test_signed() -> None:
    assert [formats.signed(text) for text in ("1.2", "-1.2", "0", "—")] == ["+1.2", "-1.2", "+0", "—"]

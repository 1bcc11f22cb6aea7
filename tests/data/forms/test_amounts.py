"""Figures as they are written in the columns of points, money and rates."""

from decimal import Decimal

import pytest

from data.forms.amounts import is_blank, money_wan, points, rate, wan_per


@pytest.mark.parametrize(
    ("text", "figure", "step"),
    [
        ("5", "5", "1"),
        ("9.8", "9.8", "0.1"),
        ("9.80", "9.80", "0.01"),
        ("10分", "10", "1"),
        ("9.4(扣0.6分)", "9.4", "0.1"),
        ("(40分)", "40", "1"),
        ("９．５", "9.5", "0.1"),
        ("1 0", "10", "1"),
        ("-2", "-2", "1"),
        ("0", "0", "1"),
    ],
)
def test_points(text: str, figure: str, step: str) -> None:
    assert points(text) == (Decimal(figure), Decimal(step))


@pytest.mark.parametrize(
    "text", ["", "nan", "inf", "1e400", "1_000", "10/10", "9(见附件)", "约5", "1,00", "五", "5%", "#DIV/0!", "9" * 13]
)
def test_no_points(text: str) -> None:
    assert points(text) is None


@pytest.mark.parametrize(
    ("text", "unit", "wan"),
    [
        ("23", "万元", "23"),
        ("28.272", "万元", "28.272"),
        ("387664.62", "元", "38.766462"),
        ("1,030,700.00", "元", "103.07"),
        ("23万", "元", "23"),
        ("4753.66万元", "元", "4753.66"),
        ("2.6亿元", "万元", "26000"),
        ("2.6亿", "万元", "26000"),
        ("3千元", "万元", "0.3"),
        ("¥100.00元", "万元", "0.01"),
        ("5", "亿元", "50000"),
        ("-3.5", "万元", "-3.5"),
    ],
)
def test_money(text: str, unit: str, wan: str) -> None:
    assert money_wan(text, wan_per(unit)) == Decimal(wan)


@pytest.mark.parametrize("text", ["23人", "约23", "#REF!", "二十三万元", "1,03"])
def test_no_money(text: str) -> None:
    assert money_wan(text, Decimal(1)) is None


@pytest.mark.parametrize(
    ("text", "expected", "share", "step", "certain"),
    [
        ("77%", None, "0.77", "0.01", True),
        ("14.46%", None, "0.1446", "0.0001", True),
        ("77.304%", None, "0.77304", "0.00001", True),
        ("77.30", "0.773", "0.7730", "0.0001", True),
        ("0.773", "0.773", "0.773", "0.001", True),
        ("0.1446", "0.1446", "0.1446", "0.0001", True),
        ("1", "1", "1", "1", True),
        ("1", "0.01", "0.01", "0.01", True),
        ("0.08", "0.0008", "0.0008", "0.0001", True),
        ("100", None, "1", "0.01", True),
        ("0.773", None, "0.773", "0.001", False),
        ("1", None, "1", "1", False),
        ("0", None, "0", "0.01", True),
        ("115", "1.15", "1.15", "0.01", True),
    ],
)
def test_rate(text: str, expected: str | None, share: str, step: str, certain: bool) -> None:
    assert rate(text, None if expected is None else Decimal(expected)) == (Decimal(share), Decimal(step), certain)


@pytest.mark.parametrize(
    ("text", "blank"),
    [("—", True), ("——", True), ("-", True), ("/", True), ("无", True), ("", True), ("0", False), ("-5", False)],
)
def test_blank(text: str, blank: bool) -> None:
    assert is_blank(text) is blank

"""Year, county and unit of money from the lines around the title."""

from decimal import Decimal

import pytest

from data.forms.region import is_title
from data.forms.title import county_of, money_unit, year_of


@pytest.mark.parametrize(
    ("texts", "year"),
    [
        (["盐池县本级部门项目支出绩效自评表", "(2022年度)"], 2022),
        (["项目支出绩效自评表( 2022 年度)"], 2022),
        (["2021年度项目自评表"], 2021),
        (["项目支出绩效自评表", "(2023)"], 2023),
        (["二〇二二年度项目支出绩效自评表"], 2022),
        (["2022年项目支出绩效自评表"], 2022),
        (["填报日期:2023年1月15日", "(2022年度)"], 2022),
        (["填报日期:2023年1月15日"], None),
        (["(2022年1月-2022年12月)"], 2022),
        (["2022年1月至12月"], 2022),
        (["2022年1月-2023年12月"], None),
        (["项目支出绩效自评表"], None),
    ],
)
def test_year(texts: list[str], year: int | None) -> None:
    assert year_of(texts) == year


@pytest.mark.parametrize(
    ("title", "county"),
    [
        ("盐池县本级部门项目支出绩效自评表", "盐池县"),
        ("2022年度盐池县部门项目支出绩效自评表", "盐池县"),
        ("宁夏回族自治区吴忠市盐池县项目支出绩效自评表", "盐池县"),
        ("固原市原州区财政项目支出绩效自评表", "原州区"),
        ("大厂回族自治县项目支出绩效自评表", "大厂回族自治县"),
        ("县级部门项目支出绩效自评表", None),
        ("中央对地方专项转移支付区域绩效目标自评表", None),
        ("宁夏回族自治区项目支出绩效自评表", None),
        ("项目支出绩效自评表", None),
    ],
)
def test_county(title: str, county: str | None) -> None:
    assert county_of(title) == county


@pytest.mark.parametrize(
    ("rows", "wan"),
    [
        ("项目资金 (万元)", "1"),
        ("项目资金(元)", "0.0001"),
        ("金额单位:元", "0.0001"),
        ("单位:人民币元 | 项目资金", "0.0001"),
        ("金额单位:元 | 项目资金(万元)", "1"),
        ("实施单位:县委办 | 项目资金", None),
        ("年初预算数(元)", "0.0001"),
        ("年度 | 2022 | 金额单位 | 元", "0.0001"),
        ("货币单位 | 人民币元", "0.0001"),
        ("单位 | 千元", "0.1"),
        ("单位 | 元宝山区水务局", None),
        ("预算执行(元) | 年初预算", "0.0001"),
        ("预算资金 (单位:元) | 全年预算数", "0.0001"),
        ("金额单位 | 元 // 项目资金(万元)", "1"),
        ("金额单位 // 元", None),
        ("实施单位 | 县委办", None),
        ("", None),
    ],
)
def test_money_unit(rows: str, wan: str | None) -> None:
    found = money_unit([cell.strip() for cell in row.split("|")] for row in rows.split("//"))
    assert found == (None if wan is None else Decimal(wan))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("盐池县本级部门项目支出绩效自评表", True),
        ("项目支出绩效自评表(2022年度)", True),
        ("项 目 支 出 绩 效 自 评 表", True),
        ("部门整体支出绩效自评表", True),
        ("附件2:转移支付区域绩效目标自评表", True),
        ("请各单位填写绩效自评表后报送", False),
        ("项目支出绩效自评报告", False),
        ("绩效目标申报表", False),
    ],
)
def test_title(text: str, title: bool) -> None:
    assert is_title(text) is title

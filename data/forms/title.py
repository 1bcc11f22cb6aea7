"""What the lines around the title say: the year, the county and the unit of the money."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from data.forms.amounts import wan_per
from data.forms.folding import bare, closed, fold
from data.forms.layouts import synonyms

CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
YEARS = (
    re.compile(r"(20[0-4]\d)年度"),
    re.compile(r"\((20[0-4]\d)年?\)"),
    re.compile(r"(?<!\d)(20[0-4]\d)年(?!\d{1,2}月)"),
    re.compile(r"(?<!\d)(20[0-4]\d)年0?1月(?:0?1日)?[-—~至到]+(?:\1年)?12月"),
)
WRITTEN_YEAR = re.compile(r"二[〇零○][〇零○一二三四五六七八九]{2}(?=年)")

COUNTY = re.compile(r"[\u4e00-\u9fff]{2,7}?[县旗区市](?![域间内块场])")
NO_COUNTY = re.compile(
    r"(.*(自治区|社区|园区|小区|辖区|开发区|景区|灌区|山区|地区|市区|县区|城区|校区)|.*[本全各][县市区]|.*(项目|支出|转移|专项|部门|资金|预算|绩效).*)"
)

ORGAN = re.compile(
    r"(?:附[件表]\d*[:\uff1a]?)?(?:20\d\d年度?)?(?P<organ>[\u4e00-\u9fff]{2,24}?(?:局|委员会|委|办公室|办|中心|院|校|学|馆|站|会|厅|所|政府|公司|园|处|队|社))"
    r"(?=20\d\d年|部门|单位|项目|财政|预算|支出|绩效|整体)"
)

CURRENCY = "人民币"
UNIT = rf"(?:{CURRENCY})?(千元|百万元|千万元|万元|亿元|元)"
# In brackets behind the words of the block or the title, or as 金额单位: on a line of its own.
MONEY_BRACKETS = re.compile(rf"\((?:金额)?(?:单位:)?{UNIT}\)")
# 预算单位:元氏县… names who files, not what is counted in; so does 单位:元阳县….
NO_FILER = "".join(f"(?<!{word})" for word in ("预算", "编制", "填报", "实施", "项目", "使用", "申报", "承担", "责任"))
ONE_UNIT = re.compile(UNIT)
OF_MONEY = re.compile("资金|预算|经费|执行|支出|金额|投资|拨款")
LONGEST_MONEY_LABEL = 30
MONEY_LINE = re.compile(rf"{NO_FILER}单位[:\uff1a]{UNIT}(?![氏阳谋江宝坝])")


def year_of(texts: Iterable[str]) -> int | None:
    """The year, from the first text that names one as 年度, else in brackets, else as 年 without a month, else from
    its first month to its last."""
    plain = [folded(text) for text in texts]
    return next((int(match[1]) for year in YEARS for text in plain if (match := year.search(text))), None)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    plain = closed(unicodedata.normalize("NFKC", text))
    return WRITTEN_YEAR.sub(lambda year: year[0].replace("二", "2", 1).translate(CHINESE_DIGITS), plain)


def county_of(title: str) -> str | None:
    """The county named in the title: 盐池县本级部门项目支出绩效自评表 → 盐池县."""
    words = re.sub(r"20\d\d年?度?|附[件表]\d*", " ", folded(title))
    places = [place for place in COUNTY.findall(words) if not NO_COUNTY.fullmatch(place)]
    return next((place for kind in "县旗区市" for place in reversed(places) if place.endswith(kind)), None)


def organ_of(title: str) -> str | None:
    """The department that the title names in front: 白河县农业农村局2021年度项目支出绩效自评表."""
    found = ORGAN.match(folded(title))
    return found["organ"] if found else None


def money_unit(rows: Iterable[Sequence[str]]) -> Decimal | None:
    """万元 per unit of the form's money, from the texts of its head; the form's own label goes before a line of the
    head. None where nothing says."""
    plain = [[folded(text) for text in row] for row in rows]
    texts = [text for row in plain for text in row]
    beside = [value for row in plain for label, value in pairwise(row) if is_unit_beside(label, value)]
    named = [unit[1] for text in texts if is_money_label(text) and (unit := MONEY_BRACKETS.search(text))]
    lines = [unit[1] for text in texts if (unit := MONEY_LINE.search(text) or MONEY_BRACKETS.fullmatch(text))]
    first = next(iter([*named, *beside, *lines]), None)
    return None if first is None else wan_per(first.removeprefix(CURRENCY))


def is_unit_beside(label: str, value: str) -> bool:
    """金额单位 in one cell and 元 in the next."""
    return fold(label) in synonyms().money_labels and ONE_UNIT.fullmatch(folded(value)) is not None


def is_money_label(text: str) -> bool:
    """A label of money, by its words or because it speaks of money and is short."""
    label = bare(text)
    known = synonyms()
    return (
        known.head.get(label) == "funding"
        or label in known.funding_columns
        or label in known.funding_rows
        or label.endswith(known.titles)
        or (len(text) <= LONGEST_MONEY_LABEL and OF_MONEY.search(label) is not None)
    )

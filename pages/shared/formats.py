"""How figures are written on the screen. A blank is "—", never 0."""

from decimal import ROUND_HALF_UP, Decimal

from pages.shared.language import language, t

BLANK = "—"
YI = Decimal(10_000)  # 1 亿元 = 10,000 万元


def rounded(value: Decimal | int, places: int) -> Decimal:
    """Half up, to `places` decimals."""
    return Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def plain(value: Decimal | int, places: int) -> str:
    """With thousands commas and at most `places` decimals, closing zeros left out."""
    text = f"{rounded(value, places):,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def count(value: int | None) -> str:
    """A number of things: 1,240."""
    return BLANK if value is None else f"{value:,}"


def money(wan: Decimal | None) -> str:
    """Money given in 万元: 万元, or 亿元 from one 亿 on; in English yuan, millions (m) or billions (bn)."""
    if wan is None:
        return BLANK
    return _yuan(Decimal(wan) * 10_000) if language() == "en" else _yuan_in_chinese(Decimal(wan))


def _yuan_in_chinese(wan: Decimal) -> str:
    if abs(rounded(wan, 0)) >= YI:
        return t("{n} 亿元", n=plain(wan / YI, 2))
    return t("{n} 万元", n=plain(wan, 0 if abs(wan) >= 1_000 else 2))


def _yuan(yuan: Decimal) -> str:
    sign, size = ("-" if yuan < 0 else ""), abs(yuan)
    if size >= 10**9:
        return f"{sign}¥{plain(size / 10**9, 2)}bn"
    if size >= 10**6:
        return f"{sign}¥{plain(size / 10**6, 2)}m"
    return f"{sign}¥{plain(size, 0)}"


def rate(share: Decimal | None) -> str:
    """A rate of 0-1 as 96.3%. Where one decimal would round onto a whole number that it is not, two are shown."""
    if share is None:
        return BLANK
    percent = Decimal(share) * 100
    one = rounded(percent, 1)
    places = 2 if one == one.to_integral_value() and one != percent else 1
    return f"{plain(percent, places)}%"


def points(value: Decimal | None) -> str:
    """Points and scores: two decimals."""
    return BLANK if value is None else f"{rounded(value, 2):,f}"


def score(value: Decimal | None) -> str:
    """A score out of 100 in a headline: one decimal."""
    return BLANK if value is None else f"{rounded(value, 1):,f}"


def signed(text: str) -> str:
    """The same text with a plus in front when it is not negative."""
    return text if text.startswith(("-", BLANK)) else f"+{text}"


def percent_points(change: Decimal | None) -> str:
    """A change of a rate of 0-1: +1.2 个百分点."""
    return BLANK if change is None else t("{n} 个百分点", n=signed(f"{rounded(Decimal(change) * 100, 1):f}"))


def text(value: str | None) -> str:
    """A text of a form as it stands, or the dash."""
    return value if value else BLANK

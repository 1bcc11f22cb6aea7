"""How a score was come by, in words and figures: "74 ÷ 76 × 9.8 = 9.54;填报 9.8,高 0.26". Pure."""

from decimal import Decimal
from types import MappingProxyType

from analytics.lines import Line
from data.texts import Say, mark

# Rules that give no score of their own: the reason says why everything from 0 to full points is left open.
REASONS: MappingProxyType[str, str] = MappingProxyType(
    {
        "blank": mark("指标值或实际值没有填写,无法核验"),
        "doubtful": mark("文字可能有误读,未据此计分"),
        "words_for_figure": mark("指标值是数,实际值只有文字,无法核验"),
        "figure_for_words": mark("指标值是文字,实际值是数,无法核验"),
        "no_answer": mark("实际值没有回答指标值,无法核验"),
        "other_year": mark("所写年度不是自评表的年度,不能作为依据"),
        "time_unclear": mark("时间无法对照,需人工判断"),
        "late": mark("{actual} 晚于 {target},得分需人工判断"),
        "not_comparable": mark("{actual} 与 {target} 不是同一类数,无法比较"),
        "open_target": mark("指标值没有可用的数,无法核验"),
        "own_method": mark("没有达到 {target},表中另有扣分办法({method}),需按其人工核对"),
        "negative": mark("负数不能按比例计分,需人工判断"),
    }
)
BANDS: MappingProxyType[tuple[int, int], str] = MappingProxyType(
    {
        (2, 3): mark("定性指标,实际值属“达成”一档"),
        (1, 2): mark("定性指标,实际值属“部分达成”一档"),
        (0, 1): mark("定性指标,实际值属“未达成”一档"),
        (1, 3): mark("定性指标,实际值在“达成”与“部分达成”之间"),
        (0, 2): mark("定性指标,实际值在“部分达成”与“未达成”之间"),
    }
)
UNCLEAR_BAND = mark("定性指标,实际值的用词前后不一,各档都有可能")


def working(line: Line, say: Say) -> str:
    """The working of one line with what was filed and its cell, as `say` speaks. Every line has one."""
    place = say(mark("(位置:{cell})"), cell=line.cell) if line.cell else ""
    return f"{_given(line, say)}{_deduction(line, say)}{_filed(line, say)}{place}"


def _given(line: Line, say: Say) -> str:
    """What the rule gives, before it is compared with the filed score."""
    if line.rule == "not_applicable":
        return say(mark("不适用,不计分"))
    if line.points is None:
        return say(mark("没有分值,不计分"))
    if line.rule == "no_points":
        return say(mark("分值为 {points},不计分"), points=plain(line.points))
    if line.rule in REASONS:
        said = {"target": line.target or "", "actual": line.actual or "", "method": line.method or ""}
        reason = say(REASONS[line.rule], **said)
        return _join(reason, interval(line), say)
    if line.rule == "wording":
        band = BANDS.get((line.low_level or 0, line.high_level or 0), UNCLEAR_BAND)
        return _join(say(band), interval(line), say)
    return _computed(line, say)


def _computed(line: Line, say: Say) -> str:
    said = {"target": line.target or "", "actual": line.actual or "", "points": plain(line.points)}
    if line.rule == "date":
        return say(mark("{actual} 不晚于 {target},得满分 {points}"), **said)
    if line.rule == "period":
        return say(mark("{actual} 与 {target} 为同一期间,得满分 {points}"), **said)
    if line.falls_short is False:
        return say(mark("{actual} 达到 {target},得满分 {points}"), **said)
    if line.rule == "zero" or line.target_base == 0:
        return _join(say(mark("指标值为 0,实际 {actual}"), **said), interval(line), say)
    if line.rule == "range" and line.low_score == 0 and line.high_score == line.points:
        return _join(say(mark("{actual} 超出 {target} 的范围,需人工判断"), **said), interval(line), say)
    if line.rule in ("positive", "range") and line.high_score == 0 and (line.actual_base_high or 0) < 0:
        return _join(say(mark("{actual} 为负数,没有得分"), **said), interval(line), say)
    if line.rule == "about":
        sum_ = _ratio(line, line.actual_base_low, line.low_score)
        return say(mark("约数,得分在 {sum} 与 {points} 之间"), sum=sum_, **said)
    if line.rule == "cost":
        sum_ = _ratio(line, line.actual_base_low, line.low_score)
        return say(mark("成本指标未写方向:{sum} 至 {points}"), sum=sum_, **said)
    return _ratios(line, say)


def _ratios(line: Line, say: Say) -> str:
    """One ratio where the actual is a figure, two where the form leaves it between two."""
    worst, best = line.actual_base_low, line.actual_base_high
    if line.rule == "reverse":
        worst, best = best, worst
    low, high = (_end(line, worst, line.low_score), _end(line, best, line.high_score))
    if line.low_score == line.high_score:
        return high if best is not None else low
    return say(mark("实际值不确定,得分在 {low} 与 {high} 之间"), low=low, high=high)


def _end(line: Line, actual: Decimal | None, score: Decimal | None) -> str:
    """One end of the interval: as a ratio where it is one, else as the points alone."""
    whole = score is None or score in (0, line.points)
    return plain(score) if whole or actual is None else _ratio(line, actual, score)


def _ratio(line: Line, actual: Decimal | None, score: Decimal | None) -> str:
    target, reached, points = plain(line.target_base), plain(actual), plain(line.points)
    gross = plain(None if score is None else score + (line.deduction_points or 0))
    over = line.rule == "about" and (actual or 0) > (line.target_base or 0)
    if line.rule != "reverse" and not over:
        return f"{reached} ÷ {target} × {points} = {gross}"
    if line.reverse_formula == "linear":
        return f"(1 − ({reached} − {target}) ÷ {target}) × {points} = {gross}"
    return f"{target} ÷ {reached} × {points} = {gross}"


def _deduction(line: Line, say: Say) -> str:
    if not line.deduction_points:
        return ""
    return say(mark(";远超指标值未说明原因,扣 {points}"), points=plain(line.deduction_points))


def _filed(line: Line, say: Say) -> str:
    """What was filed, and by how much it differs from the nearest score that the rule admits."""
    if line.filed_score is None:
        return say(mark(";没有填报得分"))
    if line.recomputed_score is None:
        return say(mark(";填报 {filed}"), filed=plain(line.filed_score))
    difference = line.filed_score - line.recomputed_score
    if difference and line.verdict == "agrees":
        text = mark(";填报 {filed},相差 {difference},在容许误差之内")
    elif difference > 0:
        text = mark(";填报 {filed},高 {difference}")
    elif difference < 0:
        text = mark(";填报 {filed},低 {difference}")
    else:
        text = mark(";填报 {filed}")
    return say(text, filed=plain(line.filed_score), difference=plain(abs(difference)))


def interval(line: Line) -> str:
    """ "8 – 10", or "9.54" where the rule leaves nothing open."""
    low, high = plain(line.low_score), plain(line.high_score)
    return low if low == high else f"{low} – {high}"


def plain(figure: Decimal | None) -> str:
    """A figure as a person writes it: 9.80 is 9.8, 100.00 is 100."""
    if figure is None:
        return ""
    text = f"{figure:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _join(reason: str, score: str, say: Say) -> str:
    return say(mark("{reason}:{score}"), reason=reason, score=score)

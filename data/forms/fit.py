"""How badly a text fits the role of a column. 0 fits; a table, so that a new role or kind of text is a row."""

import re
import unicodedata
from functools import lru_cache

from data.forms.amounts import figure
from data.forms.folding import closed, fold, is_dash
from data.forms.layouts import synonyms
from data.forms.levels import LEVEL_POINTS, without_points

MISFIT = 4.0  # for a pair that the table does not name
COSTS = """
kind      level1 level2 name target actual points score method reason operator unit direction other money rate
dash      2      2      1    0      0      0.3    0.3   0.3    0      0.5      0.5  0.5       0     0.3   0.3
level1    0      2      3    6      6      8      8     6      6      6        6    6         3     8     8
level2    1.5    0      0.5  6      6      8      8     6      6      6        6    6         3     8     8
level     0      0      0.5  6      6      8      8     6      6      6        6    6         3     8     8
bracket   0.3    1      5    4      4      1.5    1.5   6      6      6        6    6         3     8     8
named     7      6      0    5      5      9      9     4      3      9        9    9         1     8     8
figure    7      7      5    0      0      0      0     5      4      5        5    5         0     0     0
large     7      7      5    0      0      3      3     5      4      5        5    5         0     0     2
pair      6      5      3    1      1      5      5     5      3      5        5    5         0     5     5
quantity  6      5      2    0      0      5      5     4      2      2        3    5         0     0     3
percent   6      5      3    0      0      5      5     4      2      2        3    5         0     5     0
error     6      6      5    1      1      0.5    0.5   4      2      5        5    5         0     0.5   0.5
operator  7      7      5    2      2      8      8     5      3      0        3    2         0     8     8
direction 7      6      4    2      2      8      8     5      3      0.5      3    0         0     8     8
measure   6      5      2    1      1      7      7     4      2      3        0    3         0     8     8
method    7      7      3    4      4      9      9     0      1.5    9        9    9         1     8     8
phrase    3      2      0.5  0      0      8      8     0.5     0.5    3        1    3         0     8     8
sentence  7      5.5    0    1.5    1.5    9      9     0.5    0.5    9        9    9         0     8     8
"""
LINES = [line.split() for line in COSTS.strip().splitlines()]
MONEY = ("initial", "adjusted", "executed")
FIT = {
    kind: costs
    | dict.fromkeys(MONEY, costs["money"])
    | {
        "level_points": costs["points"],
        "points/score": 0.0 if kind == "pair" else costs["points"] + 1,
        "target/actual": costs["target"],
    }
    for kind, *line in LINES[1:]
    for costs in [{role: float(cost) for role, cost in zip(LINES[0][1:], line, strict=True)}]
}

NAMED = re.compile(r"[★☆▲\s]*指标\s*[\d一二三四五六七八九十]{1,2}\s*[:\uff1a.\uff0e、](?!\d)|[★☆]")
METHOD = re.compile(
    r"记分|计分|计算方式|分值上限|得满分|记满分|[AB]\s*[/\uff0f÷]\s*[AB]|扣\d+(\.\d+)?分|扣完为止|不得分|(?:赋分|评分|计分|打分|比率|比例|比较|加权)法$"
)
OPERATOR = re.compile(
    r"[≥≧≤≦<>\uff1c\uff1e=\uff1d﹦═]{1,2}|(大于|小于)?等于|大于|小于|不少于|不低于|不超过|不高于|定性|定量|文字描述|定性描述"
)
DIRECTION = re.compile(r"正向|反向|逆向|负向|(正向|反向|逆向|负向|定性|定量)指标")
MEASURE = re.compile(
    r"%|‰|百分比|[万亿]?元|[个次条人户项件份场天月年家套台批篇米吨亩]|人次|平方米|公里|公顷|小时|%[(\uff08]百分比[)\uff09]"
)
ERROR = re.compile(r"#[A-Z0-9/]+[!?]?")  # what Excel shows where a formula failed
PAIR = re.compile(r"\d+(\.\d+)?分?[/\uff0f|]\d+(\.\d+)?分?")
PERCENT = re.compile(r"[-+]?[\d,]*\.?\d+[%‰]")
QUANTITY = re.compile(
    r"([≥≧≤≦<>\uff1c\uff1e=\uff1d﹦═]{1,2}|大于等于|小于等于|不少于|不低于|不超过|不高于|约|近|达到?|第)?[-+]?\d[\d,.]*[^\d]{0,5}"
)
NO_FIGURE = re.compile(r"\(扣[^()]*\)|[()分¥\uffe5]")
PLAIN = re.compile(r"[¥\uffe5]?\(?[-+]?[\d,]*\.?\d+分?\)?(?:\(扣[\d.]+分?\))?")
WHOLE = {
    "operator": OPERATOR,
    "direction": DIRECTION,
    "measure": MEASURE,
    "percent": PERCENT,
    "error": ERROR,
    "pair": PAIR,
}
LONGEST_PHRASE = 12
MOST_POINTS = 100


@lru_cache(maxsize=8192)
def kind_of(text: str) -> str:
    """What a text looks like, by its form alone."""
    folded = "".join(unicodedata.normalize("NFKC", text[:40]).split())
    if not folded or is_dash(text):
        return "dash"
    if (level := level_kind(text)) is not None:
        return level
    for kind, pattern in WHOLE.items():
        if pattern.fullmatch(folded):
            return kind
    if PLAIN.fullmatch(folded):
        return figure_kind(folded)
    if NAMED.match(text):
        return "named"
    return words_kind(closed(text), folded)


def level_kind(text: str) -> str | None:
    if LEVEL_POINTS.fullmatch(fold(text)) and ("(" in text or "(" in text):
        return "bracket"
    label = without_points(text)
    one, two = label in synonyms().level1, label in synonyms().level2
    if one or two:
        return "level" if one and two else "level1" if one else "level2"
    return "level2" if len(label) <= LONGEST_PHRASE and label.endswith(("效益指标", "影响指标", "满意度指标")) else None


def figure_kind(folded: str) -> str:
    number = figure(NO_FIGURE.sub("", folded))
    return "large" if number is None or abs(number[0]) > MOST_POINTS else "figure"


def words_kind(text: str, folded: str) -> str:
    if METHOD.search(text):
        return "method"
    if QUANTITY.fullmatch(folded):
        return "quantity"
    return "phrase" if len(folded) <= LONGEST_PHRASE else "sentence"

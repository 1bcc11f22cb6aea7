"""How a report speaks: its language, and figures as they stand in a sentence. A blank is "—", never 0."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from analytics.columns import column
from analytics.exports.clean import visible
from analytics.rules import Rule, rules
from data.texts import mark, translate

BLANK = "—"
LONGEST = 300  # characters of a text of a form in a table on paper


@dataclass(frozen=True, slots=True)
class Speech:
    """Speaks one language ("zh" or "en"); calling it translates."""

    language: str

    def __call__(self, text: str, **operands: object) -> str:
        return translate(text, self.language, **operands)

    def word(self, name: str, value: object) -> str:
        """A coded value of a column in words."""
        if name == "level2" and self.language != "zh":
            value = (
                str(value).removesuffix("指标") if value else value
            )  # the codes know the levels by their short names
        return BLANK if value is None else self(column(name).words(value, self.language))

    def head(self, name: str) -> str:
        return column(name).label(self.language)

    def department(self, name: str | None) -> str:
        return name or self(mark("未填写"))

    def rule(self, name: str) -> str:
        """The sentence of a rule."""
        rule = rule_of(name)
        return rule.en if self.language == "en" else rule.zh

    def todo(self, name: str) -> str:
        """What to do about a rule."""
        rule = rule_of(name)
        return rule.en_todo if self.language == "en" else rule.zh_todo

    def money(self, wan: Decimal | None) -> str:
        """Always 万元, so that the figures of one report can be added up."""
        return BLANK if wan is None else self(mark("{n} 万元"), n=amount(wan))

    def listed(self, texts: list[str]) -> str:
        return ("、" if self.language == "zh" else ", ").join(texts)

    def changed(self, now: Decimal | int | None, then: Decimal | int | None, write: "Writer") -> str:
        """The change since the year before in brackets; nothing where either year has no figure."""
        if now is None or then is None:
            return ""
        change = Decimal(now) - Decimal(then)
        if change == 0:
            return self(mark("(与上年持平)"))
        text = self(mark("(比上年增加{n})")) if change > 0 else self(mark("(比上年减少{n})"))
        return text.format(n=write(abs(change)))

    def points_changed(self, now: Decimal | None, then: Decimal | None) -> str:
        """The change of a rate in percentage points."""
        return self.changed(now, then, lambda change: self(mark("{n} 个百分点"), n=f"{rounded(change * 100, 2):f}"))

    def text(self, value: str | None) -> str:
        """A text of a form: what cannot be printed visibly marked, what is too long visibly cut."""
        shown = visible(value or BLANK)
        if len(shown) <= LONGEST:
            return shown
        return shown[:LONGEST] + self(mark("……(原文共 {n} 字,后略)"), n=len(value or ""))

    def day(self, moment: datetime) -> str:
        if self.language == "en":
            return f"{moment:%Y-%m-%d}"
        return f"{moment.year}年{moment.month}月{moment.day}日"


Writer = Callable[[Decimal], str]


def rule_of(name: str) -> Rule:
    """The rule of that name. Raises StopIteration where findings/ has none."""
    return next(one for one in rules() if one.rule == name)


def rounded(value: Decimal, places: int) -> Decimal:
    """Half up."""
    return Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def amount(wan: Decimal | None) -> str:
    """万元 with two decimals and thousands commas."""
    return BLANK if wan is None else f"{rounded(wan, 2):,f}"


def percent(rate: Decimal | None) -> str:
    """A rate of 0-1 with two decimals: 79.99% must not read 80.0%."""
    return BLANK if rate is None else f"{rounded(Decimal(rate) * 100, 2):f}%"


def points(value: Decimal | None) -> str:
    return BLANK if value is None else f"{rounded(value, 2):,f}"


def count(value: int | Decimal | None) -> str:
    return BLANK if value is None else f"{int(value):,}"

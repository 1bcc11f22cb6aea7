"""Words for columns, codes, schemes and blanks, in the reader's language."""

from datetime import date

from analytics.columns import column
from analytics.places import place_words
from analytics.rules import rules
from analytics.schemes.loader import require_scheme
from pages.shared.formats import BLANK
from pages.shared.language import language, t
from pages.shared.marks import marked
from pages.shared.query import NO_YEAR, UNFILLED
from pages.shared.scope import BANDS

LEVELS = ("level1", "level2")
MARKED = ("verdict", "what_if_verdict", "severity", "grade", "what_if_grade", "filed_grade_100")


def label(name: str) -> str:
    """The header of a column, with its unit."""
    unit = column(name).unit(language()) if column(name).kind == "wan" else ""  # scores are known for points
    words = column(name).label(language())
    return f"{words} ({unit})" if unit else words


def definition(name: str) -> str:
    """What a column means and, for a rate, its denominator."""
    return column(name).definition(language())


def word(name: str, value: object) -> str:
    """A coded value of column `name` in words; blank as the dash."""
    if value is None:
        return BLANK
    if name in LEVELS and language() != "zh":
        value = str(value).removesuffix("指标")  # the codes know the levels by their short names
    return marked(str(value)) if name in MARKED else column(name).words(value, language())


def department_name(value: str | None) -> str:
    """A department, or the word for one that was not filled in."""
    return t("未填写") if value in (None, UNFILLED) else value


def year_name(value: int | None) -> str:
    """A year, or the word for one that was not filled in."""
    return t("未填年度") if value in (None, NO_YEAR) else str(value)


def place_name(place: str | None) -> str:
    """A place in a file in the reader's language."""
    return place_words(place or BLANK, language())


def band_name(band: str) -> str:
    """A band of scores out of 100 by its lower end."""
    above = BANDS[max(BANDS.index(band) - 1, 0)]
    if band == BANDS[0]:
        return t("满分(100 分)")
    return t("{n} 分以下", n=above) if band == BANDS[-1] else t("{low}–{high} 分", low=band, high=above)


def rule_name(name: str) -> str:
    """What a rule finds, as its sentence."""
    rule = next((one for one in rules() if one.rule == name), None)
    return name if rule is None else rule.en if language() == "en" else rule.zh


def scheme_title(name: str | None) -> str:
    """The title of a scheme; None is each form's own."""
    if name is None:
        return t("各表自带口径")
    scheme = require_scheme(name)
    return scheme.title_en if language() == "en" else scheme.title_zh


def scheme_date(name: str | None) -> date | None:
    """The day from which a scheme holds; None for each form's own."""
    return date(require_scheme(name).valid_from, 1, 1) if name else None

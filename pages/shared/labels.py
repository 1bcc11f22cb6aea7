"""Words for columns, codes, schemes and blanks, in the reader's language."""

from datetime import date

from analytics.columns import column
from analytics.schemes.loader import require_scheme
from pages.shared.formats import BLANK
from pages.shared.language import language, t
from pages.shared.marks import marked
from pages.shared.query import NO_YEAR, UNFILLED

MARKED = ("verdict", "severity", "grade", "filed_grade_100")


def label(name: str) -> str:
    """The header of a column, with its unit."""
    unit = column(name).unit(language())
    words = column(name).label(language())
    return f"{words} ({unit})" if unit else words


def definition(name: str) -> str:
    """What a column means and, for a rate, its denominator."""
    return column(name).definition(language())


def word(name: str, value: object) -> str:
    """A coded value of column `name` in words; blank as the dash."""
    if value is None:
        return BLANK
    return marked(str(value)) if name in MARKED else column(name).words(value, language())


def department_name(value: str | None) -> str:
    """A department, or the word for one that was not filled in."""
    return t("未填写") if value in (None, UNFILLED) else value


def year_name(value: int | None) -> str:
    """A year, or the word for one that was not filled in."""
    return t("未填年度") if value in (None, NO_YEAR) else str(value)


def scheme_title(name: str | None) -> str:
    """The title of a scheme; None is each form's own."""
    if name is None:
        return t("各表自带口径")
    scheme = require_scheme(name)
    return scheme.title_en if language() == "en" else scheme.title_zh


def scheme_date(name: str | None) -> date | None:
    """The day from which a scheme holds; None for each form's own."""
    return date(require_scheme(name).valid_from, 1, 1) if name else None

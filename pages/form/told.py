"""A finding and a line told in full: rule, operands, working, what to do. Pure; every text is escaped here."""

from collections.abc import Iterable
from html import escape

from pages.form.found import Found
from pages.shared.formats import BLANK, points, text
from pages.shared.labels import label, place_name, word
from pages.shared.language import t
from pages.shared.marks import mark_of, marked
from pages.shared.table import Table

Pairs = Iterable[tuple[str, str]]


def shape(code: str) -> str:
    """The symbol of a severity or a verdict: told apart without its colour."""
    mark = mark_of(code)
    return mark.shape if mark else "•"


def badge(code: str, words: str | None = None) -> str:
    """Symbol and word in the colour of the mark."""
    return f'<span class="jx-mark jx-tone {escape(code)}">{escape(words or marked(code))}</span>'


def facts(pairs: Pairs) -> str:
    """Names and values below each other; blanks are left out."""
    rows = (f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in pairs if value and value != BLANK)
    return f'<dl class="jx-told">{"".join(rows)}</dl>'


def finding_facts(one: Found) -> str:
    """What stands there, what it is compared with, the working, what to do, and on what it rests."""
    return facts(
        (
            (t("表上所填"), text(one.found)),
            (t("对照内容"), text(one.expected)),
            (label("working"), text(one.working)),
            (t("涉及分"), points(one.points)),
            (t("怎么办"), one.rule.todo),
            (t("依据"), one.rule.reference),
            (t("位置"), whole_form(one.cell)),
        )
    )


def whole_form(cell: str | None) -> str:
    """The cell; a finding of many rows concerns the form as a whole."""
    return t("整张表") if cell and ":" in cell else place_name(cell)


def line_facts(line: Table, working: str) -> str:
    """Operands and working of one line, and the cells it was read from."""
    places = dict.fromkeys(
        place_name(line.value(name))
        for name in ("cell", "target_cell", "actual_cell", "score_cell")
        if line.value(name)
    )
    return facts(
        (
            (label("target"), text(line.value("target"))),
            (label("actual"), text(line.value("actual"))),
            (label("points"), points(line.value("points"))),
            (label("filed_score"), points(line.value("filed_score"))),
            (t("规则允许"), span(line)),
            (label("recomputed_score"), points(line.value("recomputed_score"))),
            (label("verdict"), word("verdict", line.value("verdict"))),
            (label("working"), working),
            (label("reason"), text(line.value("reason"))),
            (t("原件位置"), t("、").join(places)),
        )
    )


def span(line: Table) -> str:
    """What the rule admits for a line: one score, or from the lowest to the highest."""
    low, high = points(line.value("low_score")), points(line.value("high_score"))
    return low if low == high else f"{low} – {high}"

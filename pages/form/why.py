"""Where what is claimed differs from what the rules give, worst first, each a link to its cell. Pure."""

from collections.abc import Sequence
from html import escape

from pages.form.found import Found, worst
from pages.form.links import Way, to_finding
from pages.form.told import badge, shape
from pages.shared.formats import text
from pages.shared.labels import place_name
from pages.shared.language import t

MOST = 4  # reasons that can be read in five seconds


def reasons(ones: Sequence[Found], way: Way, most: int = MOST) -> str:
    """The findings that weigh most, each in one line."""
    shown = worst(ones, most)
    lines = "".join(f"<li>{_reason(one, way)}</li>" for one in shown)
    more = t("另有 {n} 处,见下表页边", n=len(ones) - len(shown)) if len(ones) > len(shown) else ""
    rest = f'<li class="sub">{escape(more)}</li>' if more else ""
    return f'<ol class="jx-why">{lines}{rest}</ol>' if shown else ""


def _reason(one: Found, way: Way) -> str:
    """Mark, rule, and what stands against what; the cell at the end."""
    mark = badge(one.severity, f"{shape(one.severity)}{one.number}")
    place = "" if one.cell is None or ":" in one.cell else place_name(one.cell)
    where = f'<span class="sub">{escape(place)}</span>' if place else ""
    link = f'<a class="jx-go" target="_self" href="{escape(to_finding(one, way))}">{escape(one.rule.sentence)}</a>'
    return f'{mark} {link} <span class="jx-operands">{escape(operands(one))}</span> {where}'


def operands(one: Found) -> str:
    """The working of a score, else what was found against what it should agree with."""
    if one.working and one.code.startswith("score_"):
        return one.working
    stands, expected = text(one.found), text(one.expected)
    return f"{stands} ↔ {expected}" if one.expected else stands

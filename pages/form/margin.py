"""Marks in the margin and on the cells: a symbol that is a link, and what it tells on hover, tap or focus. Pure."""

from collections.abc import Sequence
from html import escape

from pages.form.found import WEIGHTS, Found
from pages.form.links import Way, to_finding
from pages.form.told import finding_facts, line_facts, shape
from pages.shared.formats import points
from pages.shared.labels import word
from pages.shared.language import t
from pages.shared.marks import mark_of
from pages.shared.table import Table


def pin(code: str, sign: str, name: str, href: str, told: str, *, now: bool = False, again: bool = False) -> str:
    """A mark: `sign` is a link to `href`, called `name`; `told` (HTML) opens on hover, tap and focus.

    Drawn `again` on its cell, it is left out of the keyboard's way, which leads through the margin.
    """
    kind = f"jx-pin jx-tone {code}" + (" now" if now else "")
    current = (' aria-current="true"' if now else "") + (' tabindex="-1"' if again else "")
    return (
        f'<span class="jx-spot"><a class="{escape(kind)}" target="_self" href="{escape(href)}"'
        f' aria-label="{escape(name)}"{current}>{escape(sign)}</a>'
        f'<span class="jx-tip" role="tooltip">{told}</span></span>'
    )


def finding_pin(one: Found, way: Way, now: Found | None, *, again: bool = False) -> str:
    """The mark of one finding, with its number in the form."""
    name = t("第 {n} 处发现:{sentence}", n=one.number, sentence=one.rule.sentence)
    head = f"{shape(one.severity)} {word_of(one)}"
    told = f"<b>{escape(head)}</b>{finding_facts(one)}<i>{escape(hint())}</i>"
    sign = f"{shape(one.severity)}{one.number}"
    return pin(one.severity, sign, name, to_finding(one, way), told, now=one is now, again=again)


def word_of(one: Found) -> str:
    """Severity, number and sentence of a finding."""
    mark = mark_of(one.severity)
    return t("{severity} {n}:{sentence}", severity=mark.word if mark else "", n=one.number, sentence=one.rule.sentence)


def hint() -> str:
    return t("点击:固定在上方,并标出这一行")


def finding_pins(ones: Sequence[Found], way: Way, now: Found | None, *, again: bool = False) -> str:
    """The marks of one row or cell, worst first."""
    return "".join(finding_pin(one, way, now, again=again) for one in by_weight(ones))


def by_weight(ones: Sequence[Found]) -> list[Found]:
    return sorted(ones, key=lambda one: (WEIGHTS.index(one.severity), one.number))


def doubt_pin(sentence: str, *, again: bool = False) -> str:
    """The mark of a cell that was read with doubt."""
    head = t("? 读取存疑")
    told = f"<b>{escape(head)}</b><p>{escape(sentence)}</p>"
    return pin("doubt", "?", t("读取存疑:{sentence}", sentence=sentence), "#jx-doubts", told, again=again)


def score_pin(line: Table, working: str, way: Way, picked: int | None) -> str:
    """Beside a line: what it is recomputed to, and how that compares with what was filed."""
    n, verdict = line.value("n"), line.value("verdict")
    head = f"{n}. {line.value('name') or '—'}"
    told = f"<b>{escape(head)}</b>{line_facts(line, working)}"
    sign = f"{points(line.value('recomputed_score'))} {shape(verdict) if verdict else ''}".strip()
    name = t("第 {n} 条指标,复算 {score},{verdict}", n=n, score=sign, verdict=word("verdict", verdict))
    return pin(verdict or "", sign, name, way(n, None), told, now=n == picked)

"""The finding in hand as a small table: rule, operands, place, what to do, what was decided. Every text is escaped."""

from html import escape

from analytics.rules import Rule, rules
from pages.findings import words
from pages.shared.formats import points, text
from pages.shared.labels import department_name, label, place_name, word, year_name
from pages.shared.language import language, t
from pages.shared.table import Table


def one(finding: Table) -> str:
    """One finding: what the rule says, what stands in the form and what it contradicts, where, and what to do."""
    value = finding.value
    rule = next((one for one in rules() if one.rule == value("rule")), None)
    n = value("n")
    pairs = [
        (label("project"), text(value("project"))),
        (label("department"), f"{department_name(value('department'))} · {year_name(value('year'))}"),
        (label("found"), text(value("found"))),
        (label("expected"), text(value("expected"))),
        (t("原件位置"), place_name(value("cell")) + (t("(第 {n} 条指标)", n=n) if n is not None else "")),
        (label("stake_points"), points(value("points"))),
        *(todo(rule) if rule else ()),
        *decided(finding),
    ]
    return facts(heading(value("severity"), value("what")), pairs)


def many(findings: Table) -> str:
    """Several findings: how many of each rule, of which departments."""
    names = [department_name(name) for name in dict.fromkeys(findings.column("department"))]
    pairs = [
        (what, t("{n} 处", n=len(findings.narrowed(what=what)))) for what in dict.fromkeys(findings.column("what"))
    ]
    shown = t("、").join(names[:6]) + (t(" 等 {n} 个部门", n=len(names)) if len(names) > 6 else "")
    return facts("", [*pairs, (label("department"), shown), (label("stake_points"), points(findings.total("points")))])


def todo(rule: Rule) -> tuple[tuple[str, str], ...]:
    if language() == "en":  # references name Chinese rules, in Chinese
        return ((label("todo"), rule.en_todo),)
    return (label("todo"), rule.zh_todo), (label("reference"), t(rule.reference))


def decided(finding: Table) -> list[tuple[str, str]]:
    """The state, who decided it when and why; where the texts changed since, what was decided before."""
    state, earlier = finding.value("state"), finding.value("earlier_state")
    rows = [(label("state"), word("state", state))]
    if finding.value("changed"):
        rows = [(label("state"), words.changed(earlier))]
    if finding.value("who"):
        rows.append(
            (label("who"), f"{word('who', finding.value('who'))} {finding.value('decided_here'):%Y-%m-%d %H:%M}")
        )
    if finding.value("decision_reason"):
        rows.append((label("decision_reason"), finding.value("decision_reason")))
    return rows


def heading(severity: str, what: str) -> str:
    word_ = escape(word("severity", severity))
    return f'<p class="jx-what"><span class="jx-mark jx-tone {escape(severity)}">{word_}</span> {escape(what)}</p>'


def facts(head: str, pairs: list[tuple[str, str]]) -> str:
    rows = "".join(f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>' for name, value in pairs)
    return f'{head}<table class="jx-form jx-facts"><tbody>{rows}</tbody></table>'

"""Tables of the page of rules: what the schemes and the heads of the SQL files say, never written a second time."""

from decimal import Decimal

from analytics import descriptions
from analytics.examples import examples
from analytics.rules import SEVERITIES, rules
from analytics.schemes.limits import EXCEEDED_RATE, POINTS, RATE
from analytics.schemes.limits import NUMBERS as LIMITS
from analytics.schemes.loader import require_scheme, schemes
from analytics.schemes.scheme import Scheme
from analytics.working import working
from pages.shared.formats import plain
from pages.shared.labels import scheme_title, word
from pages.shared.language import language, t
from pages.shared.table import Table

LISTED = 500
USE = ("scheme_title", "forms", "notes_scheme_from")
NUMBERS = ("parameter", "scheme_title", "parameter_value", "basis", "reference")
SCORED = ("rule", "formula", "target", "actual", "points", "low_score", "high_score", "working")
FINDINGS = ("sentence", "severity", "hits", "forms", "points", "todo", "reference")
VIEWS = ("view", "grain")
LINES = (
    "name", "project", "department", "target", "actual", "points", "filed_score", "recomputed_score", "what_if_score",
    "score_change", "low_score", "high_score", "what_if_low_score", "what_if_high_score", "verdict", "what_if_verdict",
)  # fmt: skip
FORMS = (
    "project", "department", "filed_score_100", "recomputed_score_100", "what_if_score_100", "score_100_change",
    "grade", "what_if_grade",
)  # fmt: skip
RANKS = (
    "department", "projects", "lag_rank", "what_if_lag_rank", "rank_change", "lag_index", "what_if_lag_index", "lags",
    "what_if_lags",
)  # fmt: skip
HITS = ("sentence", "severity", "hits", "what_if_hits", "hits_change")


def shown(scheme: str | None) -> tuple[Scheme, ...]:
    """The scheme chosen, or those that forms follow by themselves."""
    return (require_scheme(scheme),) if scheme else tuple(one for one in schemes() if one.followed)


def use(used: Table) -> Table:
    """How many forms follow which scheme, and why; a scheme without forms is listed too."""
    rows = [
        (scheme_title(name), forms, why) for name, forms, why in used.pick("notes_scheme", "forms", "notes_scheme_from")
    ]
    unused = [one.scheme for one in schemes() if one.scheme not in used.column("notes_scheme")]
    rest = [(scheme_title(name), 0, None) for name in unused]
    return Table("scheme_use", USE, (*sorted(rows, key=lambda row: -row[1]), *rest))


def numbers(scheme: str | None) -> Table:
    """Every parameter of the schemes shown, with its unit and what it stands on; the caps on totals last."""
    rows = [
        (parameter.name, scheme_title(one.scheme), value_in_words(parameter.name, parameter.value), parameter.basis,
         t(parameter.reference))
        for at in range(len(shown(scheme)[0].parameters)) for one in shown(scheme) for parameter in [one.parameters[at]]
    ]  # fmt: skip
    caps = [
        (
            "cap",
            scheme_title(one.scheme),
            cap_in_words(cap.execution_below_rate, cap.total_at_most),
            cap.basis,
            t(cap.reference),
        )
        for one in shown(scheme)
        for cap in one.caps
    ]
    return Table("scheme_parameter", NUMBERS, (*rows, *caps))


def cap_in_words(below: Decimal, most: Decimal) -> str:
    return t("执行率低于 {rate}%:总分不超过 {points} 分", rate=plain(below * 100, 1), points=plain(most, 2))


def value_in_words(name: str, value: Decimal | bool | str) -> str:
    """A value with its unit: 80%, 10 分, 按比例."""
    if isinstance(value, str):
        return word("parameter_value", value)
    if isinstance(value, bool):
        return word("parameter_value", str(value).lower())
    limit = LIMITS[name]
    if limit in (RATE, EXCEEDED_RATE):
        return f"{plain(value * 100, 1)}%"
    return t("{n} 分", n=plain(value, 2)) if limit == POINTS else plain(value, 0)


def scored(scheme: str | None) -> Table:
    """Each rule of scoring with its formula, and an example computed by the views under the scheme shown."""
    lines = examples(shown(scheme)[0].scheme)
    formulas = descriptions.formulas()
    rows = [
        (line.rule, formulas.get(line.rule, descriptions.OPEN), line.target, line.actual, line.points, line.low_score,
         line.high_score, working(line, t))
        for line in lines
    ]  # fmt: skip
    return Table("scored_line", SCORED, tuple(rows))


def findings(counted: Table) -> Table:
    """Every rule with its sentence, its severity, what to do and its hits in the year shown; errors first."""
    hits = {row[0]: row[1:] for row in counted.pick("rule", "hits", "forms", "points")}
    english = language() == "en"
    rows = [
        (rule.en if english else rule.zh, rule.severity, *hits.get(rule.rule, (0, 0, Decimal(0))),
         rule.en_todo if english else rule.zh_todo, t(rule.reference))
        for rule in sorted(rules(), key=lambda rule: (SEVERITIES.index(rule.severity), rule.rule))
    ]  # fmt: skip
    return Table("finding_count", FINDINGS, tuple(rows))


def named(hits: Table) -> Table:
    """Rules by their sentences."""
    sentences = {rule.rule: rule.en if language() == "en" else rule.zh for rule in rules()}
    names = ("sentence", *hits.columns)
    return Table(hits.view, names, tuple((sentences[row[hits.columns.index("rule")]], *row) for row in hits.rows))


def views() -> Table:
    """Every view with its grain."""
    rows = [(view.name, view.en if language() == "en" else view.zh) for view in descriptions.views()]
    return Table("views", VIEWS, tuple(rows))

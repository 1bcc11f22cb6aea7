"""The form redrawn as HTML. Pure; every text of the form is escaped here and nowhere trusted."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import groupby

from pages.form.found import Found
from pages.form.links import Way, to_finding
from pages.form.told import badge, shape, whole_form
from pages.shared.formats import BLANK, money, points, rate, text
from pages.shared.labels import label, place_name, word
from pages.shared.language import t
from pages.shared.marks import mark_of
from pages.shared.table import Table

GOALS = ("goal", "goal_reached")


def td(value: str, kind: str = "", span: int = 1, title: str = "") -> str:
    """One cell; `span` joins it with the rows below."""
    attributes = "".join(
        f' {name}="{escape(str(given))}"'
        for name, given in (("class", kind), ("rowspan", span if span > 1 else ""), ("title", title))
        if given
    )
    return f"<td{attributes}>{escape(value)}</td>"


def at(cell: str | None) -> str:
    """The place of a line in the original."""
    return td(place_name(cell), "mid sub")


def th(values: Iterable[str]) -> str:
    return "<tr>" + "".join(f"<th>{escape(value)}</th>" for value in values) + "</tr>"


def table(head: str, rows: Sequence[str], kind: str = "jx-form") -> str:
    """Head and rows as one table; nothing where there are no rows."""
    if not rows:
        return ""
    return f'<table class="{kind}"><thead>{head}</thead><tbody>{"".join(rows)}</tbody></table>'


def head(form: Table, filed: Table) -> str:
    """Who filed what, and the goals."""
    pairs = [
        (label(name), text(_plain(form.value(name)))) for name in ("project", "year", "department", "unit", "county")
    ]
    pairs += [
        (words, text(filed.value(name))) for name, words in zip(GOALS, (t("预期目标"), t("实际完成情况")), strict=True)
    ]
    return table(
        "", [f'<tr><th scope="row">{escape(words)}</th>{td(value)}</tr>' for words, value in pairs if value != BLANK]
    )


def _plain(value: object) -> str | None:
    return None if value is None else str(value)


def funding(rows: Table) -> str:
    """项目资金 as filed, with the rate that the figures give."""
    names = (
        "source_of_funds",
        "initial_budget_wan",
        "adjusted_budget_wan",
        "executed_wan",
        "points",
        "filed_rate",
        "filed_score",
        "cell",
    )
    order = ("total", "appropriation", "carry_over", "other")
    picked = sorted(rows.pick(*names), key=lambda row: order.index(row[0]))
    lines = []
    for source, initial, budget, spent, whole, filed_rate, score, cell in picked:
        computed = spent / budget if budget and spent is not None else None
        values = (
            money(initial),
            money(budget),
            money(spent),
            points(whole),
            rate(filed_rate),
            rate(computed),
            points(score),
        )
        figures = "".join(td(value, "num") for value in values)
        lines.append(f"<tr>{td(word('source_of_funds', source))}{figures}{at(cell)}</tr>")
    heads = (
        t("资金来源"),
        t("年初预算"),
        t("全年预算"),
        t("全年执行"),
        t("分值"),
        t("填报执行率"),
        t("复算执行率"),
        t("得分"),
        t("位置"),
    )
    drawn = table(th(heads), lines)
    return f'<div id="jx-money">{drawn}</div>' if drawn else ""


def indicators(lines: Table, form: Table, workings: Mapping[int, str], picked: int | None) -> str:
    """The indicator block in its own order, equal levels joined as in the form, and its total; `workings` by n."""
    names = (
        "level1",
        "level2",
        "name",
        "target",
        "actual",
        "points",
        "filed_score",
        "recomputed_score",
        "verdict",
        "n",
        "reason",
        "cell",
    )
    rows = list(lines.pick(*names))
    first, second = spans([row[0] for row in rows]), spans([(row[0], row[1]) for row in rows])
    drawn = [_line(row, first[at], second[at], picked, workings.get(row[9], BLANK)) for at, row in enumerate(rows)]
    heads = (
        label("level1"), label("level2"), label("name"), label("target"), label("actual"), t("分值"), t("自评"),
        t("复算"),        label("verdict"), label("working"), t("位置"),
    )  # fmt: skip
    return table(th(heads), [*drawn, total_row(form)], "jx-form jx-lines")


def total_row(form: Table) -> str:
    """总分: the points, as filed, and recomputed."""
    figures = "".join(
        td(points(form.value(name)), "num") for name in ("total_points", "filed_total", "recomputed_total")
    )
    title = t("总分")
    return f'<tr><th colspan="5">{escape(title)}</th>{figures}<td colspan="3"></td></tr>'


def _line(row: tuple, first: int, second: int, picked: int | None, how: str) -> str:
    level1, level2, name, target, actual, whole, filed, recomputed, verdict, n, reason, cell = row
    levels = (td(level_word("level1", level1), span=first) if first else "") + (
        td(level_word("level2", level2), span=second) if second else ""
    )
    values = td(text(name), "name") + td(text(target)) + td(text(actual))
    figures = "".join(td(points(value), "num") for value in (whole, filed, recomputed))
    kind = ' class="picked"' if n == picked else ""
    return f"<tr{kind}>{levels}{values}{figures}{verdict_cell(verdict)}{explained(how, reason)}{at(cell)}</tr>"


def explained(how: str, reason: str | None) -> str:
    """The working, and below it the reason that the form gives."""
    given = t("偏差原因:{reason}", reason=reason) if reason else ""
    below = f'<div class="sub">{escape(given)}</div>' if given else ""
    return f'<td class="wide">{escape(how)}{below}</td>'


def level_word(name: str, value: str | None) -> str:
    return word(name, value) if value else BLANK


def verdict_cell(verdict: str | None) -> str:
    """The verdict with its shape and its colour."""
    mark = mark_of(verdict)
    color = f' style="color:{mark.color}"' if mark else ""
    return f'<td class="mid"><span class="jx-mark"{color}>{escape(word("verdict", verdict))}</span></td>'


def spans(values: Sequence[object]) -> list[int]:
    """For each row how many rows its value runs down; 0 where the row above carries it."""
    result = []
    for _, group in groupby(values):
        length = len(list(group))
        result += [length, *[0] * (length - 1)]
    return result


def findings(found: Sequence[Found], way: Way) -> str:
    """What breaks a rule, what stands there and what the rule gives, in the order of their numbers."""
    heads = (
        t("编号"), t("规则"), t("指标"), label("found"), label("expected"), label("working"), t("涉及分"), t("位置")
    )  # fmt: skip
    return table(th(heads), [_finding(one, way) for one in found], "jx-form jx-findings")


def _finding(one: Found, way: Way) -> str:
    """One finding; its sentence leads to its cell."""
    mark = badge(one.severity, f"{shape(one.severity)}{one.number}")
    link = f'<a class="jx-go" target="_self" href="{escape(to_finding(one, way))}">{escape(one.rule.sentence)}</a>'
    todo = f'<div class="sub">{escape(one.rule.todo)}</div>' if one.rule.todo else ""
    line = td(BLANK if one.n is None else str(one.n), "mid")
    what = f'<td class="mid">{mark}</td><td class="wide">{link}{todo}</td>{line}'
    both = td(text(one.found)) + td(text(one.expected)) + td(text(one.working))
    return f"<tr>{what}{both}{td(points(one.points), 'num')}{td(whole_form(one.cell), 'mid sub')}</tr>"


def issues(sentences: Sequence[str]) -> str:
    """What was read with doubt."""
    rows = [f"<tr>{td(sentence)}</tr>" for sentence in sentences]
    return f'<div id="jx-doubts">{table("", rows)}</div>' if rows else ""

"""Sentences of the form page."""

from collections.abc import Sequence

from data.forms.issues import SENTENCES, issue_sentence
from data.records import Issue
from pages.shared.formats import BLANK, points, rate
from pages.shared.formats import money as money_words
from pages.shared.labels import definition
from pages.shared.language import language, t
from pages.shared.marks import mark_of
from pages.shared.say import Figure
from pages.shared.table import Table


def nothing() -> str:
    return t("这一范围内没有自评表。请放宽筛选,或先导入:python -m data load 文件或文件夹。")


def lead(form: Table, found: Table) -> str:
    """The form in one sentence: what was filed, what the rules give, how many errors."""
    over = form.value("inflation")
    gap = t(",虚高 {n} 分", n=points(over)) if over is not None and over > 0 else ""
    errors = len(found.narrowed(severity="error"))
    return t(
        "《{project}》自评 {filed} 分,复算 {recomputed} 分{gap};核查发现 {n} 处,其中错误 {errors} 处。",
        project=form.value("project") or "—",
        filed=points(form.value("filed_total")),
        recomputed=points(form.value("recomputed_total")),
        gap=gap,
        n=len(found),
        errors=errors,
    )


def cards(form: Table) -> list[Figure]:
    """The three totals apart, then grade, execution and what can be settled."""
    span = t("规则允许 {low} – {high}", low=points(form.value("low_total")), high=points(form.value("high_total")))
    return [
        Figure(t("自评总分"), points(form.value("filed_total")), definition("filed_total")),
        Figure(t("按表内注释"), points(form.value("notes_total")), definition("notes_total")),
        Figure(t("复算总分"), points(form.value("recomputed_total")), f"{definition('recomputed_total')} {span}"),
        Figure(t("复算等级"), grade(form.value("grade")), definition("grade")),
        Figure(t("执行率"), rate(form.value("execution_rate")), definition("execution_rate")),
        Figure(t("可核验分值占比"), rate(form.value("verifiable_share")), definition("verifiable_share")),
    ]


def grade(code: str | None) -> str:
    """The word alone: in a headline it stands without its shape."""
    mark = mark_of(code)
    return mark.word if mark else BLANK


def money(form: Table) -> str:
    budget, spent = form.value("adjusted_budget_wan"), form.value("unspent_wan")
    if budget is None:
        return t("项目资金没有填写全年预算数")
    if not spent:
        return t("全年预算 {budget},全部执行", budget=money_words(budget))
    return t("全年预算 {budget},未执行 {unspent}", budget=money_words(budget), unspent=money_words(spent))


def scores(lines: Table) -> str:
    over = lines.narrowed(verdict="overstated")
    open_lines = lines.where("verdict", ("unverifiable", "not_comparable").__contains__)
    unsettled = t(";{n} 条无法从数字核验", n=len(open_lines)) if open_lines else ""
    if not over:
        return t("{n} 条指标都没有自评偏高", n=len(lines)) + unsettled
    gap = points(over.total("inflation"))
    return t("{n} 条指标中 {over} 条自评偏高,共高 {points} 分", n=len(lines), over=len(over), points=gap) + unsettled


def scores_meaning() -> str:
    return t("按自评表原来的顺序。复算得分是规则允许区间内最接近自评得分的一点;最右一列是原件中的单元格。")


def findings(found: Table) -> str:
    if not found:
        return t("没有核查发现:各项规则都已核对")
    return t("{n} 处核查发现", n=len(found))


def rule_sentences(rules: Table) -> dict[str, str]:
    """For each rule what it finds and what to do, in the reader's language."""
    at = language()
    return {
        rule: t("{what} 处理:{todo}", what=what, todo=todo) for rule, what, todo in rules.pick("rule", at, f"{at}_todo")
    }


def issue_sentences(issues: Table) -> Sequence[str]:
    """What was read with doubt, one sentence each."""
    known = [Issue(code, place, detail) for code, place, detail in issues.pick("code", "place", "detail")]
    return [issue_sentence(one, language()) if one.code in SENTENCES else f"{one.place} {one.detail}" for one in known]


def issues(rows: Table) -> str:
    return t("{n} 处读取时存疑,请对照原件", n=len(rows)) if rows else t("每个有内容的单元格都已归入栏目,没有读取疑点")


def original(form: Table) -> str:
    return t("原件《{name}》所填内容", name=form.value("document_name") or "—")


def original_meaning() -> str:
    return t("虚线框为存疑或有核查发现的单元格,实线框为所选指标;鼠标停在格上可看位置。")


def versions(rows: Table) -> str:
    if len(rows) <= 1:
        return t("只报送过一版")
    return t("报送过 {n} 版,以最新一版为准", n=len(rows))


def versions_title() -> str:
    return t("报送版本")

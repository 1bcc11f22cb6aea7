"""Sentences of the form page."""

from collections.abc import Sequence
from decimal import Decimal

from data.forms.issues import SENTENCES, issue_sentence
from data.records import Issue
from pages.form.found import Found, Rule
from pages.shared.formats import BLANK, percent_points, points, rate, signed
from pages.shared.formats import money as money_words
from pages.shared.labels import definition, department_name, year_name
from pages.shared.language import language, t
from pages.shared.marks import mark_of
from pages.shared.say import Figure
from pages.shared.table import Table


def nothing() -> str:
    return t("这一范围内没有自评表。请放宽筛选,或先导入:python -m data load 文件或文件夹。")


def lead(form: Table, found: Sequence[Found]) -> str:
    """The form in one sentence: what was filed, what the rules give, how many errors."""
    over = form.value("inflation")
    gap = t(",虚高 {n} 分", n=points(over)) if over is not None and over > 0 else ""
    errors = sum(one.severity == "error" for one in found)
    return t(
        "《{project}》自评 {filed} 分,复算 {recomputed} 分{gap};核查发现 {n} 处,其中错误 {errors} 处。",
        project=form.value("project") or "—",
        filed=points(form.value("filed_total")),
        recomputed=points(form.value("recomputed_total")),
        gap=gap,
        n=len(found),
        errors=errors,
    )


def cards(form: Table, filed: Table) -> list[Figure]:
    """What is claimed, what the rules give, where they differ: the three totals apart, then execution."""
    span = t("规则允许 {low} – {high}", low=points(form.value("low_total")), high=points(form.value("high_total")))
    stated = t("填报 {rate}", rate=rate(filed.value("filed_rate")))
    return [
        Figure(
            t("自评总分"),
            points(form.value("filed_total")),
            definition("filed_total"),
            beside=_graded(form, "filed_grade_100"),
        ),
        Figure(t("按表内注释"), points(form.value("notes_total")), definition("notes_total")),
        Figure(
            t("复算总分"),
            points(form.value("recomputed_total")),
            definition("recomputed_total"),
            beside=_graded(form, "grade"),
        ),
        Figure(t("自评减复算"), difference(form.value("inflation")), definition("inflation"), beside=span),
        Figure(t("执行率"), rate(form.value("execution_rate")), definition("execution_rate"), beside=stated),
        Figure(t("可核验分值占比"), rate(form.value("verifiable_share")), definition("verifiable_share")),
    ]


def _graded(form: Table, name: str) -> str:
    return t("等级 {grade}", grade=grade(form.value(name)))


def difference(over: Decimal | None) -> str:
    return signed(points(over)) if over else points(over)


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


def rules(rows: Table) -> dict[str, Rule]:
    """Each rule in the reader's language."""
    at = language()
    told = rows.pick("rule", at, f"{at}_todo", "reference")
    # The references are titles of Chinese documents: a reader of English is served by the rule itself.
    return {rule: Rule(what, todo, t(source) if at == "zh" else "") for rule, what, todo, source in told}


def doubts(issues: Table) -> tuple[tuple[str, str], ...]:
    """What was read with doubt: its place, and one sentence."""
    known = [Issue(code, place, detail) for code, place, detail in issues.pick("code", "place", "detail")]
    return tuple((one.place, issue_words(one)) for one in known)


def issue_words(one: Issue) -> str:
    return issue_sentence(one, t) if one.code in SENTENCES else f"{one.place} {one.detail}"


def issues(rows: Table) -> str:
    return t("{n} 处读取时存疑,请对照原件", n=len(rows)) if rows else t("每个有内容的单元格都已归入栏目,没有读取疑点")


def original(form: Table) -> str:
    return t("原表《{name}》与页边批注", name=form.value("document_name") or "—")


def original_meaning() -> str:
    return t(
        "左边是核查发现(■ 错误 ◆ 提醒 ○ 提示 ? 读取存疑),右边是复算得分;"
        "鼠标停留、点按或用键盘移到标记上,可看规则、数据和算式。"
    )


def title(form: Table) -> str:
    """The form named on every printed page."""
    names = (form.value("project"), department_name(form.value("department")), year_name(form.value("year")))
    return " · ".join(str(name) for name in names if name)


def why(found: Sequence[Found], form: Table) -> str:
    """Whether what is claimed stands, in one sentence."""
    if not found:
        return t("填报与规则没有矛盾")
    over = form.value("inflation")
    if over is not None and over > 0:
        return t("为什么差 {n} 分", n=points(over))
    errors = [one for one in found if one.severity == "error"]
    return t("得分与规则不矛盾,但有 {n} 处错误", n=len(errors)) if errors else t("得分与规则不矛盾,以下各处请核对")


def year_before(before: Table, form: Table) -> str:
    """What changed since the year before, in one sentence."""
    if not before:
        return t("没有同一项目上一年度的自评表可比")
    spent, score = (
        percent_points(_change(before, form, "execution_rate")),
        signed(points(_change(before, form, "recomputed_total"))),
    )
    return t("与 {year} 年相比:执行率 {spent},复算总分 {score}", year=before.value("year"), spent=spent, score=score)


def _change(before: Table, form: Table, name: str) -> Decimal | None:
    then, now = before.value(name), form.value(name)
    return None if then is None or now is None else now - then


def version(number: int) -> str:
    return t("第 {n} 版", n=number)


def version_differences(earlier: int, later: int, fields: int) -> str:
    if not fields:
        return t("第 {later} 版与第 {earlier} 版内容相同", later=later, earlier=earlier)
    return t("第 {later} 版比第 {earlier} 版改了 {n} 处", later=later, earlier=earlier, n=fields)


def versions(rows: Table) -> str:
    if len(rows) <= 1:
        return t("只报送过一版")
    return t("报送过 {n} 版,以最新一版为准", n=len(rows))


def versions_title() -> str:
    return t("报送版本")

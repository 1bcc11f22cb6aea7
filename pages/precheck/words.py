"""Sentences of the pre-check."""

from collections.abc import Sequence

from data.errors import retold
from data.forms.issues import SENTENCES, issue_sentence
from data.load import LoadReport
from data.records import Issue
from pages.shared.formats import BLANK, count, points, rate
from pages.shared.labels import definition, year_name
from pages.shared.language import language, t
from pages.shared.say import Figure
from pages.shared.table import Table

LINES = (
    "n", "level2", "name", "target", "actual", "points", "filed_score", "low_score", "high_score", "verdict", "working",
    "cell",
)  # fmt: skip
WAITING = ("project", "year", "document_name", "held_for", "received")
FINDINGS = ("severity", "rule_sentence", "n", "found", "expected", "points", "where", "todo")


def lead() -> str:
    return t("报送前先查一遍:读取您的自评表,按评分口径逐项复算,列出核查发现。内容只在本次查看中使用,不保存。")


def filing_meaning() -> str:
    return t("报送后由财政局审核人员确认,确认前不计入任何数字。表内主管部门须为本部门。")


def filed(report: LoadReport) -> str:
    return t(
        "已报送 {forms} 份自评表,待审核人员确认;已有的 {unchanged} 个文件未重复报送,退回 {rejected} 个文件。",
        forms=count(report.forms), unchanged=count(report.unchanged), rejected=count(report.rejected),
    )  # fmt: skip


def sent_back(told: str) -> str:
    return retold(told, language())


def waiting(held: Table) -> str:
    return t("已报送、待确认的 {n} 份自评表", n=count(len(held)))


def waiting_title() -> str:
    return t("已报送待确认")


def formats() -> str:
    return t("支持 xlsx、xls、et、ods、docx、doc、pdf、html、csv、txt,以及含有这些文件的 zip。")


def too_many(n: int, most: int) -> str:
    return t("共读出 {n} 份自评表,这里显示前 {most} 份。", n=count(n), most=most)


def form(summary: Table) -> str:
    return t("{project}({year})", project=summary.value("project") or BLANK, year=year_name(summary.value("year")))


def cards(summary: Table) -> list[Figure]:
    span = t(
        "规则允许 {low} – {high}", low=points(summary.value("low_total")), high=points(summary.value("high_total"))
    )
    return [
        Figure(t("自评总分"), points(summary.value("filed_total")), definition("filed_total")),
        Figure(t("按表内注释"), points(summary.value("notes_total")), definition("notes_total")),
        Figure(t("复算总分"), points(summary.value("recomputed_total")), definition("recomputed_total"), beside=span),
        Figure(t("执行率"), rate(summary.value("execution_rate")), definition("execution_rate")),
    ]


def verdict(summary: Table, found: Table) -> str:
    """Whether the form can be filed as it is."""
    errors, warnings = (len(found.narrowed(severity=one)) for one in ("error", "warning"))
    if errors:
        return t("请先改正 {errors} 处错误,并核对 {warnings} 处提醒,再报送。", errors=errors, warnings=warnings)
    if warnings:
        return t("没有错误;有 {warnings} 处提醒,请核对或写明原因后报送。", warnings=warnings)
    return t("没有错误,也没有提醒,可以报送。") if summary else BLANK


def findings(found: Table) -> str:
    return t("{n} 处核查发现", n=len(found)) if found else t("没有核查发现:各项规则都已核对")


def findings_title(summary: Table) -> str:
    return t("核查发现") + "-" + form(summary)


def lines(table: Table) -> str:
    over = table.narrowed(verdict="overstated")
    if not over:
        return t("{n} 条指标都没有自评偏高", n=len(table))
    return t(
        "{n} 条指标中 {over} 条自评偏高,共高 {points} 分",
        n=len(table),
        over=len(over),
        points=points(over.total("inflation")),
    )


def lines_meaning() -> str:
    return t("按自评表原来的顺序。自评得分在允许最低分和允许最高分之间即为相符。")


def lines_title(summary: Table) -> str:
    return t("逐项复算") + "-" + form(summary)


def doubts(found: Sequence[Issue]) -> str:
    if not found:
        return t("每个有内容的单元格都已归入栏目,没有读取疑点")
    return t("{n} 处读取时存疑,请对照原件", n=len(found))


def doubt_sentences(found: Sequence[Issue]) -> list[str]:
    return [issue_sentence(one, t) for one in found if one.code in SENTENCES]

"""Sentences of the import page."""

from data.errors import retold
from data.load import LoadReport
from pages.shared.formats import count
from pages.shared.language import language, t
from pages.shared.table import Table

REFUSED = ("file", "why_refused", "received")
RESULT = ("file", "outcome", "new_forms", "new_held", "why_refused")


def lead(covered: Table) -> str:
    """What the store holds, and what is left to do."""
    sentence = t(
        "已载入 {n} 份自评表,来自 {documents} 个文件。",
        n=count(covered.value("evaluations")),
        documents=count(covered.value("documents")),
    )
    waits, refused = covered.value("held"), covered.value("refused")
    if waits:
        sentence += t("{n} 份待确认。", n=count(waits))
    if refused:
        sentence += t("{n} 个文件未能读取。", n=count(refused))
    return sentence


def upload() -> str:
    return t("导入自评表")


def upload_meaning() -> str:
    return t(
        "可一次选择多个文件或压缩包。相同内容不会重复计入,同一项目的更正表成为新版本,旧版保留。"
        "读不出的文件不影响其他文件。"
    )


def summary(report: LoadReport, stored: bool) -> str:
    """How many files, and what became of them: the parts always add up to the whole."""
    told = t(
        "共 {seen} 个文件 = 导入 {imported} + 未变 {unchanged} + 待确认 {held} + 未能读取 {rejected};"
        "新增自评表 {forms} 份,其中更正 {versions} 份。",
        **{name: count(getattr(report, name)) for name in COUNTED},
    )
    return told if stored else t("只检查,没有入库。") + told


COUNTED = ("seen", "imported", "unchanged", "held", "rejected", "forms", "versions")


def cancelled() -> str:
    return t("上一次导入没有完成(已取消),数据没有变化。")


def result(report: LoadReport) -> Table:
    """One row per file, what needs a person first."""
    order = ("rejected", "held", "imported", "unchanged")
    rows = [
        (one.file.name, one.outcome, one.forms, one.held, retold(one.told, language()) if one.told else None)
        for one in sorted(report.results, key=lambda one: order.index(one.outcome))
    ]
    return Table("import_result", RESULT, tuple(rows))


def result_title() -> str:
    return t("导入结果")


def with_reasons(refused: Table) -> Table:
    """Refused files with the reason in the reader's language."""
    rows = tuple(
        (*row, retold(told, language())) for row, told in zip(refused.rows, refused.column("told"), strict=True)
    )
    return Table(refused.view, (*refused.columns, "why_refused"), rows)


def refused(table: Table) -> str:
    if not table:
        return t("没有未能读取的文件")
    return t("{n} 个文件未能读取,按下列办法处理后重新上传即可", n=count(len(table)))


def refused_title() -> str:
    return t("未能读取的文件")


def held(table: Table) -> str:
    waiting = len(waits(table))
    if not waiting:
        return t("没有待确认的自评表")
    return t("{n} 份自评表待确认,确认前不计入任何数字", n=count(waiting))


def waits(table: Table) -> Table:
    """The held forms about which nobody decided yet."""
    return table.where("held_for", lambda reasons: reasons != "declined")


def held_meaning() -> str:
    return t("年度或部门与文件名、批次不一致的,以及由图片识别而来的自评表,须经人工确认才计入。")


def generations() -> str:
    return t("历次数据")


def generations_meaning() -> str:
    return t("每次导入或更正都生成新的一代数据,旧的一代原样保留,可随时退回。退回不删除任何原件。")

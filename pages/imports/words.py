"""Sentences of the import page."""

from collections.abc import Iterator

from data.load import LoadReport
from pages.shared.formats import count
from pages.shared.language import t
from pages.shared.table import Table


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


def summary(report: LoadReport, stored: bool) -> tuple[str, ...]:
    """How many files, and what became of them: the parts always add up to the whole. Then what is left to do."""
    told = t(
        "共 {seen} 个文件 = 导入 {imported} + 未变 {unchanged} + 待确认 {held} + 未能读取 {rejected};"
        "新增自评表 {forms} 份,其中更正 {versions} 份。",
        **{name: count(getattr(report, name)) for name in COUNTED},
    )
    return ((told,) if stored else (t("只检查,没有入库。"), told)) + tuple(left_to_do(report, stored))


def left_to_do(report: LoadReport, stored: bool) -> Iterator[str]:
    if report.rejected:
        yield t("未能读取的按下列办法处理后再上传,其余的不必重传。")
    if report.waiting and stored:
        yield t("待确认的在下一栏逐份或一并决定。")


COUNTED = ("seen", "imported", "unchanged", "held", "rejected", "forms", "versions")


def result_title() -> str:
    return t("导入结果")


def refused(table: Table) -> str:
    if not table:
        return t("没有未能读取的文件")
    return t("{n} 个文件未能读取,按下列办法处理后重新上传即可", n=count(len(table)))


def refused_listed(n: int) -> str:
    return t("逐个列出这 {n} 个文件", n=count(n))


def refused_title() -> str:
    return t("未能读取的文件")


def files(n: int) -> str:
    return t("逐个文件的结果({n} 个)", n=count(n))


def refused_for(n: int, reasons: int) -> str:
    if reasons == 1:
        return t("{n} 个文件因同一原因未能读取", n=count(n))
    return t("{n} 个文件未能读取,原因有 {m} 种", n=count(n), m=count(reasons))


def reasons_title() -> str:
    return t("未能读取的原因")


def corrections(versions: int, changes: int) -> str:
    return t("{n} 份更正了此前报送的自评表,改动 {m} 处", n=count(versions), m=count(changes))


def corrections_meaning(untold: int) -> str | None:
    """Nothing to add where every correction is listed."""
    return t("另有 {n} 份更正没有列出,改动见各自评表页的“版本”。", n=count(untold)) if untold else None


def corrections_title() -> str:
    return t("更正内容")

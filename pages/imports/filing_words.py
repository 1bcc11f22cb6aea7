"""Sentences about who has filed."""

from pages.shared.formats import count
from pages.shared.labels import year_name
from pages.shared.language import t
from pages.shared.table import Table


def title(counts: Table) -> str:
    expected, missing = (int(counts.total(name)) for name in ("expected_forms", "missing_forms"))
    if not expected:
        return t("还没有自评任务清单,不知道谁还没有报")
    if not missing:
        return t("任务清单要求的 {n} 份都已报送", n=count(expected))
    return t("任务清单要求的 {n} 份中,还有 {m} 份没有报送", n=count(expected), m=count(missing))


def meaning() -> str:
    return t("应报 = 已报 + 待确认 + 未报。部门按对照表中的现名称归并;项目名称须与清单一致,相近的只作提示。")


def no_list() -> str:
    return t(
        "上传自评任务清单(年度、主管部门、项目名称)后,这里按部门列出应报、已报和未报。"
        "清单的模板在下面“部门名称和任务清单”中下载。"
    )


def year(year: int, counts: Table) -> str:
    said = {name: count(int(counts.total(f"{name}_forms"))) for name in ("expected", "answered", "waiting", "missing")}
    late = count(len(counts.where("missing_forms", lambda n: n > 0)))
    sentence = t(
        "{year} 年度:应报 {expected} 份 = 已报 {answered} + 待确认 {waiting} + 未报 {missing}",
        year=year_name(year),
        **said,
    )
    return sentence + (t(",{n} 个部门还没有报齐", n=late) if late != "0" else "")


def counts_title(year: int) -> str:
    return t("{year} 年度各部门报送情况", year=year_name(year))


def missing(forms: Table) -> str:
    near = len(forms.known("filed_like"))
    sentence = t("没有计入的 {n} 份", n=count(len(forms)))
    return sentence + (t(",其中 {n} 份可能已用相近的名称报送", n=count(near)) if near else "")


def missing_title(year: int) -> str:
    return t("{year} 年度未报的自评表", year=year_name(year))


def may_be(project: str | None) -> str | None:
    return t("可能是《{project}》", project=project) if project else None


def unexpected(n: int) -> str:
    return t("清单外报送的 {n} 份", n=count(n))


def unexpected_title(year: int) -> str:
    return t("{year} 年度清单外报送的自评表", year=year_name(year))

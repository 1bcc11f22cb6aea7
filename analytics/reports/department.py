"""The department brief: its year against the county. Views in, a Brief out."""

import duckdb

from analytics.reports.annexes import lines_annex, positive, projects_annex, rules_annex
from analytics.reports.county import bounds_in_force, gap, low_lines
from analytics.reports.origin import county_of, origin_notes
from analytics.reports.report import Brief, Origin, Paragraph, Section
from analytics.reports.rows import Rows, fetch_rows
from analytics.reports.sections import NAMED, findings_section, lines_section, todo_paragraphs, unspent_picture
from analytics.reports.speech import Speech, count, percent, points
from analytics.schemes.bounds import Bounds

RULES = """
select r.rule, r.severity, count(f.rule) as hits, count(distinct f.evaluation) as forms,
    cast(coalesce(sum(f.points), 0) as decimal(24, 2)) as points
from rule as r
left join counted_finding as f on f.rule = r.rule and f.year = ? and f.department is not distinct from ?
group by r.rule, r.severity
order by case r.severity when 'error' then 0 when 'warning' then 1 else 2 end, hits desc, r.rule
"""


def department_brief(connection: duckdb.DuckDBPyConnection, department: str | None, origin: Origin) -> Brief:
    """The brief of one department (None: the forms that name none) for a year in which it has forms."""
    t, year = Speech(origin.language), origin.year

    def own(view: str, order: str = "all", of: int = year) -> Rows:
        return fetch_rows(connection, view, order, of, department, whole=False)

    standing, before, now = own("lagging_department"), own("department_summary", of=year - 1), own("department_summary")
    projects = own("project_summary", "unspent_wan desc nulls last, project, evaluation")
    lines, limits = low_lines(connection, year).equal("department", department), bounds_in_force(connection)
    counts, county, who = (
        department_rules(connection, department, year),
        county_of(connection, year),
        t.department(department),
    )
    all_lines = sum(projects.column("indicators"))
    sections = (
        standing_section(now, before, standing, t),
        money_section(now, before, projects, limits, t),
        lines_section(lines, all_lines, own("level2_summary"), limits.low_score_rate, "2", t),
        findings_section(counts, now.value("errors"), now.value("warnings"), "3", t),
        Section(t("需要整改的事项"), (*todo_paragraphs(counts, t), Paragraph(t("逐处清单见整改通知。")))),
    )
    return Brief(
        title=t("{who}{year}年度\n项目支出绩效自评情况简报", who=t.text(who) + gap(t, who), year=year),
        subtitle=t("(自评表 {n} 份)", n=count(now.value("projects"))),
        summary=summary(now, t),
        sections=sections,
        annexes=(projects_annex(projects, t), lines_annex(lines, t), rules_annex(counts, t)),
        signed=t("{county}财政局", county=county + gap(t, county)),
        date=t.day(origin.made_at),
        notes=origin_notes(connection, origin, t),
        demo=t("【演示数据】") if origin.demo else "",
    )


def department_rules(connection: duckdb.DuckDBPyConnection, department: str | None, year: int) -> Rows:
    """How often the department broke each rule; rules that it kept are listed too."""
    found = connection.cursor().execute(RULES, [year, department])
    return Rows(tuple(str(one[0]) for one in found.description), tuple(found.fetchall()))


def summary(now: Rows, t: Speech) -> str:
    return t(
        "全年预算 {budget},执行 {spent},执行率 {rate},未执行 {left};"
        "自评平均 {filed} 分,按规则复算平均 {recomputed} 分。",
        budget=t.money(now.value("adjusted_budget_wan")),
        spent=t.money(now.value("executed_wan")),
        rate=percent(now.value("execution_rate")),
        left=t.money(now.value("unspent_wan")),
        filed=points(now.value("filed_score_100")),
        recomputed=points(now.value("recomputed_score_100")),
    )


def standing_section(now: Rows, before: Rows, standing: Rows, t: Speech) -> Section:
    """Scores with last year's change, the county's median beside them, and whether it lags."""
    scores = t(
        "自评平均得分 {filed} 分{filed_change},按规则复算平均得分 {recomputed} 分{change},"
        "全县各部门中位数 {median} 分。",
        filed=points(now.value("filed_score_100")),
        filed_change=t.changed(now.value("filed_score_100"), before.value("filed_score_100"), points),
        recomputed=points(now.value("recomputed_score_100")),
        change=t.changed(now.value("recomputed_score_100"), before.value("recomputed_score_100"), points),
        median=points(standing.value("recomputed_score_100_median")),
    )
    return Section(
        t("总体情况"), (Paragraph(scores, t("得分情况")), Paragraph(place_said(standing, t), t("在全县的位置")))
    )


def place_said(standing: Rows, t: Speech) -> str:
    """Its place among the lagging, with reasons and the warning where projects are few."""
    rank, reasons = count(standing.value("lag_rank")), standing.value("reasons")
    if standing.value("lags"):
        said = t(
            "滞后程度列全县第 {rank} 位,列为滞后部门,原因:{reasons}。", rank=rank, reasons=t.word("reasons", reasons)
        )
    else:
        said = t("滞后程度列全县第 {rank} 位,不属于滞后部门。", rank=rank)
    few = t("项目少于 3 个,平均数和名次仅供参考。") if standing.value("small_number") else ""
    return said + (t("上年也列为滞后部门。") if standing.value("repeat") else "") + few


def money_section(now: Rows, before: Rows, projects: Rows, limits: Bounds, t: Speech) -> Section:
    left = t("未执行 {n}{change}。", n=t.money(now.value("unspent_wan")),
             change=t.changed(now.value("unspent_wan"), before.value("unspent_wan"), t.money))  # fmt: skip
    most = [t("“{project}”{n}", project=t.text(project), n=t.money(wan))
            for project, wan in positive(projects, "unspent_wan").head(NAMED)
            .pick("project", "unspent_wan")]  # fmt: skip
    left += t("未执行最多的项目是:{projects}。", projects=t.listed(most)) if most else ""
    picture = unspent_picture(projects, "project", limits.lagging_rate, t)
    paragraphs = (Paragraph(left, t("未执行金额")), Paragraph(rates(now, before, projects, limits, t), t("执行率")))
    return Section(t("预算执行"), paragraphs, (picture,) if picture else ())


def rates(now: Rows, before: Rows, projects: Rows, limits: Bounds, t: Speech) -> str:
    first = t("本部门执行率 {rate}{change},按合计数计算。", rate=percent(now.value("execution_rate")),
              change=t.points_changed(now.value("execution_rate"), before.value("execution_rate")))  # fmt: skip
    low, bound = projects.below("execution_rate", limits.lagging_rate), percent(limits.lagging_rate)
    names = [t("“{project}”{rate}", project=t.text(name), rate=percent(rate))
             for name, rate in low.head(NAMED).pick("project", "execution_rate")]  # fmt: skip
    if not names:
        return first + t("没有项目的执行率低于 {bound}。", bound=bound)
    said = t.listed(names) + (t("等") if len(low) > len(names) else "")
    return first + t("执行率低于 {bound} 的项目 {n} 个:{names}。详见附表1。", bound=bound, n=len(low), names=said)

"""The county brief: the year's figures for the leadership. Views in, a Brief out."""

from collections.abc import Iterator

import duckdb

from analytics.reports.annexes import execution_annex, lagging_annex, lines_annex, positive, rules_annex
from analytics.reports.origin import county_of, origin_notes
from analytics.reports.report import Brief, Origin, Paragraph, Section
from analytics.reports.rows import Rows, fetch_rows
from analytics.reports.sections import NAMED, findings_section, lines_section, todo_paragraphs, unspent_picture
from analytics.reports.speech import Speech, Writer, amount, count, percent, points
from analytics.schemes.bounds import COLUMNS, Bounds, usual_bounds


def county_brief(connection: duckdb.DuckDBPyConnection, origin: Origin) -> Brief:
    """The brief of the whole county for a year that has forms."""
    t, year = Speech(origin.language), origin.year
    county, before = (fetch_rows(connection, "county_summary", year=one) for one in (year, year - 1))
    departments = fetch_rows(connection, "department_execution", "unspent_wan desc nulls last, department", year)
    lagging = fetch_rows(connection, "lagging_department", "lag_rank, department", year).equal("lags", True)
    lines, counts = low_lines(connection, year), rule_counts(connection, year)
    levels, limits = fetch_rows(connection, "level2_summary", year=year), bounds_in_force(connection)
    name = county_of(connection, year)
    sections = (
        whole_section(county, before, t),
        money_section(connection, county, before, departments, limits, t),
        lines_section(lines, county.value("indicators"), levels, limits.low_score_rate, "2", t),
        lagging_section(lagging, t),
        findings_section(counts, county.value("errors"), county.value("warnings"), "4", t),
        todo_section(departments, counts, limits, t),
    )
    return Brief(
        title=t("{county}{year}年度\n项目支出绩效自评情况简报", county=name + gap(t, name), year=year),
        subtitle=t(
            "(自评表 {n} 份,涉及 {m} 个部门)", n=count(county.value("forms")), m=count(county.value("departments"))
        ),
        summary=summary(county, t),
        sections=sections,
        annexes=(
            execution_annex(departments, t),
            lines_annex(lines, t),
            lagging_annex(lagging, t),
            rules_annex(counts, t),
        ),
        signed=t("{county}财政局", county=name + gap(t, name)),
        date=t.day(origin.made_at),
        notes=origin_notes(connection, origin, t),
        demo=t("【演示数据】") if origin.demo else "",
    )


def gap(t: Speech, name: str) -> str:
    return " " if name and t.language == "en" else ""


def low_lines(connection: duckdb.DuckDBPyConnection, year: int) -> Rows:
    """The low-scoring lines, most points lost first."""
    order = "lost_points desc nulls last, department, project, evaluation, n"
    return fetch_rows(connection, "recomputed_indicator", order, year).equal("low_scoring", True)


def rule_counts(connection: duckdb.DuckDBPyConnection, year: int) -> Rows:
    """Every rule: errors first, then most hits first."""
    weight = "case severity when 'error' then 0 when 'warning' then 1 else 2 end"
    return fetch_rows(connection, "finding_count", f"{weight}, hits desc, rule", year)


def bounds_in_force(connection: duckdb.DuckDBPyConnection) -> Bounds:
    """The bounds of the scheme in force; without forms the usual ones."""
    found = next(fetch_rows(connection, "scheme_bound").pick(*COLUMNS), None)
    return Bounds(*found) if found else usual_bounds()


def summary(county: Rows, t: Speech) -> str:
    return t(
        "全年预算 {budget},执行 {spent},执行率 {rate},未执行 {left};自评平均 {filed} 分,按规则复算平均 {recomputed} 分;"
        "滞后部门 {lagging} 个。",
        budget=t.money(county.value("adjusted_budget_wan")),
        spent=t.money(county.value("executed_wan")),
        rate=percent(county.value("execution_rate")),
        left=t.money(county.value("unspent_wan")),
        filed=points(county.value("filed_score_100")),
        recomputed=points(county.value("recomputed_score_100")),
        lagging=count(county.value("lagging_departments")),
    )


def whole_section(county: Rows, before: Rows, t: Speech) -> Section:
    """How many filed, how they score themselves, how they are scored by the rules."""

    def change(name: str, write: Writer) -> str:
        return t.changed(county.value(name), before.value(name), write)

    filed = t(
        "全县共 {departments} 个部门报送自评表 {forms} 份{change},指标 {lines} 项。",
        departments=count(county.value("departments")),
        forms=count(county.value("forms")),
        change=change("forms", count),
        lines=count(county.value("indicators")),
    )
    scores = t(
        "自评平均得分 {filed} 分{filed_change},按规则复算平均得分 {recomputed} 分{change};"
        "自评满分 {full} 份{full_change}。"
        "{over} 项指标的自评得分高于规则允许{over_change},各表合计虚高 {inflation} 分。可由数字核验的分值占 {share}。",
        filed=points(county.value("filed_score_100")),
        filed_change=change("filed_score_100", points),
        recomputed=points(county.value("recomputed_score_100")),
        change=change("recomputed_score_100", points),
        full=count(county.value("full_mark_forms")),
        full_change=change("full_mark_forms", count),
        over=count(county.value("overstated_indicators")),
        over_change=change("overstated_indicators", count),
        inflation=points(county.value("inflation")),
        share=percent(county.value("verifiable_share")),
    )
    return Section(t("总体情况"), (Paragraph(filed, t("报送情况")), Paragraph(scores, t("得分情况"))))


def money_section(
    connection: duckdb.DuckDBPyConnection, county: Rows, before: Rows, departments: Rows, limits: Bounds, t: Speech
) -> Section:
    """Money left first, then rates."""
    projects = positive(
        fetch_rows(connection, "project_summary", "unspent_wan desc nulls last, department, project, evaluation",
                   county.value("year")), "unspent_wan")  # fmt: skip
    most = [
        t("{who}“{project}”{n}", who=t.text(t.department(who)), project=t.text(project), n=t.money(left))
        for who, project, left in projects.head(NAMED).pick("department", "project", "unspent_wan")
    ]
    left = t("全县未执行 {n}{change}。", n=t.money(county.value("unspent_wan")),
             change=t.changed(county.value("unspent_wan"), before.value("unspent_wan"), t.money))  # fmt: skip
    left += (
        t("{n} 个项目没有用完预算,未执行最多的是:{projects}。", n=count(len(projects)), projects=t.listed(most))
        if most
        else ""
    )
    picture = unspent_picture(departments, "department", limits.lagging_rate, t)
    paragraphs = (
        Paragraph(left, t("未执行金额")),
        Paragraph(rates(county, before, departments, limits, t), t("执行率")),
    )
    return Section(t("预算执行"), paragraphs, (picture,) if picture else ())


def rates(county: Rows, before: Rows, departments: Rows, limits: Bounds, t: Speech) -> str:
    """The county's rate with its change, and the departments below the bound."""
    low = departments.below("execution_rate", limits.lagging_rate)
    names = [
        t("{who} {rate}(未执行 {n})", who=t.text(t.department(who)), rate=percent(rate), n=t.money(left))
        for who, rate, left in low.head(2 * NAMED).pick("department", "execution_rate", "unspent_wan")
    ]
    first = t("全县执行率 {rate}{change},按合计数计算。", rate=percent(county.value("execution_rate")),
              change=t.points_changed(county.value("execution_rate"), before.value("execution_rate")))  # fmt: skip
    bound = percent(limits.lagging_rate)
    if not names:
        return first + t("没有部门的执行率低于 {bound}。", bound=bound)
    rest = t("等") if len(low) > len(names) else ""
    said = t.listed(names) + rest
    return first + t("执行率低于 {bound} 的部门 {n} 个:{names}。详见附表1。", bound=bound, n=len(low), names=said)


def lagging_section(lagging: Rows, t: Speech) -> Section:
    """Which departments lag most, and why."""
    if not len(lagging):
        return Section(t("滞后部门"), (Paragraph(t("按所用口径没有滞后部门。")),))
    again = sum(1 for repeat in lagging.column("repeat") if repeat)
    first = t("共 {n} 个部门滞后,其中 {again} 个上年也滞后。", n=count(len(lagging)), again=count(again))
    most = [
        t("{who}({reasons})", who=t.text(t.department(who)), reasons=t.word("reasons", reasons))
        for who, reasons in lagging.head(NAMED).pick("department", "reasons")
    ]
    text = first + t("滞后程度靠前的是:{names}。详见附表3。", names=t.listed(most))
    return Section(t("滞后部门"), (Paragraph(text),))


def todo_section(departments: Rows, counts: Rows, limits: Bounds, t: Speech) -> Section:
    """What follows from the figures."""
    return Section(t("下一步工作"), tuple(todos(departments, counts, limits, t)))


def todos(departments: Rows, counts: Rows, limits: Bounds, t: Speech) -> Iterator[Paragraph]:
    low = departments.below("execution_rate", limits.lagging_rate)
    if len(low):
        text = t(
            "请执行率低于 {bound} 的 {n} 个部门逐项说明未执行 {money}的原因和后续安排。",
            bound=percent(limits.lagging_rate),
            n=count(len(low)),
            money=t("{n} 万元", n=amount(low.total("unspent_wan"))),
        )
        yield Paragraph(text)
    yield from todo_paragraphs(counts, t)
    yield Paragraph(t("对仍待处理的核查发现,向有关部门发出整改通知,限期回复。"))

"""Parts that the county brief and the department brief share: where points are lost, what was found, what to do."""

from decimal import Decimal
from itertools import groupby

from analytics.reports.annexes import positive
from analytics.reports.report import Bar, Paragraph, Picture, Section
from analytics.reports.rows import Rows
from analytics.reports.speech import Speech, amount, count, percent, points

NAMED = 5  # things that a sentence names before it refers to the annex
DRAWN = 10


def lines_section(lines: Rows, all_lines: int, levels: Rows, bound: Decimal, number: str, t: Speech) -> Section:
    """Low-scoring indicators: how many, where the points go, and the heaviest."""
    lost = lost_by_level2(levels)
    said = [t("{name}失分 {n} 分", name=t.word("level2", name), n=points(gone)) for name, gone in lost[:3]]
    first = t(
        "{all} 项指标中,得分率低于 {bound} 的有 {n} 项,共失分 {lost} 分。",
        all=count(all_lines),
        bound=percent(bound),
        n=count(len(lines)),
        lost=points(lines.total("lost_points")),
    )
    second = t("按二级指标看,失分最多的是{levels}。", levels=t.listed(said)) if said else ""
    worst = [
        t("{project}“{name}”(指标值 {target},实际 {actual},失 {n} 分)",
          project=t.text(project), name=t.text(name), target=t.text(target), actual=t.text(actual), n=points(gone))
        for project, name, target, actual, gone in lines.head(3).pick(
            "project", "name", "target", "actual", "lost_points"
        )
    ]  # fmt: skip
    third = t("失分较多的有:{lines}。", lines=t.listed(worst)) if worst else ""
    texts = [first, second, third, t("详见附表{n}。", n=number) if len(lines) else ""]
    return Section(t("低分指标"), (Paragraph("".join(texts)),), (lost_picture(lost, t),) if lost else ())


def lost_by_level2(levels: Rows) -> list[tuple[str | None, Decimal]]:
    """Points lost by level-2 indicator, most first; those that lost nothing left out."""
    rows = sorted(levels.pick("level2", "lost_points"), key=lambda row: row[0] or "")
    sums = [(name, sum((gone or Decimal(0) for _, gone in group), Decimal(0)))
            for name, group in groupby(rows, key=lambda row: row[0])]  # fmt: skip
    return sorted([pair for pair in sums if pair[1] > 0], key=lambda pair: -pair[1])


def lost_picture(lost: list[tuple[str | None, Decimal]], t: Speech) -> Picture:
    bars = [Bar(t.word("level2", name), gone, points(gone), at == 0) for at, (name, gone) in enumerate(lost[:DRAWN])]
    return Picture(t("各二级指标复算失分(分)"), tuple(bars))


def unspent_picture(rows: Rows, name: str, bound: Decimal, t: Speech) -> Picture | None:
    """Money left, most first; what lies below the bound stands out. None where nothing is left."""
    left = positive(rows, "unspent_wan").head(DRAWN)
    bars = [
        Bar(t.text(who) if who else t.department(None), wan, f"{amount(wan)} ({percent(rate)})",
            rate is not None and rate < bound)
        for who, wan, rate in left.pick(name, "unspent_wan", "execution_rate")
    ]  # fmt: skip
    title = t("未执行金额(万元,括号内为执行率;橙色为执行率低于 {bound})", bound=percent(bound))
    return Picture(title, tuple(bars)) if bars else None


def findings_section(counts: Rows, errors: int, warnings: int, number: str, t: Speech) -> Section:
    """What the rules found: how many of each weight, and the rules with most of the heavier ones."""
    hit = positive(counts, "hits")
    first = t(
        "对照 {rules} 条规则核查,{hit} 条有发现,{passed} 条没有。其中错误 {errors} 处、提醒 {warnings} 处。",
        rules=count(len(counts)),
        hit=count(len(hit)),
        passed=count(len(counts) - len(hit)),
        errors=count(errors),
        warnings=count(warnings),
    )
    most = [
        t("{rule}({n} 处)", rule=bare(t.rule(rule)), n=count(hits)) for rule, hits in heavy(hit).pick("rule", "hits")
    ]
    second = t("错误和提醒中,较多的是:{rules}。", rules=t.listed(most)) if most else ""
    return Section(t("核查发现"), (Paragraph(first + second + t("详见附表{n}。", n=number)),))


def heavy(counts: Rows) -> Rows:
    """The rules of errors and warnings, most hits first."""
    kept = [row for row in counts.rows if row[counts.columns.index("severity")] != "note"]
    return Rows(counts.columns, tuple(sorted(kept, key=lambda row: -row[counts.columns.index("hits")]))).head(NAMED)


def todo_paragraphs(counts: Rows, t: Speech) -> list[Paragraph]:
    """What the rules with most errors and warnings ask for."""
    return [
        Paragraph(t("{rule}涉及 {forms} 份自评表。{todo}", rule=bare(t.rule(rule)) + comma(t), forms=count(forms),
                    todo=t.todo(rule)))
        for rule, forms in heavy(positive(counts, "hits")).head(3).pick("rule", "forms")
    ]  # fmt: skip


def comma(t: Speech) -> str:
    return "\uff0c" if t.language == "zh" else ": "


def bare(sentence: str) -> str:
    """A sentence without its full stop, for use inside another."""
    return sentence.rstrip("。.")

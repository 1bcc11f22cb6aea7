"""The rectification notice of one department: its findings that are open or accepted, with a column for the reply."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

import duckdb

from analytics.exports.clean import visible
from analytics.lines import Line, fetch_lines
from analytics.reports.origin import county_of, origin_notes
from analytics.reports.report import Annex, Origin
from analytics.reports.rows import Rows, fetch_rows
from analytics.reports.speech import Speech, count
from analytics.working import working
from data.texts import mark

TO_RECTIFY = ("open", "accepted")
# What names a finding over generations, and what was found and expected: a key holds for exactly that.
KEYED = ("document", "place", "rule", "n", "cell", "found", "expected")
SHOWN = (*KEYED, "severity", "evaluation", "project", "points")
KEYS = re.compile(r"[0-9a-f]{0,8}-[0-9a-f]{16}")
KEY, DONE, REPLY = mark("回复键(请勿改动)"), mark("是否已整改(填“是”或“否”)"), mark("整改情况说明")
ORDER = (
    "case severity when 'error' then 0 when 'warning' then 1 else 2 end, "
    "project, evaluation, n nulls first, rule, cell, found, expected"
)


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice in the reader's language; `annex` is the list of places."""

    department: str
    title: str
    addressed: str
    letter: tuple[str, ...]
    signed: str
    date: str
    notes: tuple[str, ...]
    annex: Annex
    demo: str = ""


def key_of(*named: object) -> str:
    """The key of a finding by its KEYED values: the document's first signs, then a digest of all of them."""
    digest = sha256("\x1f".join(map(repr, named)).encode("utf-8", "backslashreplace")).hexdigest()
    return f"{str(named[0])[:8]}-{digest[:16]}"


def departments_to_notify(connection: duckdb.DuckDBPyConnection, year: int) -> tuple[str | None, ...]:
    """The departments with something to rectify, None for forms that name none."""
    states = ", ".join(f"'{state}'" for state in TO_RECTIFY)
    sql = f"select distinct department from decided_finding where year = ? and state in ({states}) order by 1"
    return tuple(who for (who,) in connection.cursor().execute(sql, [year]).fetchall())


def to_rectify(findings: Rows) -> Rows:
    at = findings.columns.index("state")
    return Rows(findings.columns, tuple(row for row in findings.rows if row[at] in TO_RECTIFY))


def notice(connection: duckdb.DuckDBPyConnection, department: str | None, origin: Origin) -> Notice:
    """The notice to one department (None: the forms that name none)."""
    t, county = Speech(origin.language), county_of(connection, origin.year)
    space = " " if county and origin.language == "en" else ""
    found = to_rectify(fetch_rows(connection, "decided_finding", ORDER, origin.year, department, whole=False))
    return Notice(
        department=t.department(department),
        title=t("关于{year}年度项目支出绩效自评问题的\n整改通知", year=origin.year),
        addressed=t("{who}:", who=t.text(t.department(department))),
        letter=letter(found, origin, t),
        signed=t("{county}财政局", county=county + space),
        date=t.day(origin.made_at),
        notes=origin_notes(connection, origin, t),
        annex=places(found, lines_of(connection, found), t),
        demo=t("【演示数据】") if origin.demo else "",
    )


def letter(found: Rows, origin: Origin, t: Speech) -> tuple[str, ...]:
    """What was checked, what was found, and how to answer."""
    weights = [t("{word} {n} 处", word=t.word("severity", one), n=len(found.equal("severity", one)))
               for one in ("error", "warning", "note") if len(found.equal("severity", one))]  # fmt: skip
    return (
        t("经对你单位{year}年度项目支出绩效自评表逐项核查,现有 {n} 处待整改(涉及自评表 {forms} 份):{weights}。"
          "各处的位置、所填内容、按规则的结果和整改要求见附表。",
          year=origin.year, n=count(len(found)), forms=count(len(set(found.column("evaluation")))),
          weights=t.listed(weights) or "—"),
        t("请逐处核对:已整改的,在“是否已整改”一栏填“是”,并在“整改情况说明”一栏写明如何整改;有异议的填“否”并写明依据。"
          "没有填写的视为尚未整改。请勿增删表中各行,勿改动最后一列,填好后将本文件以 Word 格式交回。"),
    )  # fmt: skip


def lines_of(connection: duckdb.DuckDBPyConnection, found: Rows) -> dict[tuple[int, int], Line]:
    """The scored lines that the findings are on."""
    forms = sorted(set(found.column("evaluation")))
    return {(line.evaluation, line.n): line for one in forms for line in fetch_lines(connection, one)}


def places(found: Rows, lines: dict[tuple[int, int], Line], t: Speech) -> Annex:
    """One row per place, numbered."""
    heads = (t("序号"), t("项目、位置"), t("问题"), t("所填内容"), t("按规则的结果"), t("计算过程"), t("整改要求"),
             t(DONE), t(REPLY), t(KEY))  # fmt: skip
    rows = tuple(place_row(number, row, lines, t) for number, row in enumerate(found.pick(*SHOWN), start=1))
    return Annex(t("整改事项及回复"), "", heads, rows, (5, 14, 15, 11, 11, 14, 14, 8, 16, 8), (0,))


def place_row(number: int, row: Sequence[object], lines: dict[tuple[int, int], Line], t: Speech) -> tuple[str, ...]:
    _, _, rule, n, cell, found, expected, severity, evaluation, project, _ = row
    line = lines.get((evaluation, n))  # type: ignore[arg-type]
    told = working(replace(line, cell=""), t) if line is not None else None
    return (
        str(number),
        "\n".join(filter(None, (text(project, t), where(n, cell, t)))),
        t("[{severity}]{rule}", severity=t.word("severity", severity), rule=t.rule(str(rule))),
        text(found, t),
        text(expected, t),
        text(told, t),
        t.todo(str(rule)),
        "",
        "",
        key_of(*row[: len(KEYED)]),
    )


def text(value: object, t: Speech) -> str:
    return t.text(None if value is None else str(value))


def where(n: object, cell: object, t: Speech) -> str:
    """Line and cell, as far as the finding has them."""
    parts = [
        t("第 {n} 项指标", n=n) if n is not None else "",
        t("位置 {cell}", cell=visible(str(cell))) if cell else "",
    ]
    return t.listed([part for part in parts if part])

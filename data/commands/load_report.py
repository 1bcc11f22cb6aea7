"""What python -m data load prints: refused files, held forms, corrections field by field, and the counts."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from typing import Any

from data.corrections import Corrected
from data.differences import Difference
from data.excerpts import excerpts
from data.load import COUNTED, LoadReport
from data.texts import mark, translate
from data.waiting import Waiting, told, told_all

COUNT = mark(
    "共 {seen} 个文件 = 导入 {imported} + 未变 {unchanged} + 待定 {held} + 未能读取 {rejected};"
    "新增自评表 {forms} 份,其中更正 {versions} 份。"
)
PLAIN_COUNT = "seen {seen} = imported {imported} + unchanged {unchanged} + held {held} + rejected {rejected}"
WAITS = mark("待定 {path}《{project}》:{reasons}")
CORRECTED = mark("更正《{project}》({department},{year})第 {version} 版,改动 {n} 处:")
CHANGED = mark("  {label} {line}:{old} → {new}({cell})")
MORE = mark("  …… 另有 {n} 处")
MORE_CORRECTED = mark("…… 另有 {n} 份更正,请在自评表页查看")
MORE_WAITING = mark("…… 另有 {n} 份待定,请在数据导入页查看")
MOST = 20  # fields of one form, corrected forms, and held ones that are printed; --json has more
BLANK = "—"


def summary(report: LoadReport) -> str:
    """Each refused file and each held form with its reason, each correction, then the count in both languages."""
    figures = counted(report)
    refused = (f"{read.file.shown_path}: {read.text}" for read in report.problems)
    count = (translate(COUNT, "zh", **figures), PLAIN_COUNT.format(**figures))
    return "\n".join([*refused, *waiting(report), *corrections(report), *count])


def waiting(report: LoadReport) -> Iterator[str]:
    yield from map(waits, report.waiting[:MOST])
    if len(report.waiting) > MOST:
        yield translate(MORE_WAITING, "zh", n=len(report.waiting) - MOST)


def waits(one: Waiting) -> str:
    project = one.held.project or BLANK
    return translate(WAITS, "zh", path=one.path, project=project, reasons=told_all(one.doubts, "zh"))


def corrections(report: LoadReport) -> Iterator[str]:
    for one in report.corrected[:MOST]:
        yield from correction(one)
    if (untold := report.versions - len(report.corrected[:MOST])) > 0:
        yield translate(MORE_CORRECTED, "zh", n=untold)


def correction(one: Corrected) -> Iterator[str]:
    said = {"project": one.project or BLANK, "department": one.department or one.unit or BLANK, "year": one.year}
    yield translate(CORRECTED, "zh", version=one.version, n=len(one.differences), **said)
    yield from map(changed, islice(one.differences, MOST))
    if len(one.differences) > MOST:
        yield translate(MORE, "zh", n=len(one.differences) - MOST)


def changed(one: Difference) -> str:
    old, new = excerpts(one.old, one.new)
    said = {"label": one.label, "line": one.line, "old": old or BLANK, "new": new or BLANK}
    return translate(CHANGED, "zh", cell=one.new_cell or one.old_cell or BLANK, **said)


def json_text(report: LoadReport) -> str:
    problems = [
        {"file": read.file.shown_path, "place": read.place, "code": read.code, "text": read.text}
        for read in report.problems
    ]
    held = [as_json(one) for one in report.waiting]
    corrected = [asdict(one) for one in report.corrected]
    whole = {**counted(report), "problems": problems, "held_forms": held, "corrections": corrected}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def as_json(one: Waiting) -> dict[str, Any]:
    form = {name: getattr(one.held, name) for name in ("year", "department", "unit", "project")}
    reasons = [asdict(doubt) | {"text": told(doubt, "zh")} for doubt in one.doubts]
    return {"file": one.path, "place": one.held.place, **form, "reasons": reasons}


def counted(report: LoadReport) -> dict[str, int]:
    return {name: getattr(report, name) for name in COUNTED}

"""Figures of the findings page."""

import plotly.graph_objects as go

from pages.shared.drawings import Bar, bars, to
from pages.shared.formats import rate
from pages.shared.labels import department_name
from pages.shared.language import t
from pages.shared.marks import ACCENT, BAD
from pages.shared.query import UNFILLED
from pages.shared.table import Table

DRAWN = 12


def progress(rows: Table) -> go.Figure:
    """The departments with the most findings to decide on."""
    names = ("department", "open_findings", "open_errors", "findings", "decided_share")
    waiting = rows.where("open_findings", (0).__lt__).by("open_findings").head(DRAWN)
    drawn = []
    for department, waits, errors, findings, share in waiting.pick(*names):
        words = t("待处理 {n},已处理 {share}", n=waits, share=rate(share))
        hover = t("共 {findings} 处,待处理 {n} 处,其中错误 {errors} 处", findings=findings, n=waits, errors=errors)
        ids = to("findings", department=department or UNFILLED)
        drawn.append(Bar(department_name(department), waits, words, ids, hover, BAD if errors else ACCENT))
    return bars(drawn)

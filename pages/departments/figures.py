"""Figures of the league of departments."""

from decimal import Decimal
from html import escape

import plotly.graph_objects as go

from pages.shared.criteria import criteria, worse
from pages.shared.drawings import Bar, bars, to
from pages.shared.formats import points
from pages.shared.labels import department_name, word
from pages.shared.language import t
from pages.shared.marks import ACCENT, BAD, CALM, INK
from pages.shared.query import UNFILLED
from pages.shared.table import Table

COLUMNS = (
    "department", "lag_rank", "previous_lag_rank", "reasons", "lag_index", "lags", "repeat", "projects", "small_number",
    "execution_rate", "recomputed_score_100", "inflation_per_form", "low_scoring_points_share",
    "unexplained_per_form", "errors_per_form",
)  # fmt: skip
DRAWN = 15
MOVED = 8


def index(league: Table) -> go.Figure:
    """The index of each department, most lagging on top."""
    if len(league) < 2:
        return bars([])
    names = ("department", "lag_index", "lag_rank", "lags", "reasons", "small_number", "projects")
    rows = [_index_bar(*row) for row in league.known("lag_index").by("lag_rank", down=False).head(DRAWN).pick(*names)]
    return bars(rows)


def _index_bar(
    department: str | None, value: Decimal, rank: int, lags: bool, reasons: str | None, small: bool, projects: int
) -> Bar:
    name = department_name(department) + (t("(仅 {n} 份)", n=projects) if small else "")
    why = word("reasons", reasons) if reasons else t("没有比中位数差的项")
    hover = t("滞后指数 {index},第 {rank} 位", index=points(value), rank=rank) + f"<br>{why}"
    words = points(value) + (t(" 滞后") if lags else "")
    return Bar(
        name, Decimal(value), words, to("department", department=department or UNFILLED), hover, BAD if lags else CALM
    )


def moved(league: Table) -> list[tuple[str | None, int, int]]:
    """(department, rank before, rank now) of those that moved most."""
    both = league.known("previous_lag_rank").known("lag_rank")
    rows = [row for row in both.pick("department", "previous_lag_rank", "lag_rank") if row[1] != row[2]]
    return sorted(rows, key=lambda row: abs(row[1] - row[2]), reverse=True)[:MOVED]


def moves(league: Table) -> go.Figure:
    """Places won or lost since the year before: to the right is better."""
    rows = [
        Bar(
            department_name(department),
            Decimal(now - before),
            t("第 {before} → {now} 位", before=before, now=now),
            to("department", department=department or UNFILLED),
            t("上年第 {before} 位,今年第 {now} 位", before=before, now=now),
            INK if now > before else ACCENT,
        )
        for department, before, now in moved(league)
    ]
    return bars(rows)


def why(league: Table) -> str:
    """Each lagging department against the median, criterion by criterion; what is worse is marked."""
    # By row and never by rank: tied departments share one.
    rows = [_why_row(one) for one in league.where("lags", bool).head(DRAWN).each()]
    if not rows:
        return ""
    heads = [t("部门"), *(one.head for one in criteria())]
    medians = [t("全县中位数"), *(one.words(league.value(one.median)) for one in criteria())]
    head = "".join(f'<th scope="col">{escape(words)}</th>' for words in heads)
    foot = "".join(f'<th class="num">{escape(words)}</th>' for words in medians)
    return f'<table class="jx-form"><thead><tr>{head}</tr></thead><tbody><tr>{foot}</tr>{"".join(rows)}</tbody></table>'


def _why_row(one: Table) -> str:
    cells = []
    for criterion in criteria():
        value = one.value(criterion.value)
        bad = worse(criterion, value, one.value(criterion.median))
        shape, kind = ("▼ ", "num bad") if bad else ("", "num")
        cells.append(f'<td class="{kind}">{shape}{escape(criterion.words(value))}</td>')
    return f"<tr><td>{escape(department_name(one.value('department')))}</td>{''.join(cells)}</tr>"

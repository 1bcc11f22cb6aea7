"""One page as one HTML file for a room without network: charts, tables and sentences; it opens from a folder.

The drawing library is inside, and the file forbids itself every request. Pure; every text is escaped here.
"""

from collections.abc import Sequence
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
from plotly.offline import get_plotlyjs

from analytics.columns import column
from analytics.exports.clean import visible
from analytics.exports.provenance import origin, title_line
from analytics.exports.table import ExportMeta
from pages.shared import formats
from pages.shared.labels import definition, department_name, label, place_name, word
from pages.shared.language import language, t
from pages.shared.table import Table
from pages.shared.taken import Chart, Drawn, Headline, Part, Rows, Words

LOOK = Path(__file__).with_name("offline.css")
FONT = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif'
ALONE = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:"
MOST = 2_000  # rows of one table; a workbook has them all
FIGURES = {
    "wan": formats.points,
    "points": formats.points,
    "score": formats.points,
    "index": formats.points,
    "rate": formats.rate,
    "count": formats.count,
}


def offline_page(parts: Sequence[Part], meta: ExportMeta) -> bytes:
    """The parts of a page in their order, under its title, as a file that needs nothing else."""
    title = escape(title_line(meta))
    body = "".join(drawn(part, at) for at, part in enumerate(parts))
    script = f"<script>{get_plotlyjs()}</script>" if any(isinstance(part, Chart) for part in parts) else ""
    spoken = "en" if language() == "en" else "zh-CN"
    look = LOOK.read_text(encoding="utf-8")
    page = (
        f'<!doctype html><html lang="{spoken}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{ALONE}">'
        f'<meta name="viewport" content="width=device-width"><style>{look}</style>{script}</head>'
        f"<body><h1>{title}</h1>{body}{told(meta)}</body></html>"
    )
    return page.encode("utf-8", "replace")


def told(meta: ExportMeta) -> str:
    """Where it comes from, at the foot."""
    return "".join(f'<p class="origin">{escape(visible(" ".join(filter(None, line))))}</p>' for line in origin(meta))


def drawn(part: Part, at: int) -> str:
    """One part as HTML; `at` tells the charts apart."""
    match part:
        case Words(tag, text):
            kind = ' class="lead"' if tag == "p" else ""
            return f"<{tag}{kind}>{escape(visible(text))}</{tag}>"
        case Headline(name, value, below):
            small = f"<small>{escape(below)}</small>" if below else ""
            return f'<div class="figure">{escape(name)}<b>{escape(value)}</b>{small}</div>'
        case Chart(figure, words):
            return chart(figure, words, at)
        case Rows(table, title):
            return rows(table, title)
        case Drawn(html):
            return f'<div class="scroll">{html}</div>'


def chart(figure: go.Figure, words: str, at: int) -> str:
    """The chart, with a button that saves it as a picture; the words for who cannot see it."""
    plain = go.Figure(figure)
    plain.update_layout(template="plotly_white", font_family=FONT, font_size=13)
    config = {"displaylogo": False, "responsive": True, "modeBarButtons": [["toImage"]], **picture(words)}
    html = plain.to_html(full_html=False, include_plotlyjs=False, div_id=f"chart{at}", config=config)
    return f'<figure role="img" aria-label="{escape(words)}">{html}</figure>'


def picture(name: str) -> dict[str, Any]:
    """What the button of a chart saves: twice the size of the screen, for paper."""
    safe = "".join(char for char in name if char.isalnum() or char in " -_")[:60].strip() or "chart"
    return {"toImageButtonOptions": {"format": "png", "scale": 2, "filename": safe}}


def rows(table: Table, title: str) -> str:
    heads = "".join(f'<th title="{escape(definition(name))}">{escape(label(name))}</th>' for name in table.columns)
    lines = "".join(line(table.columns, row) for row in table.rows[:MOST])
    left = len(table) - MOST
    rest = t("另有 {n} 行,请导出 Excel 查看。", n=formats.count(left)) if left > 0 else ""
    foot = f'<p class="rest">{escape(rest)}</p>' if rest else ""
    return (
        f'<div class="scroll"><table><caption>{escape(title)}</caption><thead><tr>{heads}</tr></thead>'
        f"<tbody>{lines}</tbody></table></div>{foot}"
    )


def line(names: Sequence[str], row: Sequence[Any]) -> str:
    fields = zip(names, row, strict=True)
    return "<tr>" + "".join(field(name, value) for name, value in fields) + "</tr>"


def field(name: str, value: Any) -> str:
    kind = "num" if column(name).numeric else "text"
    return f'<td class="{kind}">{escape(visible(written(name, value)))}</td>'


def written(name: str, value: Any) -> str:
    """One value as the screen writes it."""
    kind = column(name).kind
    if name == "department":
        return department_name(value)
    if value is None:
        return formats.BLANK
    if kind in FIGURES:
        return FIGURES[kind](Decimal(str(value)) if isinstance(value, float) else value)
    if kind == "place":
        return place_name(value)
    return word(name, value) if kind in ("code", "flag") else str(value)

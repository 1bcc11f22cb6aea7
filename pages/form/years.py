"""The same project in the year before, beside this one: money, totals, and each line. Pure."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from html import escape
from typing import Any

from data.lines import Pair
from pages.form.sheet import table, td, th
from pages.shared.formats import BLANK, count, money, percent_points, plain, points, rate, signed, text
from pages.shared.labels import label, year_name
from pages.shared.language import t
from pages.shared.table import Table

Words = Callable[[Any], str]
Kind = tuple[Words, Words]  # how a figure is written, and how its change is


def _money_change(change: Decimal) -> str:
    return signed(money(change))


def _points_change(change: Decimal) -> str:
    return signed(points(change))


def _count_change(change: Decimal) -> str:
    return signed(plain(change, 0))


MONEY, RATE, POINTS = (money, _money_change), (rate, percent_points), (points, _points_change)
FIGURES: tuple[tuple[str, Kind], ...] = (
    ("initial_budget_wan", MONEY),
    ("adjusted_budget_wan", MONEY),
    ("executed_wan", MONEY),
    ("execution_rate", RATE),
    ("filed_total", POINTS),
    ("recomputed_total", POINTS),
    ("inflation", POINTS),
    ("errors", (count, _count_change)),
)
LINE = ("target", "actual", "filed_score", "recomputed_score")


def figures(before: Table, now: Table) -> str:
    """Money and totals of both years, and the change."""
    rows = [_figure(name, kind, before.value(name), now.value(name)) for name, kind in FIGURES]
    heads = ("", year_name(before.value("year")), year_name(now.value("year")), t("变化"))
    return table(th(heads), [row for row in rows if row])


def _figure(name: str, kind: Kind, before: Any, now: Any) -> str:
    if before is None and now is None:
        return ""
    written, changed = kind
    change = BLANK if before is None or now is None else changed(now - before)
    values = "".join(td(value, "num") for value in (written(before), written(now), change))
    return f'<tr><th scope="row">{escape(label(name))}</th>{values}</tr>'


def lines(pairs: Sequence[Pair], before: Table, now: Table) -> str:
    """Each line of this year beside its line of a year ago; `before` and `now` are their recomputed lines."""
    olds, news = _by_number(before), _by_number(now)
    rows = [
        _line(olds.get(pair.old.n) if pair.old else None, news.get(pair.new.n) if pair.new else None) for pair in pairs
    ]
    return table(_line_heads(), rows, "jx-form jx-lines")


def _by_number(lines: Table) -> dict[int, tuple]:
    return {n: tuple(row) for n, *row in lines.pick("n", "name", *LINE)}


def _line_heads() -> str:
    years = (t("上年"), t("本年"))
    name = escape(label("name"))
    first = "".join(f'<th colspan="2">{escape(label(one))}</th>' for one in LINE)
    second = "".join(f"<th>{escape(year)}</th>" for _ in LINE for year in years)
    return f'<tr><th rowspan="2">{name}</th>{first}</tr><tr>{second}</tr>'


def _line(old: tuple | None, new: tuple | None) -> str:
    blank = (None,) * (len(LINE) + 1)
    olds, news = old or blank, new or blank
    cells = "".join(_both(at, olds[at], news[at]) for at in range(1, len(LINE) + 1))
    return f"<tr>{td(text(news[0] or olds[0]), 'name')}{cells}</tr>"


def _both(at: int, old: Any, new: Any) -> str:
    """One column of both years; what has changed is set apart in weight."""
    words, kind = (text, "") if at < 3 else (points, "num")
    changed = f"{kind} changed".strip() if old != new else kind
    return td(words(old), kind) + td(words(new), changed)

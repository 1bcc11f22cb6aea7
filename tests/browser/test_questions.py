"""Five questions of a leader, answered in at most three clicks from the first screen, in both languages.

What is true is computed from the store by statements of their own.
"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from analytics.session import open_session
from data.store import Store
from tests.browser.dashboard import Dashboard
from tests.browser.walking import Walk, in_sight, walking

MOST_CLICKS = 3
YEAR = "year = (select max(year) from facts.evaluation)"


@pytest.fixture(scope="module")
def store(demo: Dashboard) -> Any:
    generation = Store(demo.store).current()
    assert generation
    return open_session(generation)


@pytest.fixture(params=["zh", "en"])
def walk(request: pytest.FixtureRequest, demo: Dashboard, browser: Browser, tmp_path: Path) -> Iterator[Walk]:
    """The first screen, as one comes to it."""
    with walking(browser, tmp_path, request.node.originalname, request.param, 1280, 900, "light") as one:
        one.open(demo.url)
        yield one
        assert one.clicks <= MOST_CLICKS
        one.look("answer")


def rounded(value: Decimal, places: str) -> Decimal:
    return Decimal(value).quantize(Decimal(places), ROUND_HALF_UP)


def said(walk: Walk, key: str) -> str:
    """An answer on the first screen."""
    mark = walk.page.locator(f".st-key-answer_{key} button")
    in_sight(mark)
    return mark.inner_text()


def figures(text: str) -> list[Decimal]:
    return [Decimal(figure.replace(",", "")) for figure in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]


def test_which_department_left_the_most_money_unspent(walk: Walk, store: Any) -> None:
    department, left = store.execute(
        "select e.department, sum(f.adjusted_budget_wan - f.executed_wan) as gone from project_funding f"
        f" join evaluation_in_force e on e.evaluation = f.evaluation where e.{YEAR} group by 1 order by 2 desc limit 1"
    ).fetchone()
    answer = said(walk, "unspent")
    assert department in answer
    shown, unit = re.search(r"¥?([\d.,]+) ?(亿元|万元|bn|m|)", answer.partition(department)[2]).groups()  # type: ignore[union-attr]
    in_wan = (
        Decimal(shown.replace(",", ""))
        * {"亿元": 10000, "bn": 100000, "m": 100, "万元": 1, "": Decimal("0.0001")}[unit]
    )
    assert abs(in_wan - left) <= left / 200
    walk.click(walk.page.locator(".st-key-answer_unspent button"), "department")
    assert department in walk.body()


def test_which_indicator_lost_the_most_points(walk: Walk, store: Any) -> None:
    (most,) = store.execute(
        f"select max(points - recomputed_score) from recomputed_indicator where {YEAR} and recomputed_score is not null"
    ).fetchone()
    names = store.execute(
        f"select name, evaluation, n from recomputed_indicator where {YEAR} and points - recomputed_score = ?", [most]
    ).fetchall()
    answer = said(walk, "lost")
    assert rounded(most, "0.01") in figures(answer)
    assert any(name in answer for name, _, _ in names)
    walk.click(walk.page.locator(".st-key-answer_lost button"), "form")
    found = re.search(r"evaluation=(\d+)&n=(\d+)", walk.page.url)
    assert found and (int(found[1]), int(found[2])) in {(form, n) for _, form, n in names}


def test_which_department_claims_most_without_ground(walk: Walk, store: Any) -> None:
    rows = store.execute(
        "select department, sum(filed_score_100 - recomputed_score_100) / count(filed_score_100 - recomputed_score_100)"
        f" as too_many from project_summary where {YEAR} group by 1 order by 2 desc"
    ).fetchall()
    most = rounded(Decimal(str(rows[0][1])), "0.01")
    answer = said(walk, "claimed")
    assert most in figures(answer)
    assert any(name in answer for name, gap in rows if rounded(Decimal(str(gap or 0)), "0.01") == most)
    walk.click(walk.page.locator(".st-key-answer_claimed button"), "department")
    assert rows[0][0] in walk.body()


def test_what_changed_since_last_year(walk: Walk, store: Any) -> None:
    (last, spent, _), (now, spends, _) = store.execute(
        "select year, sum(executed_wan) / sum(adjusted_budget_wan), count(*) from project_funding"
        " group by year order by year desc limit 2"
    ).fetchall()[::-1]
    errors = dict(
        store.execute("select year, count(*) from counted_finding where severity = 'error' group by year").fetchall()
    )
    answer = said(walk, "changed")
    points = abs(rounded(Decimal(str(spends)) * 100 - Decimal(str(spent)) * 100, "0.1"))
    assert last == now - 1 and {Decimal(last), points, abs(Decimal(errors[now] - errors[last]))} <= set(figures(answer))
    up = {"zh": "执行率上升", "en": "rate up"}[("-en-" in walk.name and "en") or "zh"]
    assert (up in answer) == (spends > spent)


def test_where_in_the_original_a_figure_stands(walk: Walk, store: Any) -> None:
    walk.click(walk.page.locator(".st-key-answer_lost button"), "form")
    found = re.search(r"evaluation=(\d+)&n=(\d+)", walk.page.url)
    assert found
    score, place = store.execute(
        "select filed_score, coalesce(score_cell, cell) from facts.indicator where evaluation = ? and n = ?",
        [int(found[1]), int(found[2])],
    ).fetchone()
    cells = walk.page.locator(".jx-paper td.here, .jx-paper td.now")
    assert score in [figure for text in cells.all_inner_texts() for figure in figures(text)]
    in_sight(cells.first)
    assert place in walk.body()

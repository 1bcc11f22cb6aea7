"""The reviewer's way: one rule, one finding rejected with its reason, many accepted, all of it undone."""

import re

import pytest
from playwright.sync_api import Browser, Page

from data.decisions import journal_of, read_decisions
from tests.browser.browsing import Window, opened, settle
from tests.browser.dashboard import Dashboard
from tests.browser.grid import HEADER_PIXELS, ROW_PIXELS, Grid

WORDS = {
    "zh": {"reason": "其他理由或说明", "rejected": "已排除", "undo": "撤销上一步", "all": "全部"},
    "en": {"reason": "Another reason, or a note", "rejected": "Rejected", "undo": "Undo the last step", "all": "All"},
}
RULE = "rule=shortfall_unexplained"


def many(page: Page, at: int) -> int:
    """How many findings the state at that place of the row of states holds."""
    button = page.locator(".st-key-choice_state button").nth(at)
    return int(re.sub(r"\D", "", button.inner_text()) or 0)


def counts(page: Page) -> tuple[int, int, int]:
    """Open, accepted, rejected."""
    return many(page, 0), many(page, 1), many(page, 3)


def press(page: Page, key: str) -> None:
    page.keyboard.press(key)
    settle(page)


def tick(page: Page, *rows: int) -> None:
    """Tick rows of the list, counted from 0."""
    place = page.locator("[data-testid='stDataFrame']").first
    for row in rows:
        box = place.bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + 18, box["y"] + HEADER_PIXELS + ROW_PIXELS * row + ROW_PIXELS / 2)
        settle(page)


def in_hand(page: Page) -> str:
    return page.locator(".jx-facts").first.inner_text()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_reviewers_way(demo: Dashboard, browser: Browser, language: str) -> None:
    words = WORDS[language]
    with opened(browser, language) as window:
        page = window.open(demo.address("findings", RULE))
        before, _, _ = start = counts(page)
        assert before > 4
        rejects_with_a_reason(page, words)
        assert counts(page) == (before - 1, start[1], start[2] + 1)
        page.reload()
        settle(page)
        assert counts(page) == (before - 1, start[1], start[2] + 1), "what was decided is still there"
        tick(page, 0, 1, 2)
        press(page, "a")
        assert counts(page) == (before - 4, start[1] + 3, start[2] + 1)
        page.get_by_role("button", name=words["undo"]).click()
        settle(page)
        assert counts(page) == (before - 1, start[1], start[2] + 1)
        reopens_what_was_rejected(page)
        assert counts(page) == start
    assert {one.who for one in read_decisions(journal_of(demo.store))} == {"local"}


def rejects_with_a_reason(page: Page, words: dict[str, str]) -> None:
    """Without a reason nothing happens; with one the next finding comes into hand."""
    shown, before = in_hand(page), counts(page)
    press(page, "x")
    assert (in_hand(page), counts(page)) == (shown, before)
    page.get_by_label(words["reason"]).fill("A3 见附件")
    page.get_by_label(words["reason"]).blur()
    settle(page)
    press(page, "x")
    assert in_hand(page) != shown
    assert page.get_by_label(words["reason"]).input_value() == ""


def reopens_what_was_rejected(page: Page) -> None:
    page.locator(".st-key-choice_state button").nth(3).click()
    settle(page)
    assert "A3 见附件" in in_hand(page)
    press(page, "o")
    page.locator(".st-key-choice_state button").nth(0).click()
    settle(page)


def test_from_a_rule_to_the_line_in_its_form(demo: Dashboard, window: Window) -> None:
    page = window.open(demo.address("findings", "part=rules"))
    Grid(page, "findings_rules").open_row(0)
    page.wait_for_url(re.compile(r"[?&]rule="))
    settle(page)
    shown = in_hand(page)
    press(page, "j")
    assert in_hand(page) != shown
    press(page, "k")
    assert in_hand(page) == shown
    press(page, "e")
    page.wait_for_url(re.compile(r"/form[?].*evaluation="))
    settle(page)
    assert "rule=" not in page.url


def test_a_department_counts_without_what_was_rejected(demo: Dashboard, window: Window) -> None:
    page = window.open(demo.address("findings", "severity=error"))
    department = re.search(r"(?:主管部门)\s+(.+?) ·", in_hand(page))
    assert department
    query = f"department={department[1]}"
    before = listed(window, demo, query)
    window.open(demo.address("findings", "severity=error"))
    press(page, "1")
    assert listed(window, demo, query) == before - 1
    window.open(demo.address("findings", f"{query}&state=rejected"))
    press(page, "o")
    assert listed(window, demo, query) == before


def listed(window: Window, demo: Dashboard, query: str) -> int:
    """How many errors the page of a department counts."""
    page = window.open(demo.address("department", query))
    found = re.search(r"其中错误 (\d+) 处", page.locator("[data-testid='stMainBlockContainer']").inner_text())
    assert found
    return int(found[1])

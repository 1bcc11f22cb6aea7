"""The leader's way from the county down to a cell, the reviewer's from a rule to a decision.

In both languages, at three widths, light and dark: every value of each stands in both ways.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.browsing import settle
from tests.browser.dashboard import Dashboard
from tests.browser.grid import Grid
from tests.browser.test_form_page import seen
from tests.browser.test_review import WORDS, counts, press
from tests.browser.walking import Theme, walking

LEADER = (("zh", 390, "light"), ("en", 1280, "dark"), ("zh", 1920, "dark"))
REVIEWER = (("en", 390, "dark"), ("zh", 1280, "light"), ("en", 1920, "light"))
HEIGHTS = {390: 844, 1280: 900, 1920: 1080}


@pytest.mark.parametrize(("language", "width", "theme"), LEADER)
def test_the_leaders_way(
    demo: Dashboard, browser: Browser, tmp_path: Path, language: str, width: int, theme: Theme
) -> None:
    with walking(browser, tmp_path, "leader", language, width, HEIGHTS[width], theme) as walk:
        walk.open(demo.url)
        walk.look("county")
        worst = walk.page.locator(".st-key-answer_claimed button")
        answer = worst.inner_text()
        walk.click(worst, "department")
        walk.look("department")
        department = walk.page.url
        project = walk.open_row("department_projects", 0, "form")
        assert project in walk.body()
        walk.look("form")
        walk.page.locator(".jx-why a.jx-go").first.click()
        cell = walk.page.locator(".jx-paper td.now").first
        cell.wait_for()
        settle(walk.page)
        assert seen(walk.page, ".jx-paper td.now")
        assert re.search(r"[?&]finding=", walk.page.url)
        walk.look("cell")
        here, shown = walk.page.url, walk.body()
        while "/department" not in walk.page.url:
            walk.page.go_back()
            settle(walk.page)
        assert walk.page.url.startswith(department)
        while "/department" in walk.page.url:
            walk.page.go_back()
            settle(walk.page)
        expect(worst).to_have_text(answer)
        walk.open(here)
        assert walk.page.url == here and walk.body() == shown


@pytest.mark.parametrize(("language", "width", "theme"), REVIEWER)
def test_the_reviewers_way(
    demo: Dashboard, browser: Browser, tmp_path: Path, language: str, width: int, theme: Theme
) -> None:
    with walking(browser, tmp_path, "reviewer", language, width, HEIGHTS[width], theme) as walk:
        walk.open(demo.address("findings", "part=rules"))
        walk.look("rules")
        Grid(walk.page, "findings_rules").open_row(0)
        walk.page.wait_for_url(re.compile(r"[?&]rule="))
        settle(walk.page)
        walk.look("rule")
        before = counts(walk.page)
        reason = walk.page.get_by_label(WORDS[language]["reason"])
        reason.fill("B7 已附合同")
        reason.blur()
        settle(walk.page)
        walk.look("reason")
        press(walk.page, "x")
        assert counts(walk.page) == (before[0] - 1, before[1], before[2] + 1)
        walk.look("rejected")
        address = walk.page.url
        walk.open(demo.address("findings", "part=departments"))
        walk.look("progress")
        walk.open(address)
        walk.page.locator(".st-key-choice_state button").nth(3).click()
        settle(walk.page)
        assert "B7 已附合同" in walk.body()
        press(walk.page, "o")
        walk.page.locator(".st-key-choice_state button").nth(0).click()
        settle(walk.page)
        assert counts(walk.page) == before

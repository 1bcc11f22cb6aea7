"""Every page as every role: what stands open opens, what does not says so, and nobody meets an error."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.rights import LOCAL, Actor
from tests.pages.test_pages import opened, words

ACTORS = {
    "local": LOCAL,
    "viewer": Actor("甲", "viewer"),
    "reviewer": Actor("乙", "reviewer"),
    "department": Actor("丙", "department", "县水务局"),
    "stranger": Actor("丁", "department", "县林业局"),
    "admin": Actor("戊", "admin"),
    "auditor": Actor("己", "auditor"),
}
# Pages down, people across: x opens, a blank ends in a sentence. A stranger is of a department that filed nothing.
OPEN = """
page        | local | viewer | reviewer | department | stranger | admin | auditor
county      | x     | x      | x        |            |          | x     | x
execution   | x     | x      | x        | x          | x        | x     | x
indicators  | x     | x      | x        | x          | x        | x     | x
departments | x     | x      | x        |            |          | x     | x
department  | x     | x      | x        | x          | x        | x     | x
findings    | x     | x      | x        | x          | x        | x     | x
form        | x     | x      | x        | x          | x        | x     | x
rules       | x     | x      | x        | x          | x        | x     | x
imports     | x     |        | x        |            |          |       |
precheck    | x     | x      | x        | x          | x        |       |
meeting     | x     | x      | x        |            |          | x     | x
accounts    |       |        |          |            |          | x     |
audit       | x     |        |          |            |          | x     | x
"""


def table() -> list[tuple[str, str, bool]]:
    head, *lines = [[part.strip() for part in line.split("|")] for line in OPEN.strip().splitlines()]
    return [(line[0], who, mark == "x") for line in lines for who, mark in zip(head[1:], line[1:], strict=True)]


@pytest.fixture
def as_role(county_store: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("JIXIAO_STORE", str(county_store))
    return lambda who: monkeypatch.setattr("pages.shared.visitor.signed_in", lambda: ACTORS[who])


def menu(at: AppTest) -> set[str]:
    return {one.proto.page for one in at.sidebar if one.type == "page_link"}


@pytest.mark.parametrize(("page", "who", "stands_open"), table(), ids=lambda value: str(value))
def test_a_page_opens_or_says_why_not(page: str, who: str, stands_open: bool, as_role) -> None:
    as_role(who)
    at = opened(page)
    assert not at.exception
    if stands_open:
        assert not at.error, [one.value for one in at.error]
        assert "jx-foot" in words(at)
    else:
        assert len(at.error) == 1
        assert "不能打开这一页" in at.error[0].value
    assert (page in menu(at)) == (stands_open and page != "meeting"), "the menu shows what stands open"

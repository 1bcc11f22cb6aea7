"""Which pages stand open to whom: the menu shows these, and an address that leads to another one ends in a sentence."""

from collections.abc import Mapping

from data.errors import Fault
from data.rights import LOCAL, may
from data.rights.words import ACTION_WORDS, ROLE_WORDS
from data.texts import mark
from pages.shared.visitor import visitor

COUNTY, ANY_ROWS = ("see_county",), ("see_county", "see_own")
# Each of these rights opens the page.
OPENED_BY: Mapping[str, tuple[str, ...]] = {
    "county": COUNTY,
    "execution": ANY_ROWS,
    "indicators": ANY_ROWS,
    "departments": COUNTY,
    "department": ANY_ROWS,
    "findings": ANY_ROWS,
    "form": ANY_ROWS,
    "rules": ANY_ROWS,
    "imports": ("import",),
    "precheck": ("precheck",),
    "meeting": COUNTY,
    "accounts": ("manage_accounts",),
    "audit": ("read_audit",),
}


class PageClosed(Fault):
    """The page belongs to a right that the person does not have."""

    code = "page_closed"
    text = mark("{name}({role})不能打开这一页:它用于{action}。请从左侧菜单选择其他页面。")


def is_open(page: str) -> bool:
    """Whether the page stands open to who looks. On one machine alone nobody is let in by accounts."""
    if page == "accounts" and visitor() == LOCAL:
        return False
    return any(may(visitor(), action) for action in OPENED_BY[page])


def enter(page: str) -> None:
    """Raises PageClosed where the page does not stand open to who looks."""
    if not is_open(page):
        who = visitor()
        action = ACTION_WORDS[OPENED_BY[page][0]]
        raise PageClosed(who.name, page, role=ROLE_WORDS.get(who.role, who.role), action=action)

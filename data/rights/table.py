"""The table of rights, and the fault of who asks for more."""

import csv
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from data.errors import Fault
from data.rights.actor import Actor
from data.rights.words import ACTION_WORDS, ROLE_WORDS
from data.texts import mark

FILE = Path(__file__).with_name("rights.csv")


def read_rights() -> tuple[tuple[str, ...], Mapping[str, frozenset[str]]]:
    """The roles in their order, and for each action those that may do it."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    roles = tuple(name for name in rows[0] if name != "action")
    return roles, {row["action"]: frozenset(role for role in roles if row[role] == "yes") for row in rows}


ROLES, _RIGHTS = read_rights()
RIGHTS = MappingProxyType(_RIGHTS)
ACTIONS = tuple(RIGHTS)


class NotAllowed(Fault):
    """The role of the actor does not give this right. `place` is the action."""

    code = "not_allowed"
    text = mark("{name}({role})不能{action},这一步没有执行。可以{action}的是:{who}。")


def may(actor: Actor, action: str) -> bool:
    """Whether the actor has the right. A role that the table does not know has none. Raises KeyError for no action."""
    return actor.role in RIGHTS[action]


def require(actor: Actor, action: str) -> None:
    """Raises NotAllowed, which says who may, unless the actor has the right."""
    if not may(actor, action):
        role, who = ROLE_WORDS.get(actor.role, actor.role), [ROLE_WORDS[one] for one in roles_that_may(action)]
        raise NotAllowed(actor.name, action, role=role, action=ACTION_WORDS[action], who=who)


def department_of(actor: Actor) -> str | None:
    """The department whose rows alone the actor sees; None for the whole county. Raises NotAllowed."""
    if may(actor, "see_county"):
        return None
    require(actor, "see_own")
    if not actor.department:
        require(actor, "see_county")
    return actor.department


def roles_that_may(action: str) -> tuple[str, ...]:
    """The roles of people with accounts that have the right, in the order of the table."""
    return tuple(role for role in ROLES if role in RIGHTS[action] and role != "local")

"""Who may do what: one table of actions and roles, asked by every function of this room that acts or hands out.

rights.csv    a line for each action, a column for each role: yes, or nothing
"""

from data.rights.actor import LOCAL, Actor
from data.rights.table import ACTIONS, ROLES, NotAllowed, department_of, may, require, roles_that_may

__all__ = ["ACTIONS", "LOCAL", "ROLES", "Actor", "NotAllowed", "department_of", "may", "require", "roles_that_may"]

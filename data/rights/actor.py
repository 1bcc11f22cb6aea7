"""Who acts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """A person at a screen: the name that is written down, the role, and the department whose rows alone are theirs."""

    name: str
    role: str
    department: str | None = None


LOCAL = Actor("local", "local")  # whoever sits at this machine: at its screen, or at its command line

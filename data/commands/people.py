"""Who works at a command line: whoever may start a program on this machine."""

import getpass

HOST_ROLE = "local"


def person() -> str:
    """The name of the account; ? for one without a name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"

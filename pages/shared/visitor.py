"""Who is looking: the name under which decisions and exports are written down."""

LOCAL = "local"
ROLE = "local"  # nobody is turned away from a screen that is served to this machine alone


def visitor() -> str:
    """The person at this screen. Served to this machine alone, there is one."""
    return LOCAL

"""Addresses of a line and of a finding on this page, filters kept. Pure."""

from collections.abc import Callable
from urllib.parse import urlencode

from pages.form.found import Found
from pages.shared.scope import Scope, address

Way = Callable[[int | None, str | None], str]  # line and finding → address


def ways_from(scope: Scope) -> Way:
    """The address on this page of a line, and of a finding."""
    return lambda n, finding: "?" + urlencode(address(scope, n=n, finding=finding))


def to_finding(one: Found, way: Way) -> str:
    return way(one.n, one.key)

"""From where a visit may come: the machine, the name it calls us by, and the page that sent it. Pure."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

from data.settings.addresses import is_loopback
from data.settings.server import Server

SAFE = ("GET", "HEAD", "OPTIONS")
SECURE = ("https", "wss")


def comes_properly(server: Server, scope: Scope) -> bool:
    """Whether a visit came the way that the settings declare: from this machine, or through the TLS proxy."""
    headers = Headers(scope=scope)
    host = headers.get("host", "").lower()
    if server.mode == "local":
        return from_here(scope) and is_loopback(name_of(host))
    return scope["scheme"] in SECURE and host == server.host


def from_here(scope: Scope) -> bool:
    """Whether the visitor sits at this machine; behind a proxy, what the proxy says counts."""
    client = scope.get("client")
    return bool(client) and is_loopback(client[0])


def name_of(host: str) -> str:
    """The name in a Host header, without the port; "" when it is no such header."""
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port  # raises on what is no number
    except ValueError:
        return ""
    return "" if parts.username or parts.path or parts.query or parts.fragment else parts.hostname or ""


def asks_itself(server: Server, scope: Scope) -> bool:
    """Whether what changes something, or listens, was sent by a page of ours.

    A browser says so in Origin. Who sends none is no browser: on this machine it could as well read the files;
    on a server nobody needs that.
    """
    headers = Headers(scope=scope)
    if scope["type"] == "http" and scope["method"] in SAFE:
        return True
    origin = headers.get("origin")
    if server.mode == "local":
        return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()
    return origin is not None and origin.lower() == (server.public_address or "").lower()

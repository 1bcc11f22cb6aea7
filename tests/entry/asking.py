"""One visit to the application, without a network between."""

import asyncio
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.types import Message, Scope

from tests.entry.conftest import ADDRESS

HOST = ADDRESS.removeprefix("https://")


def made_scope(method: str, path: str, headers: dict[str, str]) -> dict[str, Any]:
    """A visit that came through the proxy; the method WEBSOCKET asks for a web socket."""
    socket = method == "WEBSOCKET"
    return {
        "type": "websocket" if socket else "http",
        **({} if socket else {"method": method}),
        "scheme": "wss" if socket else "https",
        "path": path.partition("?")[0],
        "query_string": path.partition("?")[2].encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": ("10.0.0.7", 40000),
        "server": ("127.0.0.1", 8501),
    }


def asked(application: Starlette, method: str, path: str, **headers: str) -> tuple[int, Headers]:
    """Status and headers of the answer; a web socket closed before it was accepted is 401."""
    scope = made_scope(method, path, {"host": HOST, "origin": ADDRESS, **headers})
    said: list[Message] = []
    asyncio.run(spoken(application, scope, said))
    first = said[0]
    if first["type"] == "websocket.close":
        assert first["code"] == 1008
        return 401, Headers()
    return first["status"], Headers(raw=first["headers"])


async def spoken(application: Starlette, scope: Scope, said: list[Message]) -> None:
    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        said.append(message)

    await application(scope, receive, send)

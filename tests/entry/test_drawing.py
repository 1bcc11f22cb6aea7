"""The files that draw pages come out of memory, as Streamlit would give them; everything else is Streamlit's."""

import asyncio

import pytest
import streamlit
from starlette.datastructures import Headers
from starlette.types import Message, Scope
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_handler

from pages.shared.entry.drawing import FILES, MOUNTED, drawing_file, names
from tests.entry.asking import made_scope

NAMES = sorted(names())
LARGEST = max(NAMES, key=lambda name: (FILES / name.lstrip("/")).stat().st_size)


def answered(app: object, scope: Scope) -> tuple[Headers, bytes]:
    """Headers and body."""
    said: list[Message] = []

    async def send(message: Message) -> None:
        said.append(message)

    async def receive() -> Message:
        """The browser says nothing more; what asks it on and on would otherwise never come to answer."""
        await asyncio.Event().wait()
        raise AssertionError

    asyncio.run(app(scope, receive, send))  # type: ignore[operator]
    assert not said[-1].get("more_body") and all(one["more_body"] for one in said[1:-1])
    return Headers(raw=said[0]["headers"]), b"".join(one["body"] for one in said[1:])


@pytest.mark.parametrize("name", [NAMES[0], LARGEST, next(one for one in NAMES if one.endswith(".css"))])
def test_it_is_the_same_answer(name: str) -> None:
    scope = made_scope("GET", name, {}) | {"root_path": ""}
    ours = drawing_file(MOUNTED, scope)
    assert ours is not None
    theirs = create_streamlit_static_handler(str(FILES), "")
    assert answered(ours, scope) == answered(theirs, scope)


# method | path | headers
STREAMLITS = """
HEAD | {file}                            |
POST | {file}                            |
GET  | /                                 |
GET  | /county                           |
GET  | /index.html                       |
GET  | /static/js/../../index.html       |
GET  | /static/js/nothing.js             |
GET  | /static/../../version.py          |
GET  | /static//etc/passwd               |
GET  | {file}                            | range: bytes=0-9
GET  | {file}                            | if-none-match: "x"
"""


@pytest.mark.parametrize("line", STREAMLITS.strip().splitlines())
def test_anything_else_is_not_ours(line: str) -> None:
    method, path, said = (part.strip().format(file=LARGEST) for part in line.split("|"))
    name, _, value = said.partition(": ")
    assert drawing_file(MOUNTED, made_scope(method, path, {name: value} if name else {})) is None


def test_another_route_and_a_web_socket_are_not_ours() -> None:
    assert drawing_file("/export/{token}", made_scope("GET", LARGEST, {})) is None
    assert drawing_file(None, made_scope("GET", LARGEST, {})) is None
    assert drawing_file(MOUNTED, made_scope("WEBSOCKET", LARGEST, {})) is None
    assert streamlit.__file__.startswith(str(FILES.parent))

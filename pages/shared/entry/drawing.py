"""The files that draw pages, out of memory.

A browser that was never here before asks for some sixty of them. Streamlit opens each one anew and passes it on in
small pieces, each read by a thread of its own: fifty people who come at the same moment waited longer for that than
for their page.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import streamlit
from starlette.datastructures import Headers
from starlette.responses import FileResponse
from starlette.types import Receive, Scope, Send

FILES = Path(streamlit.__file__).parent / "static"
FOLDER = "/static/"
MOUNTED = ""  # how the route of Streamlit's files is called
PIECE = 256 * 1024  # bytes: a slow browser holds back no more than that
ASKS_FOR_LESS = ("range", "if-none-match", "if-modified-since", "if-range")
# The name of every file holds a digest of its content.
FOR_GOOD = "public, immutable, max-age=31536000"


@dataclass(frozen=True, slots=True)
class Held:
    """A file with the headers that Streamlit gives it."""

    headers: list[tuple[bytes, bytes]]
    content: bytes

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": list(self.headers)})
        for at in range(0, len(self.content), PIECE):
            await send({"type": "http.response.body", "body": self.content[at : at + PIECE], "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def drawing_file(route: str | None, scope: Scope) -> Held | None:
    """The whole file that is asked for; None for anything else, which is Streamlit's to answer."""
    if route != MOUNTED or scope["type"] != "http" or scope["method"] != "GET":
        return None
    asked = Headers(scope=scope)
    path = scope["path"]
    if path not in names() or any(name in asked for name in ASKS_FOR_LESS):
        return None
    return held(path)


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """The paths of all files: nothing else is ever opened."""
    found = (FILES / FOLDER.strip("/")).rglob("*")
    return frozenset("/" + one.relative_to(FILES).as_posix() for one in found if one.is_file())


@cache  # as many as there are files, 22 MB
def held(path: str) -> Held:
    file = FILES / path.lstrip("/")
    headers = FileResponse(file, stat_result=file.stat()).headers
    headers["cache-control"] = FOR_GOOD
    return Held(headers.raw, file.read_bytes())

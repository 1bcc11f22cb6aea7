"""Many viewers at once, each over a web socket of its own, speaking what Streamlit's browser speaks."""

import asyncio
import random
import re
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

SUBPROTOCOL = "streamlit"
PATIENCE = 60.0  # seconds; who waits longer has met an error
FILES = re.compile(r'(?:src|href)="\.?(/?static/[^"]+)"')
Asked = tuple[str, str]  # a page and the query of its address


@dataclass(slots=True)
class Crowd:
    """What all viewers together met: seconds per answer, and the errors in words."""

    waited: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def at(self, share: float) -> float:
        """The waiting time that this share of all answers stayed below, in seconds."""
        ordered = sorted(self.waited)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else float("inf")


async def all_open(url: str, viewers: int, asked: Iterator[Asked]) -> Crowd:
    """So many open the dashboard at the same moment: its files, the connection, and the first page."""
    crowd, start = Crowd(), asyncio.Event()
    people = [asyncio.create_task(open_once(url, next(asked), start, crowd)) for _ in range(viewers)]
    await asyncio.sleep(0)
    start.set()
    await asyncio.gather(*people)
    return crowd


async def open_once(url: str, asked: Asked, start: asyncio.Event, crowd: Crowd) -> None:
    await start.wait()
    begun = time.perf_counter()
    with counted(crowd, asked):
        await fetch_files(url)
        async with visitor(url) as socket:
            await see(socket, asked)
        crowd.waited.append(time.perf_counter() - begun)


async def all_browse(url: str, viewers: int, think: float, seconds: float, asked: Iterator[Asked]) -> Crowd:
    """So many go from page to page, each thinking so long between two, until the time is over."""
    crowd, end = Crowd(), time.monotonic() + seconds
    await asyncio.gather(*(browse(url, think, end, asked, crowd) for _ in range(viewers)))
    return crowd


async def browse(url: str, think: float, end: float, asked: Iterator[Asked], crowd: Crowd) -> None:
    """One viewer. Nobody begins at the same moment, and thinking times differ by half."""
    await asyncio.sleep(random.uniform(0, think))
    page = next(asked)
    with counted(crowd, page):
        async with visitor(url) as socket:
            while time.monotonic() < end:
                begun = time.perf_counter()
                await see(socket, page)
                crowd.waited.append(time.perf_counter() - begun)
                await asyncio.sleep(random.uniform(think / 2, think * 1.5))
                page = next(asked)


class counted:  # noqa: N801  reads as a word in a with statement
    """Whatever a viewer meets is an error of the dashboard, and ends this viewer alone."""

    def __init__(self, crowd: Crowd, asked: Asked) -> None:
        self.crowd, self.asked = crowd, asked

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if isinstance(error, (OSError, WebSocketException, TimeoutError, Unwell)):
            self.crowd.errors.append(f"{'?'.join(self.asked)}: {type(error).__name__} {error}"[:200])
            return True
        return False


class Unwell(Exception):  # noqa: N818  it is what a viewer sees
    """A page that showed an error, or did not run to its end."""


@asynccontextmanager
async def visitor(url: str) -> AsyncIterator[ClientConnection]:
    address = f"ws{url[4:]}/_stcore/stream"
    async with connect(
        address, subprotocols=[SUBPROTOCOL], max_size=None, open_timeout=PATIENCE, compression=None  # type: ignore[list-item]
    ) as socket:  # fmt: skip
        yield socket


async def see(socket: ClientConnection, asked: Asked) -> None:
    """Ask for a page and take everything in until its script is done. Raises Unwell."""
    message = BackMsg()
    message.rerun_script.page_name, message.rerun_script.query_string = asked
    await socket.send(message.SerializeToString())
    async with asyncio.timeout(PATIENCE):
        while not finished(bytes(await socket.recv())):
            pass


def finished(content: bytes) -> bool:
    """Whether this message ends the run. Raises Unwell for an error that is shown."""
    answer = ForwardMsg()
    answer.ParseFromString(content)
    kind = answer.WhichOneof("type")
    if kind == "delta" and answer.delta.WhichOneof("type") == "new_element":
        element = answer.delta.new_element
        shown = element.WhichOneof("type")
        if shown == "exception" or (shown == "alert" and element.alert.format == Alert.ERROR):
            raise Unwell(element.alert.body if shown == "alert" else element.exception.type)
    if kind != "script_finished" or answer.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
        return False
    if answer.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
        raise Unwell("the script did not run to its end")
    return True


async def fetch_files(url: str) -> None:
    """What a browser that was never here before asks for: the first page, and the files that it names."""
    first = await get(url, "/")
    for path in dict.fromkeys(FILES.findall(first.decode("utf-8", "replace"))):
        await get(url, "/" + path.lstrip("/"))


async def get(url: str, path: str) -> bytes:
    """The body of one file. Raises Unwell unless it is there."""
    parts = urlsplit(url)
    async with asyncio.timeout(PATIENCE):
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n".encode())
        answer = await reader.read()
        writer.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise Unwell(f"{path}: {head[:40]!r}")
    return body

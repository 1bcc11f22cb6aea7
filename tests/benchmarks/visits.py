"""A visitor played over the dashboard's own websocket, and what the server spends on each of the visits."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from data.errors import Fault
from data.store import Store
from tests.browser.dashboard import PAGES

SUBPROTOCOL = "streamlit"
MEASURED = tuple(dict.fromkeys((*PAGES, "imports", "precheck")))
STORE = Path(os.environ.get("JIXIAO_STORE", ".store/demo"))
TICKS_PER_SECOND = 100  # of /proc, on every Linux


def demo_store() -> Path:
    """The store that is measured. Ends the program where there is none, or one that no page could open."""
    try:
        current = Store(STORE).current()
    except Fault as fault:
        raise SystemExit(fault.sentence("en")) from fault
    if current is None:
        raise SystemExit(f"{STORE} holds nothing yet: make it with python -m data.demo")
    return STORE.resolve()


@dataclass(frozen=True, slots=True)
class Visitor:
    """One open browser."""

    socket: ClientConnection

    def run(self, name: str, query: str = "") -> float:
        """Milliseconds from the request for a page until its script is done."""
        start = time.perf_counter()
        self.socket.send(_visit(name, query).SerializeToString())
        while (finished := self._finished()) in (None, ForwardMsg.FINISHED_EARLY_FOR_RERUN):
            pass
        if finished != ForwardMsg.FINISHED_SUCCESSFULLY:
            raise SystemExit(f"{name}?{query} did not run to its end")
        return (time.perf_counter() - start) * 1000

    def _finished(self) -> int | None:
        answer = ForwardMsg()
        answer.ParseFromString(bytes(self.socket.recv(timeout=60)))
        return answer.script_finished if answer.WhichOneof("type") == "script_finished" else None


@contextmanager
def visiting(url: str) -> Iterator[Visitor]:
    """A new visitor of the dashboard at `url`."""
    with connect(f"ws{url[4:]}/_stcore/stream", subprotocols=[SUBPROTOCOL], max_size=None) as socket:  # type: ignore[list-item]
        yield Visitor(socket)


def _visit(name: str, query: str) -> BackMsg:
    message = BackMsg()
    message.rerun_script.page_name = name
    message.rerun_script.query_string = query
    return message


def cpu_ms(process: int) -> float | None:
    """Milliseconds of processor time that a process has used, to 10 ms; None where the system does not tell."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return None
    user, system = stat.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[11:13]
    return (int(user) + int(system)) * 1000 / TICKS_PER_SECOND


def resident_mb(process: int) -> float | None:
    """Memory that a process holds, in MB; None where the system does not tell."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return None
    lines = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines())
    return int(lines["VmRSS"].split()[0]) / 1024

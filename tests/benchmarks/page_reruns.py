"""How long the server takes to rerun each page of the fictional county. `python -m tests.benchmarks.page_reruns`.

A visitor's browser is played over its own websocket: what is timed is one whole run of the script, from the request
to the last message, without drawing. The first run of each page, which fills the caches, is printed apart.
"""

import os
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from tests.browser.dashboard import PAGES, started

RUNS = 25
STORE = Path(os.environ.get("JIXIAO_STORE", ".store/demo"))
SUBPROTOCOL = "streamlit"


def main() -> None:
    if not (STORE / "CURRENT").exists():
        raise SystemExit(f"{STORE} holds nothing yet: make it with python -m data.demo")
    with TemporaryDirectory() as folder, started(STORE.resolve(), Path(folder, "log")) as dashboard:
        everything = [one for name in PAGES for one in _timed(dashboard.url, name)]
    print(f"{'all pages':12} median {_median(everything):5.0f} ms   p95 {_p95(everything):5.0f} ms")


def _timed(url: str, name: str) -> list[float]:
    with connect(f"ws{url[4:]}/_stcore/stream", subprotocols=[SUBPROTOCOL], max_size=None) as socket:  # type: ignore[list-item]
        first = _run(socket, name, _visit(name))
        runs = [_run(socket, name, _visit(name)) for _ in range(RUNS)]
    print(f"{name:12} median {_median(runs):5.0f} ms   p95 {_p95(runs):5.0f} ms   first {first:5.0f} ms", flush=True)
    return runs


def _visit(name: str) -> BackMsg:
    message = BackMsg()
    message.rerun_script.page_name = name
    message.rerun_script.query_string = ""
    return message


def _run(socket: ClientConnection, name: str, message: BackMsg) -> float:
    """Milliseconds from the request until the script is done."""
    start = time.perf_counter()
    socket.send(message.SerializeToString())
    while True:
        answer = ForwardMsg()
        answer.ParseFromString(bytes(socket.recv(timeout=60)))
        if answer.WhichOneof("type") == "script_finished":
            if answer.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                raise SystemExit(f"{name} did not run to its end")
            return (time.perf_counter() - start) * 1000


def _median(runs: list[float]) -> float:
    return statistics.median(runs)


def _p95(runs: list[float]) -> float:
    return statistics.quantiles(runs, n=20, method="inclusive")[-1]


if __name__ == "__main__":
    main()

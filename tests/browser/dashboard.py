"""The dashboard started as a person starts it, on a free port and on a store of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PROJECT = Path(__file__).parents[2]
PAGES = (
    "county", "execution", "indicators", "departments", "department", "findings", "form", "rules", "imports",
    "precheck", "meeting",
)  # fmt: skip
START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Dashboard:
    """A dashboard that answers at `url` and shows `store`; `process` is the number of its server."""

    url: str
    store: Path
    process: int

    def address(self, page: str, query: str = "") -> str:
        return f"{self.url}/{page}" + (f"?{query}" if query else "")


@contextmanager
def started(store: Path, log: Path) -> Iterator[Dashboard]:
    """Start the dashboard on `store`, wait until it answers, and end it afterwards."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        "--server.port",
        str(port),
        "--server.headless",
        "true",
    ]
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 our own command
            command,
            cwd=PROJECT,
            env={**os.environ, "JIXIAO_STORE": str(store), "PYTHONUTF8": "1"},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            url = f"http://127.0.0.1:{port}"
            answers(f"{url}/_stcore/health", process, log)
            yield Dashboard(url, store, process.pid)
        finally:
            process.terminate()
            process.wait(timeout=20)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def answers(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Wait until a server answers there; fails with the end of its log when it does not."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(address, timeout=2) as answer:  # noqa: S310 our own address
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"nobody answers at {address}:\n{log.read_text(encoding='utf-8', errors='replace')[-4000:]}")

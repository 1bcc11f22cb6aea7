"""A real cluster on this machine: one master and two workers, each a process of its own, started from the package."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

START = 60  # seconds until a master must be reachable


@dataclass(frozen=True, slots=True)
class Cluster:
    master: str
    workers: tuple[subprocess.Popen[bytes], ...]


@contextmanager
def standalone(folder: Path) -> Iterator[Cluster]:
    """A master and two workers of one core and 1 GB on loopback, ended with everything that they started."""
    port, page = free_port(), free_port()
    master = f"spark://127.0.0.1:{port}"
    roles = [("master.Master", "--host", "127.0.0.1", "--port", str(port), "--webui-port", str(page))]
    roles += 2 * [
        ("worker.Worker", master, "--host", "127.0.0.1", "--cores", "1", "--memory", "1g", "--webui-port", "0")
    ]
    started: list[subprocess.Popen[bytes]] = []
    try:
        for at, role in enumerate(roles):
            started.append(start(folder / f"role-{at}", *role))
            if at == 0:
                wait_for(port)
        yield Cluster(master, tuple(started[1:]))
    finally:
        for process in reversed(started):
            end(process)


def start(folder: Path, role: str, *options: str) -> subprocess.Popen[bytes]:
    """One role, in a group of its own so that its executors end with it."""
    spec = find_spec("pyspark")
    assert spec is not None and spec.origin is not None
    home = Path(spec.origin).parent
    folder.mkdir()
    settings = {"SPARK_HOME": str(home), "SPARK_WORKER_DIR": str(folder), "SPARK_LOCAL_IP": "127.0.0.1"}
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(  # noqa: S603 – our own command
            [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{role}", *options],
            stdout=log, stderr=log, start_new_session=True,
            env=os.environ | settings | {"PYSPARK_PYTHON": sys.executable},
        )  # fmt: skip


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill a role at once, as a machine that loses its power."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError(f"no master on port {port}")

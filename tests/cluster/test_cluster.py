"""Every view gives the same on Spark as on DuckDB: in one process, and on two workers one of which is killed."""

import os
import shutil
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from data.parquet import write_parquet
from data.store import Store, attach
from tests.cluster.equality import differences, said
from tests.cluster.small_county import publish_county
from tests.cluster.standalone import end, standalone

pytestmark = [
    pytest.mark.skipif(find_spec("pyspark") is None, reason="the extra cluster is not installed"),
    pytest.mark.skipif(shutil.which("java") is None, reason="Java is not installed"),
    pytest.mark.skipif("JIXIAO_CLUSTER_TESTS" not in os.environ, reason="takes minutes: make test-cluster"),
]
LONGEST = 1800  # seconds


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("facts")
    with attach(publish_county(Store(tmp_path_factory.mktemp("store")))) as connection:
        write_parquet(connection, folder)
    return folder


def start_cluster(master: str, facts: Path, out: Path, log: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "analytics", "cluster", "--master", master, "--facts", facts, "--out", out]
    with log.open("wb") as said:
        return subprocess.Popen(command, env=os.environ | {"SPARK_LOCAL_IP": "127.0.0.1"}, stderr=said)  # noqa: S603 – our own command


def assert_same(out: Path) -> None:
    generation = Store(out).current()
    assert generation is not None
    found = differences(generation)
    assert not found, said(found)
    assert not (out / "cluster").exists()


def test_in_one_process(facts: Path, tmp_path: Path) -> None:
    out, log = tmp_path / "out", tmp_path / "log"
    assert start_cluster("local[2]", facts, out, log).wait(LONGEST) == 0, log.read_text(encoding="utf-8")
    assert_same(out)


def test_on_two_workers_one_of_them_killed(facts: Path, tmp_path: Path) -> None:
    out, log = tmp_path / "out", tmp_path / "log"
    with standalone(tmp_path) as cluster:
        run = start_cluster(cluster.master, facts, out, log)
        wait_for_view(out / "cluster" / "views" / "evaluation_in_force", run)
        end(cluster.workers[0])
        assert run.wait(LONGEST) == 0, log.read_text(encoding="utf-8")
    # The worker that was killed had an executor at work for this run, and the run knew that it was gone.
    assert "Lost executor" in log.read_text(encoding="utf-8")
    assert_same(out)


def test_a_spark_that_dies_is_told(facts: Path, tmp_path: Path) -> None:
    out, log = tmp_path / "out", tmp_path / "log"
    run = start_cluster("local[2]", facts, out, log)
    wait_for_view(out / "cluster" / "views" / "folded_text", run)
    for java in Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text(encoding="ascii").split():
        os.kill(int(java), signal.SIGKILL)
    assert run.wait(LONGEST) == 1
    told = log.read_text(encoding="utf-8")
    assert "--memory" in told and "Traceback" not in told
    assert Store(out).current() is None and not (out / "cluster").exists()


def wait_for_view(folder: Path, run: subprocess.Popen[bytes]) -> None:
    """Until Spark has written that view whole: by then both workers are at work."""
    until = time.monotonic() + LONGEST
    while time.monotonic() < until and run.poll() is None:
        if (folder / "_SUCCESS").exists():
            return
        time.sleep(0.1)
    raise AssertionError("the run ended before a worker could be killed")

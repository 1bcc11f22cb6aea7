"""The dashboard started in every way that would serve others: it ends with sentences, before it answers anybody."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.dashboard import PROJECT, free_port

STREAMLIT = ("-m", "streamlit", "run", "app.py")
OURS = ("app.py",)

# command | flags                    | environment                          | said before it ends
WAYS = """
app.py    |                          | JIXIAO_SERVER__ADDRESS=0.0.0.0       | 0.0.0.0 server.mode login.discovery
app.py    |                          | JIXIAO_SERVER__MODE=shared JIXIAO_SERVER__ADDRESS=:: | server.public_address
app.py    |                          | JIXIAO_SERVER__MODE=shared           | server.proxy login.cookie_secret_file
app.py    |                          | JIXIAO_SERVER__MODE=open             | server.mode
app.py    |                          | JIXIAO_SETTINGS=gone.toml            | gone.toml
streamlit | --server.address 0.0.0.0 |                                      | 0.0.0.0 server.mode login.discovery
streamlit | --server.address ::      |                                      | server.mode
streamlit |                          | STREAMLIT_SERVER_ADDRESS=0.0.0.0     | 0.0.0.0 server.mode
streamlit |                          | JIXIAO_SERVER__MODE=shared           | login.client_secret_file
streamlit |                          | JIXIAO_SERVER__PROT=1                | server.prot
""".strip().splitlines()


def started(command: str, flags: str, environment: str, folder: Path) -> subprocess.CompletedProcess[str]:
    port = str(free_port())
    line = [*OURS] if command == "app.py" else [*STREAMLIT, "--server.port", port, *flags.split()]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JIXIAO_", "STREAMLIT_"))}
    changed = dict(one.split("=", 1) for one in environment.split())
    return subprocess.run(  # noqa: S603 our own command
        [sys.executable, *line],
        cwd=PROJECT,
        env={**kept, "JIXIAO_STORE": str(folder), "JIXIAO_SERVER__PORT": port, "PYTHONUTF8": "1", **changed},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("row", WAYS)
def test_nobody_is_served_without_a_login(tmp_path: Path, row: str) -> None:
    command, flags, environment, said = (part.strip() for part in row.split("|"))
    ended = started(command, flags, environment, tmp_path)
    assert ended.returncode == 2
    assert all(word in ended.stderr for word in said.split()), ended.stderr
    assert "Traceback" not in ended.stderr + ended.stdout
    assert "http" not in ended.stdout, "it must not invite anybody before it is clear that it serves"


def test_a_busy_port_is_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        ended = started("app.py", "", f"JIXIAO_SERVER__PORT={port}", tmp_path)
    assert ended.returncode == 2
    assert f"端口 {port}" in ended.stderr and "server.port" in ended.stderr
    assert "Traceback" not in ended.stderr

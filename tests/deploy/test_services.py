"""The service files name what there is, and let the server do no more than it must."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from data.__main__ import main

PROJECT = Path(__file__).parents[2]
FOLDER = PROJECT / "deploy" / "systemd"
UNITS = sorted(FOLDER.iterdir())
COMMAND = re.compile(r"-m data ([a-z]+)")


def unit(path: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(path, encoding="utf-8")
    return parser


@pytest.mark.parametrize("path", [*UNITS, PROJECT / "deploy" / "windows.md"], ids=lambda path: path.name)
def test_every_command_that_is_named_exists(path: Path) -> None:
    for name in COMMAND.findall(path.read_text(encoding="utf-8")):
        assert name in main.commands, f"{path.name} names python -m data {name}"


@pytest.mark.parametrize("path", [one for one in UNITS if one.suffix == ".service"], ids=lambda path: path.name)
def test_a_service_is_nobody_else_and_writes_to_its_own_place(path: Path) -> None:
    service = unit(path)["Service"]
    assert service["User"] == "jixiao"
    assert service["ProtectSystem"] == "strict"
    assert service["NoNewPrivileges"] == "yes" and service["CapabilityBoundingSet"] == ""
    assert service["ExecStart"].startswith("/opt/jixiao/.venv/bin/python ")


def test_the_timer_starts_the_backup_that_lies_beside_it() -> None:
    timer = FOLDER / "jixiao-backup.timer"
    assert unit(timer)["Timer"]["Persistent"] == "true"
    assert timer.with_suffix(".service").exists()


def test_wrong_settings_are_no_reason_to_start_again() -> None:
    assert unit(FOLDER / "jixiao.service")["Service"]["RestartPreventExitStatus"] == "2"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not here")
@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_systemd_understands_them(path: Path) -> None:
    command = [str(shutil.which("systemd-analyze")), "verify", "--man=no", str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    ours = [line for line in ran.stderr.splitlines() if path.name in line and "is not executable" not in line]
    assert not ours

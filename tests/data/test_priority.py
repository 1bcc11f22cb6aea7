"""A command lets those go first who look at pages meanwhile."""

import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from data import priority

ASKED = "import os; from data.priority import let_viewers_go_first as go; go(); print(os.nice(0))"


@pytest.mark.skipif(os.name == "nt", reason="Windows says it otherwise")
def test_it_steps_back() -> None:
    found = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)  # noqa: S603
    assert int(found.stdout) == min(os.nice(0) + priority.NICENESS, 19)


def test_windows_is_told_in_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int]] = []

    class Call(SimpleNamespace):
        def __call__(self, *said: int) -> int:
            return int(self.answer(*said))

    kernel = SimpleNamespace(
        GetCurrentProcess=Call(answer=lambda: 77),
        SetPriorityClass=Call(answer=lambda *said: told.append(said) or 1),
    )
    monkeypatch.setattr("ctypes.WinDLL", lambda name: kernel if name == "kernel32" else None, raising=False)
    priority.lower_on_windows()
    assert told == [(77, priority.BELOW_NORMAL)]


def test_where_it_cannot_be_had_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> int:
        raise PermissionError

    monkeypatch.setattr(priority.os, "nice", refuse, raising=False)
    priority.let_viewers_go_first()

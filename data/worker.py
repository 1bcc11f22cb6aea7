"""The reading process: every file is opened and parsed there, and what it breaks is only that process.

A library that loops, eats all memory or ends its process with a hostile file costs that file: the process is started
anew for the next one. It is a program of its own, neither forked nor spawned from the caller, so it is the same on
Windows, under Streamlit, and in a program that is typed in.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TypeVar

from data.documents import Document
from data.errors import Fault
from data.file_list import Listed
from data.file_read import FileRead, Opened, ReadingFailed, refusal
from data.readers.limits import reading_seconds
from data.texts import mark
from data.watch import Watch

PROJECT = Path(__file__).parents[1]
COMMAND = (sys.executable, "-m", "data.worker_process")
PIPE_BYTES = 64 * 1024  # a form with its original goes through at once
ENDED = mark("读取程序中断")
TOO_SLOW = mark("读取超时")
Answer = TypeVar("Answer")


class Worker:
    """One reading process. It starts with its first file and reads one after another, whoever asks."""

    def __init__(
        self,
        known: frozenset[str] = frozenset(),
        command: Sequence[str] = COMMAND,
        seconds: Callable[[str], float] = reading_seconds,
    ) -> None:
        self.known = known
        self.command = command
        self.seconds = seconds
        self.process: subprocess.Popen[bytes] | None = None
        self.watch: Watch | None = None
        self.asked = Lock()  # one question at a time: the pipe has one order

    def __enter__(self) -> "Worker":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def read(self, file: Listed) -> FileRead:
        """What became of one file; a file that ends the process is refused by name."""
        try:
            return self.ask(file, file.file_name, FileRead)
        except ReadingFailed as fault:
            return refusal(file, fault)

    def document(self, name: str, content: bytes) -> Document:
        """The cells of one file as it was received. Raises the Fault that refuses it, as `read_document` does."""
        found = self.ask(Opened(name, content), name, (Document, Fault))
        if isinstance(found, Fault):
            raise found
        assert isinstance(found, Document)
        return found

    def ask(self, wanted: object, name: str, kind: type[Answer] | tuple[type[Answer], ...]) -> Answer:
        """The answer of the process, which is one of `kind`. Raises ReadingFailed when it ends instead."""
        with self.asked:
            try:
                process, watch = self.started()
                with watch.over(self.seconds(name)):
                    return self.answer(process, wanted, kind)
            except (OSError, EOFError, pickle.UnpicklingError) as error:
                late = self.watch is not None and self.watch.ended
                self.stop()
                raise ReadingFailed(name, reason=TOO_SLOW if late else ENDED) from error

    def started(self) -> tuple[subprocess.Popen[bytes], Watch]:
        if self.process is None or self.watch is None or self.process.poll() is not None:
            self.stop()
            self.process = subprocess.Popen(  # noqa: S603 — our own program
                self.command,
                bufsize=PIPE_BYTES,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": module_path(), "PYTHONUTF8": "1"},
            )
            self.watch = Watch(self.process)
            self.send(self.process, self.known)
        return self.process, self.watch

    def answer(
        self, process: subprocess.Popen[bytes], wanted: object, kind: type[Answer] | tuple[type[Answer], ...]
    ) -> Answer:
        assert process.stdout is not None
        self.send(process, wanted)
        found = pickle.load(process.stdout)  # noqa: S301 — what our own program writes
        if not isinstance(found, kind):
            raise pickle.UnpicklingError
        return found

    def send(self, process: subprocess.Popen[bytes], what: object) -> None:
        assert process.stdin is not None
        pickle.dump(what, process.stdin)
        process.stdin.flush()

    def stop(self) -> None:
        """End the process, if there is one."""
        process, self.process = self.process, None
        watch, self.watch = self.watch, None
        if process is None:
            return
        if watch is not None:
            watch.stop()
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was still to be written has no reader any more
                    continue
        process.wait()


def module_path() -> str:
    """Where the process finds this program, wherever it is started."""
    return os.pathsep.join(part for part in (str(PROJECT), os.environ.get("PYTHONPATH", "")) if part)

"""python -m data.worker_process: reads the files that `data.worker` asks for, one after another, within limits."""

import gc
import os
import pickle
import sys
from collections.abc import Callable
from typing import BinaryIO

from data.documents import Document
from data.errors import Fault
from data.file_list import Listed
from data.file_read import FileRead, Opened, open_document, read_file
from data.readers.limits import READING_BYTES

PIPE_BYTES = 64 * 1024  # as much as a pipe holds: an answer is one write
GARBAGE = 50_000  # objects made between two looks for those that nobody holds
Read = Callable[[Listed, frozenset[str]], FileRead]
Open = Callable[[Opened], Document | Fault]


def main(read: Read = read_file, open_: Open = open_document) -> None:
    """Answer every file with what became of it, until the caller closes the pipe."""
    limit_memory()
    # What was imported stays for good, and a form leaves no cycles: looking for them at every turn is time lost.
    gc.freeze()
    gc.set_threshold(GARBAGE)
    source, target = sys.stdin.buffer, own_pipe()
    try:
        known = pickle.load(source)  # noqa: S301 — what the caller writes
        while True:
            wanted = pickle.load(source)  # noqa: S301
            pickle.dump(open_(wanted) if isinstance(wanted, Opened) else read(wanted, known), target)
            target.flush()
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        return


def own_pipe() -> BinaryIO:
    """The pipe to the caller, for answers alone: what a library prints goes elsewhere."""
    pipe = os.fdopen(os.dup(sys.stdout.fileno()), "wb", PIPE_BYTES)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return pipe


def limit_memory() -> None:
    """A limit on memory where the platform has one; Windows has none."""
    try:
        import resource
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = READING_BYTES if hard == resource.RLIM_INFINITY else min(READING_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


if __name__ == "__main__":
    main()

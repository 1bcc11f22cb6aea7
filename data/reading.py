"""Many files read: in their order, each in a reading process, by several of them when that pays."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from itertools import islice
from queue import SimpleQueue

from data.file_list import Listed
from data.file_read import FileRead
from data.worker import Worker

FILES_FOR_PROCESSES = 60  # starting a second process costs about as much as reading this many forms
FILES_AHEAD = 32  # what is read and not yet stored stays in memory
PROCESSES = 4  # more only wait for the one that stores

Start = Callable[[frozenset[str]], Worker]


def reading(files: Sequence[Listed], known: frozenset[str], start: Start = Worker) -> Iterator[FileRead]:
    """What became of each file, in order. `known` are the documents that need not be read again, by sha256."""
    count = 1 if len(files) < FILES_FOR_PROCESSES else min(os.cpu_count() or 1, PROCESSES)
    idle: SimpleQueue[Worker] = SimpleQueue()
    with ExitStack() as stack:
        for _ in range(count):
            idle.put(stack.enter_context(start(known)))
        # The threads only wait for the processes. They end before the processes are stopped.
        pool = stack.enter_context(ThreadPoolExecutor(count))
        stack.callback(pool.shutdown, cancel_futures=True)
        yield from in_order(files, pool, lambda file: read_by_idle(idle, file))


def read_by_idle(idle: "SimpleQueue[Worker]", file: Listed) -> FileRead:
    worker = idle.get()
    try:
        return worker.read(file)
    finally:
        idle.put(worker)


def in_order(
    files: Sequence[Listed], pool: ThreadPoolExecutor, read: Callable[[Listed], FileRead]
) -> Iterator[FileRead]:
    """Hand out a few files ahead, and give the results back in their order."""
    ahead = iter(files)
    waiting: deque[Future[FileRead]] = deque(pool.submit(read, file) for file in islice(ahead, FILES_AHEAD))
    while waiting:
        found = waiting.popleft().result()
        if (following := next(ahead, None)) is not None:
            waiting.append(pool.submit(read, following))
        yield found

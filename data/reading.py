"""Many files read: in their order, by several processes when that pays."""

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from data.file_list import Listed
from data.file_read import FileRead, ReadingFailed, read_file, refusal
from data.texts import mark, translate

# Starting a second process costs about as much as reading this many forms.
FILES_FOR_PROCESSES = 60
FILES_PER_CHUNK = 16
CHUNKS_AHEAD = 8  # what is read and not yet stored stays in memory
PROCESSES = 4  # more only wait for the one that stores

Chunk = Sequence[Listed]


def reading(files: Sequence[Listed], known: frozenset[str]) -> Iterator[FileRead]:
    """What became of each file, in order. `known` are the documents that need not be read again, by sha256."""
    if len(files) < FILES_FOR_PROCESSES or not processes_start():
        yield from (read_file(file, known) for file in files)
        return
    chunks = deque(files[start : start + FILES_PER_CHUNK] for start in range(0, len(files), FILES_PER_CHUNK))
    while chunks:
        try:
            yield from read_chunks(chunks, known)
        except BrokenProcessPool:
            # One file took its process with it. Which one is found by giving each of these a process of its own.
            yield from (read_alone(file, known) for file in chunks.popleft())


def read_chunks(chunks: deque[Chunk], known: frozenset[str]) -> Iterator[FileRead]:
    """Read from the left; a chunk leaves `chunks` when it was read. Raises BrokenProcessPool."""
    with processes(known) as pool:
        waiting: deque[Future[list[FileRead]]] = deque()
        ahead = iter(tuple(chunks))
        while chunks:
            while len(waiting) < CHUNKS_AHEAD and (chunk := next(ahead, None)) is not None:
                waiting.append(pool.submit(read_unless_known, chunk))
            found = waiting.popleft().result()
            chunks.popleft()
            yield from found


def read_alone(file: Listed, known: frozenset[str]) -> FileRead:
    """Read one file in a process of its own, so that it can end nothing but that."""
    try:
        with processes(known, 1) as pool:
            return pool.submit(read_unless_known, [file]).result()[0]
    except BrokenProcessPool:
        return refusal(file, ReadingFailed(file.file_name, reason=translate(mark("读取程序中断"), "zh")))


def processes(known: frozenset[str], at_most: int = PROCESSES) -> ProcessPoolExecutor:
    # Spawned, not forked: so it is on Windows, and threads of the caller are left alone.
    count = min(os.cpu_count() or 1, at_most)
    return ProcessPoolExecutor(count, get_context("spawn"), initializer=remember, initargs=(known,))


def processes_start() -> bool:
    """A program typed in or piped in cannot start a second process; there the files are read by the first."""
    try:
        with processes(frozenset(), 1) as pool:
            return pool.submit(os.getpid).result() > 0
    except (BrokenProcessPool, OSError):
        return False


_known: frozenset[str] = frozenset()


def remember(known: frozenset[str]) -> None:
    """Keep, in a reading process, the documents that need not be read again."""
    global _known
    _known = known


def read_unless_known(files: Chunk) -> list[FileRead]:
    return [read_file(file, _known) for file in files]

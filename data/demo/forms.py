"""The forms of the county as files, and beside them what was planted and what the bureau keeps."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import groupby
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path

from data.demo.model import Filing
from data.demo.registers import write_registers
from data.demo.truth import write_truth
from data.demo.writer import write_file

FORMS = "forms"
FILES_FOR_PROCESSES = 300
FILES_PER_CHUNK = 50


def write_county(folder: Path, filings: Sequence[Filing], progress: Callable[[int], object]) -> int:
    """Write folder/forms/*.xlsx, folder/truth.jsonl and the two lists of the bureau; gives the number of forms' files.

    `progress(1)` follows each file.
    """
    files = [list(group) for _, group in groupby(filings, key=lambda filing: filing.path)]
    folder.mkdir(parents=True, exist_ok=True)
    write_truth(folder, filings)
    write_registers(folder, filings)
    write_files(folder / FORMS, files, progress)
    return len(files)


def write_files(folder: Path, files: Sequence[Sequence[Filing]], progress: Callable[[int], object]) -> None:
    if len(files) < FILES_FOR_PROCESSES:
        for file in files:
            write_file(folder, file)
            progress(1)
        return
    # Spawned, not forked: so it is on Windows, and threads of the caller are left alone.
    with ProcessPoolExecutor(cpu_count(), get_context("spawn")) as pool:
        for _ in pool.map(partial(write_file, folder), files, chunksize=FILES_PER_CHUNK):
            progress(1)

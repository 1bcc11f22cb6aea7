"""The cells of one file out of a reading process: a deadly file ends that process and nothing else."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data.errors import Fault, UnknownFormat
from data.file_read import ReadingFailed
from data.readers import read_document
from data.worker import Worker

DOCUMENTS = Path(__file__).parents[1] / "documents"
SAMPLE = DOCUMENTS / "yanchi-2022-1.xlsx"
DEADLY = (sys.executable, "-m", "tests.data.deadly_process")


def test_a_document_is_the_same_as_read_here() -> None:
    content = SAMPLE.read_bytes()
    with Worker() as worker:
        assert worker.document("表.xlsx", content) == read_document("表.xlsx", content)
        first = worker.process
        worker.document("又.xlsx", content)
        assert worker.process is first  # it waits for the next file


def test_what_refuses_a_file_is_raised_as_it_is_here() -> None:
    with Worker() as worker, pytest.raises(UnknownFormat, match=r"《怪\.bin》"):
        worker.document("怪.bin", b"\x00\x01\x02" * 100)


@pytest.mark.parametrize(
    ("name", "word"), [("终止.txt", "中断"), ("死循环.txt", "超时"), ("内存.txt", "意外"), ("胡言.txt", "中断")]
)
def test_a_deadly_document_ends_only_its_process(name: str, word: str) -> None:
    content = SAMPLE.read_bytes()
    with Worker(command=DEADLY, seconds=3) as worker:
        with pytest.raises(ReadingFailed, match=f"《{name}》") as failed:
            worker.document(name, content)
        assert word in failed.value.sentence("zh")
        assert worker.document("好.xlsx", content).tables


def test_a_process_that_was_ended_while_it_waited_is_started_again() -> None:
    content = SAMPLE.read_bytes()
    with Worker() as worker:
        worker.document("一.xlsx", content)
        assert worker.process is not None
        worker.process.kill()
        worker.process.wait()
        assert worker.document("二.xlsx", content).tables


def test_many_visitors_ask_one_process() -> None:
    content = SAMPLE.read_bytes()
    with Worker(command=DEADLY, seconds=5) as worker, ThreadPoolExecutor(6) as visitors:

        def ask(number: int) -> str:
            try:
                return worker.document("终止.txt" if number % 5 == 4 else f"{number}.xlsx", content).name
            except Fault as fault:
                return fault.code

        found = list(visitors.map(ask, range(20)))
    assert found == ["failed" if number % 5 == 4 else f"{number}.xlsx" for number in range(20)]


def test_the_process_ends_with_its_worker() -> None:
    worker = Worker()
    worker.document("表.xlsx", SAMPLE.read_bytes())
    process = worker.process
    assert process is not None
    worker.stop()
    assert process.poll() is not None
    if os.name == "posix":
        with pytest.raises(ProcessLookupError):
            os.kill(process.pid, 0)

"""Many files read in their order; a file that breaks its reader costs only itself."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections import deque
from pathlib import Path

import pytest

from data import file_read, reading
from data.file_list import Listed
from data.file_read import FileRead, read_file

SAMPLE = Path("data/samples/yanchi-2022.txt")


def listed(folder: Path, name: str, content: bytes = b"") -> Listed:
    path = folder / name
    path.write_bytes(content or SAMPLE.read_bytes())
    return Listed(path, name)


def test_a_file_is_read_with_its_bytes_and_digests(tmp_path: Path) -> None:
    found = read_file(listed(tmp_path, "表.txt"), frozenset())
    assert (found.code, len(found.forms), found.original) == ("", 3, SAMPLE.read_bytes())
    assert len({one.content for one in found.forms}) == 3
    known = read_file(found.file, frozenset([found.sha256]))
    assert (known.forms, known.original, known.code) == ((), b"", "")


def test_what_nobody_foresaw_is_a_sentence_with_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(file_read, "read_forms", broken)
    found = read_file(listed(tmp_path, "怪表.xlsx"), frozenset())
    assert found.code == "failed"
    assert "《怪表.xlsx》" in found.text
    assert "RecursionError" in found.text


def test_a_file_that_vanished_or_is_a_folder_is_refused(tmp_path: Path) -> None:
    assert read_file(Listed(tmp_path / "没有.xlsx", "没有.xlsx"), frozenset()).code == "unreadable"
    assert read_file(Listed(tmp_path, "文件夹"), frozenset()).code == "unreadable"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "大.xlsx"
    with path.open("wb") as file:
        file.truncate(10**12)
    assert read_file(Listed(path, "大.xlsx"), frozenset()).code == "too_large"


def deadly(files: list[Listed]) -> list[FileRead]:
    """What a reader does that takes its process with it; runs in the process that reads."""
    if any(file.name == "凶.txt" for file in files):
        os.kill(os.getpid(), signal.SIGKILL)
    return reading.read_unless_known(files)


@pytest.mark.skipif(os.name == "nt", reason="a process ends itself by a signal here")
def test_a_file_that_ends_its_process_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [listed(tmp_path, name) for name in ("1.txt", "2.txt", "凶.txt", "3.txt", "4.txt")]
    context = multiprocessing.get_context("forkserver")  # as separate as spawned ones, and quicker
    context.set_forkserver_preload(["data.reading"])
    monkeypatch.setattr(reading, "get_context", lambda _: context)
    monkeypatch.setattr(reading, "read_unless_known", deadly)
    monkeypatch.setattr(reading, "FILES_FOR_PROCESSES", 1)
    monkeypatch.setattr(reading, "FILES_PER_CHUNK", 2)
    found = list(reading.reading(files, frozenset()))
    assert [one.file.name for one in found] == [file.name for file in files]
    assert [one.code for one in found] == ["", "", "failed", "", ""]
    assert "《凶.txt》" in found[2].text


def test_nothing_is_read_far_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    chunks = deque([[Listed(Path(str(number)), str(number))] for number in range(100)])
    submitted: list[object] = []

    class Pool:
        def __enter__(self) -> "Pool":
            return self

        def __exit__(self, *_: object) -> None: ...

        def submit(self, _: object, chunk: list[Listed]) -> "Pool":
            submitted.append(chunk)
            return self

        def result(self) -> list[FileRead]:
            return [FileRead(Listed(Path(), ""))]

    monkeypatch.setattr(reading, "processes", lambda _: Pool())
    coming = reading.read_chunks(chunks, frozenset())
    next(coming)
    assert len(submitted) == reading.CHUNKS_AHEAD
    assert len(list(coming)) == 99


def test_a_program_that_is_piped_in_reads_many_files_too(tmp_path: Path) -> None:
    for number in range(reading.FILES_FOR_PROCESSES):
        listed(tmp_path, f"{number}.txt", b"no form")
    program = (
        "from pathlib import Path\nfrom data.file_list import list_files\nfrom data.reading import reading\n"
        f"files = list(list_files([Path({str(tmp_path)!r})]))\n"
        "print({found.code for found in reading(files, frozenset())}, len(files))\n"
    )
    ran = subprocess.run([sys.executable, "-"], input=program, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == f"{{'no_form'}} {reading.FILES_FOR_PROCESSES}"

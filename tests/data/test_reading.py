"""Many files read in their order; a file that breaks its reader costs only itself."""

import hashlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data import file_read, reading
from data.file_list import Listed
from data.file_read import FileRead, read_file
from data.worker import Worker

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


def deadly(known: frozenset[str]) -> Worker:
    """A worker whose process breaks as hostile files do, when the file's name says so."""
    return Worker(known, (sys.executable, "-m", "tests.data.deadly_process"), seconds=lambda _: 3)


def test_a_file_that_breaks_its_process_costs_only_itself(tmp_path: Path) -> None:
    names = ["1.txt", "终止.txt", "2.txt", "死循环.txt", "3.txt", "内存.txt", "胡言.txt", "4.txt"]
    files = [listed(tmp_path, name) for name in names]
    found = list(reading.reading(files, frozenset(), deadly))
    assert [one.file.name for one in found] == names
    assert [one.code for one in found] == ["", "failed", "", "failed", "", "failed", "failed", ""]
    assert all(f"《{one.file.name}》" in one.text for one in found if one.code)
    assert "中断" in found[1].text
    assert "超时" in found[3].text


def test_several_processes_keep_the_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "FILES_FOR_PROCESSES", 1)
    monkeypatch.setattr(reading, "FILES_AHEAD", 3)
    names = [f"{number}.txt" for number in range(12)] + ["终止.txt", "z.txt"]
    files = [listed(tmp_path, name) for name in names]
    found = list(reading.reading(files, frozenset(), deadly))
    assert [(one.file.name, one.code) for one in found] == [(n, "failed" if n == "终止.txt" else "") for n in names]


def test_known_documents_are_not_read_again(tmp_path: Path) -> None:
    file = listed(tmp_path, "表.txt")
    (found,) = reading.reading([file], frozenset([hashlib.sha256(SAMPLE.read_bytes()).hexdigest()]))
    assert (found.code, found.forms) == ("", ())


def test_reading_can_be_given_up_halfway(tmp_path: Path) -> None:
    files = [listed(tmp_path, f"{number}.txt") for number in range(50)]
    found = reading.reading(files, frozenset())
    next(found)
    found.close()


def test_nothing_is_read_far_ahead() -> None:
    files = [Listed(Path(str(number)), str(number)) for number in range(100)]
    begun: list[Listed] = []

    def read(file: Listed) -> FileRead:
        begun.append(file)
        return FileRead(file)

    with ThreadPoolExecutor(2) as pool:
        coming = reading.in_order(files, pool, read)
        next(coming)
        assert len(begun) <= reading.FILES_AHEAD + 1
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
